// `lcqm demo`: plays the story of the six cohorts so far over a store and tells what came of it.
import { largestSeed, openStory, playStory, StoryCannotGoOn } from "@lcqm/story-so-far"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { failedBy } from "../failure.ts"
import { flagsOf, Json, Path, wholeNumber } from "../given/flags.ts"
import { storeOfUrl } from "../store-url.ts"
import type { Streams } from "../streams.ts"
import { jsonLine } from "../telling/json.ts"
import { checkFolder, writeEvents } from "./events-file.ts"
import { progressOn } from "./progress.ts"
import { reportOn } from "./report.ts"
import { reportText } from "./report-text.ts"

const decodeFlags = flagsOf("lcqm demo", {
  seed: wholeNumber("a seed", 0, largestSeed),
  store: Schema.String,
  out: Schema.optionalKey(Path),
  json: Json
})

const played = (lcqm: ReturnType<typeof openStory>, seed: number, streams: Streams) => {
  const progress = progressOn(streams, "Playing the story")
  return Effect.tryPromise({
    try: () => playStory({ lcqm, seed, onProgress: progress.on }),
    catch: (error) => error
  }).pipe(
    Effect.ensuring(Effect.sync(progress.end)),
    Effect.catch((error) =>
      error instanceof StoryCannotGoOn
        ? Effect.fail(failedBy("StoryCannotGoOn", error.message, "Play it into an empty store."))
        : Effect.die(error)
    )
  )
}

/** Plays the story and tells of it. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { json, out, seed, store: url } = yield* decodeFlags(given.flags)
  const store = yield* storeOfUrl(url)
  if (out !== undefined) yield* checkFolder(out)
  const opened = Effect.acquireRelease(
    Effect.sync(() => openStory({ store, seed })),
    (lcqm) => Effect.promise(() => lcqm.close())
  )
  const report = yield* Effect.scoped(
    Effect.gen(function* () {
      const lcqm = yield* opened
      const story = yield* played(lcqm, seed, streams)
      const told = yield* reportOn(lcqm, story)
      return out === undefined ? told : { ...told, written: yield* writeEvents(store, out) }
    })
  )
  yield* Effect.promise(() =>
    streams.out(json === true ? jsonLine(report) : reportText(report, streams.colours))
  )
  return exitCodes.ok
})
