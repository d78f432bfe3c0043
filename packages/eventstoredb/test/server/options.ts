// What a test, or a person on the command line, can choose about the server.
import { Log } from "./log/log.ts"
import { keepStatistics, seed } from "./system-events.ts"

export interface ServerOptions {
  /** 0, the default, takes a free port. Channels to one address are shared by a process, so each test takes its own. */
  readonly port?: number
  /** What the server says it is; the client reads it for some features. */
  readonly version?: string
  /** Whether BatchAppend is offered; without it the client falls back to Append. Offered unless said. */
  readonly batchAppend?: boolean
  /** Bytes one append may hold, data and metadata together: 1 MiB unless said. */
  readonly maxAppendBytes?: number
  /** Bytes of one event. 16 MiB, as from 24.10 on, unless said. */
  readonly maxEventBytes?: number
  /** How many live events wait for a slow subscriber: 32, as the engine has it, unless said. */
  readonly liveBuffer?: number
  /** Speaks TLS, with a certificate for loopback that the connection string names a file of. */
  readonly tls?: boolean
  /** When given, calls need these. The client sends credentials over TLS only, so ask for `tls` too. */
  readonly credentials?: { readonly username: string; readonly password: string }
  /** The server's clock, in milliseconds since 1970. */
  readonly now?: () => number
  /** Where the log begins. Above 2 ** 53 no number holds its positions. */
  readonly firstPosition?: bigint
  /** How many recent ids an append with `any` is compared with: 100,000 unless said. */
  readonly recentIds?: number
  /** After how many events the engine adds one of its own: 100 unless said; 0 for never. */
  readonly statisticsEvery?: number
}

/** A new log, with what the engine puts into it. */
export const newLog = (options: ServerOptions): Log => {
  const log = new Log({
    now: options.now ?? Date.now,
    recentIds: options.recentIds ?? 100_000,
    firstPosition: options.firstPosition ?? 256n
  })
  seed(log)
  const every = options.statisticsEvery ?? 100
  if (every > 0) keepStatistics(log, every)
  return log
}
