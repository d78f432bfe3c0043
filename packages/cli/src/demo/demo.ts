// `lcqm demo`: plays the story of the six cohorts so far over a store and tells what came of it.
import { copyStore, EventStore, verifiedRoot } from "@lcqm/core"
import { memoryStore } from "@lcqm/memory"
import { largestSeed, openStory, playStory, StoryCannotGoOn } from "@lcqm/story-so-far"
import { Effect, Result, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { commandLine, failedBy, type Failure } from "../failure.ts"
import { flagsOf, Json, Path, wholeNumber } from "../given/flags.ts"
import { told } from "../over-store.ts"
import { type StoreLayer, storeOfUrl } from "../store-url.ts"
import type { Streams } from "../streams.ts"
import { jsonLine } from "../telling/json.ts"
import { checkFolder, writeEvents } from "./events-file.ts"
import { progressOn } from "../telling/progress.ts"
import { type KeptStory, reportOn } from "./report.ts"
import { reportText } from "./report-text.ts"

// The demo goes by its flag alone: a simulation must not come into the store that the environment names.
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

// The story is played in memory, where it takes no disk, and then copied: into a store that holds it already nothing
// is written, one that holds its beginning is completed, and any other is refused as it is.
const keptIn = (
  layer: StoreLayer,
  played: StoreLayer,
  streams: Streams
): Effect.Effect<KeptStory, Failure> => {
  const progress = progressOn(streams, "Keeping the story")
  const copying = Effect.gen(function* () {
    const from = yield* EventStore
    const copy = Effect.gen(function* () {
      const to = yield* EventStore
      const outcome = yield* Effect.result(copyStore(from, to, { onProgress: progress.on }))
      // Whoever went on from the story holds all of it, and more.
      const goesOn =
        Result.isFailure(outcome) &&
        outcome.failure._tag === "StoresPart" &&
        outcome.failure.source === undefined
      if (Result.isFailure(outcome) && !goesOn) return yield* Effect.fail(outcome.failure)
      return { store: to.name, ...(yield* verifiedRoot(from)) }
    })
    return yield* Effect.provide(copy, layer)
  })
  return Effect.provide(copying, played).pipe(
    Effect.mapError(told(commandLine)),
    Effect.ensuring(Effect.sync(progress.end))
  )
}

/** Plays the story and tells of it. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { json, out, seed, store: url } = yield* decodeFlags(given)
  const named = { url, givenBy: "--store" }
  const kept = yield* storeOfUrl(named, "copying into")
  if (out !== undefined) yield* checkFolder(out)
  const store = memoryStore()
  const opened = Effect.acquireRelease(
    Effect.sync(() => openStory({ store, seed })),
    (lcqm) => Effect.promise(() => lcqm.close())
  )
  const report = yield* Effect.scoped(
    Effect.gen(function* () {
      const lcqm = yield* opened
      const story = yield* played(lcqm, seed, streams)
      const told = yield* reportOn(lcqm, story)
      return {
        ...told,
        ...(url === "memory:" ? {} : { kept: yield* keptIn(kept, store, streams) }),
        ...(out === undefined ? {} : { written: yield* writeEvents(store, out) })
      }
    })
  )
  yield* Effect.promise(() =>
    streams.out(json === true ? jsonLine(report) : reportText(report, streams.colours))
  )
  return exitCodes.ok
})
