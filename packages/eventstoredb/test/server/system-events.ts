// The engine's own events, which every log has and every reader of the whole log meets.
import { randomUUID } from "node:crypto"
import type { Log } from "./log/log.ts"
import type { Proposed } from "./log/recorded.ts"

const utf8 = new TextEncoder()

const own = (type: string, data: unknown): Proposed => ({
  id: randomUUID(),
  type,
  json: true,
  data: utf8.encode(JSON.stringify(data)),
  metadata: new Uint8Array()
})

/** What a new log holds before anybody writes to it. */
export const seed = (log: Log): void => {
  log.write("$$$settings", [own("$metadata", { $maxCount: 1 })])
  log.write("$user-admin", [own("$UserCreated", { loginName: "admin", fullName: "Administrator" })])
  log.write("$users", [own("$User", "admin")])
}

/** Lets the log keep statistics of itself, so that positions in it are not those of clients' events alone. */
export const keepStatistics = (log: Log, every: number): (() => void) => {
  let recorded = 0
  return log.listen((records) => {
    const before = recorded
    recorded += records.filter((record) => !record.stream.startsWith("$")).length
    if (Math.floor(before / every) === Math.floor(recorded / every)) return
    // Written once all listeners have heard of what it follows.
    queueMicrotask(() => void log.write("$stats-127.0.0.1:2113", [own("$statsCollected", { recorded })]))
  })
}
