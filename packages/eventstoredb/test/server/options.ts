// What a test, or a person on the command line, can choose about the server.

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
  /** When given, a call needs these, and TLS is on because the client sends credentials over nothing else. */
  readonly credentials?: { readonly username: string; readonly password: string }
  /** Whether to speak TLS, with a certificate made at start for 127.0.0.1 (see `certificateFile`). */
  readonly tls?: boolean
  /** The server's clock, in milliseconds since 1970. */
  readonly now?: () => number
}
