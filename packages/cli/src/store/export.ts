// `lcqm store export`: every event as a line of its stored bytes, to standard output or whole into a new file.
import { exportJsonl, verifiedRoot } from "@lcqm/core"
import { Effect, Schema, Stream } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf, Json, OutFile } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overStore } from "../over-store.ts"
import { counted } from "../telling/counted.ts"
import { jsonLine } from "../telling/json.ts"
import { intoNewFile } from "../telling/new-file.ts"
import { printable } from "../telling/printable.ts"

const decodeFlags = flagsOf("lcqm store export", {
  ...storeFlag,
  out: Schema.optionalKey(OutFile),
  json: Json
})

/** Exports a store. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { json, out, store: url } = yield* decodeFlags(given)
  const exported = yield* overStore(storeGiven(given, url), "reading", (store) =>
    Effect.gen(function* () {
      // Whether it is all there and as it was hashed is known before the first line is out.
      const root = yield* verifiedRoot(store)
      // What others append meanwhile is not in the root that is told.
      const events = Stream.take(exportJsonl(store), root.events)
      if (out !== undefined) return { ...root, file: out, sha256: yield* intoNewFile(out, events) }
      yield* Stream.runForEachArray(events, (lines) =>
        Effect.promise(() => streams.out(Buffer.concat(lines).toString("utf8")))
      )
      return root
    })
  )
  const text = `${counted(exported.events, "event")}, verified${out === undefined ? "" : `, in ${printable(out)}`}\nRoot ${exported.root}\n`
  const told = json === true ? jsonLine(exported) : text
  // Standard output holds the events themselves, unless they went to a file.
  yield* Effect.promise(() => (out === undefined ? streams.err(told) : streams.out(told)))
  return exitCodes.ok
})
