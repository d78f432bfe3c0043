// `lcqm store copy --to URL`: every event of a store into another, and what is interrupted goes on the next time.
import { copyStore, EventStore } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { commandLine } from "../failure.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overStore, told } from "../over-store.ts"
import { storeOfUrl } from "../store-url.ts"
import { jsonLine } from "../telling/json.ts"
import { progressOn } from "../telling/progress.ts"
import { copiedText } from "./copied-text.ts"

const decodeFlags = flagsOf("lcqm store copy", { ...storeFlag, to: Schema.String, json: Json })

/** Copies a store. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { json, store, to } = yield* decodeFlags(given)
  // Both URLs are looked at before either store is opened.
  const destination = yield* storeOfUrl({ url: to, givenBy: "--to" }, "copying into")
  const progress = progressOn(streams, "Copying")
  const copied = yield* overStore(storeGiven(given, store), "reading", (from) =>
    Effect.flatMap(EventStore, (into) =>
      Effect.map(copyStore(from, into, { onProgress: progress.on }), (came) => ({
        store: into.name,
        ...came
      }))
    ).pipe(
      Effect.provide(destination),
      Effect.mapError(told(commandLine)),
      Effect.ensuring(Effect.sync(progress.end))
    )
  )
  yield* Effect.promise(() => streams.out(json === true ? jsonLine(copied) : copiedText(copied)))
  return exitCodes.ok
})
