// What the tests of copying have in hand: stores in memory and in files, their bytes, and a store that fails at will.
import {
  copyStore,
  type EventStore,
  exactly,
  type Expected,
  exportJsonl,
  importJsonl,
  noStream,
  type Recorded,
  type Stamped,
  StoreUnavailable
} from "@lcqm/core"
import { openSqliteStore } from "@lcqm/sqlite"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Stream } from "effect"
import { codec, type Store } from "../properties/lcqm-over.ts"

const folder = mkdtempSync(join(tmpdir(), "lcqm-copying-"))
process.once("exit", () => rmSync(folder, { recursive: true, force: true }))

let used = 0

/** A file that no other test has used. */
export const newPath = (): string => join(folder, `file-${(used += 1)}.db`)

/** Uses a store in a file; it is not waited for the disk, which no test here asks about. */
export const inFile = <A, E>(path: string, use: (store: Store) => Effect.Effect<A, E>) =>
  Effect.scoped(Effect.flatMap(openSqliteStore(codec, path, { durability: "normal" }), use))

/** Every line of a store. */
export const linesIn = (store: Store): ReadonlyArray<string> =>
  Effect.runSync(Stream.runCollect(exportJsonl(store))).map((line) => new TextDecoder().decode(line))

/** A whole file of lines, as bytes. */
export const bytesOf = (lines: ReadonlyArray<string>): Uint8Array => new TextEncoder().encode(lines.join(""))

/** Bytes in chunks of a size. */
export const chunked = (bytes: Uint8Array, size: number): Stream.Stream<Uint8Array> =>
  Stream.fromIterable(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size))
  )

/** How a copy ended. */
export const copied = (from: Store, to: Store) => Effect.runSync(Effect.result(copyStore(from, to)))

/** How an import ended. */
export const imported = (to: Store, bytes: Uint8Array, size = 4096, root?: string) =>
  Effect.runSync(Effect.result(importJsonl(to, chunked(bytes, size), root === undefined ? {} : { root })))

/** How an append of a store that fails at will goes wrong: before it is written, or after. */
export type Fault = "refused" | "answer lost"

/** The store, of which append number `at` (0 is the first) goes wrong, and every later one where it was refused. */
export const failingAt = (store: Store, at: number, fault: Fault): Store => {
  let appends = 0
  const append: EventStore["Service"]["append"] = (...asked) =>
    Effect.suspend(() => {
      const now = appends++
      const gone = new StoreUnavailable({ store: store.name, reason: "it is gone", retryable: false })
      if (fault === "refused") return now >= at ? Effect.fail(gone) : store.append(...asked)
      return now === at ? Effect.andThen(store.append(...asked), Effect.fail(gone)) : store.append(...asked)
    })
  return { ...store, append }
}

/** A stream of events of which one has another salt than the one that was hashed. */
export const changing = <E>(
  events: Stream.Stream<Recorded, E>,
  which: Recorded | undefined
): Stream.Stream<Recorded, E> =>
  Stream.map(events, (event) =>
    event.id === which?.id ? { ...event, metadata: { ...event.metadata, salt: "f".repeat(32) } } : event
  )

/** Where a stream with so many events is expected to be. */
export const expecting = (events: number): Expected => (events === 0 ? noStream : exactly(events - 1))

/** Event number n of a stream of the suite's own catalogue, with a note of so many characters. */
export const longNote = (stream: string, n: number, size: number): Stamped => ({
  id: `00000000-0000-8000-8000-${n.toString(16).padStart(12, "0")}`,
  stream,
  revision: n,
  type: "Noted.v1",
  data: { n, note: "x".repeat(size) },
  metadata: {
    commandId: `command-${n}`,
    commandDigest: "0".repeat(64),
    correlationId: `command-${n}`,
    actor: { person: "p-12345678", role: "SchemeOffice" },
    occurredOn: "2017-06",
    recordedAt: "2017-07-14T02:40:00.000Z",
    salt: "0".repeat(32)
  }
})
