// What every question about one school's history is given: the store and the school, or an award file; and a point in
// either time.
import { type SchoolHistory, schoolHistory } from "@lcqm/audit"
import { type AsAt, FullDate, Instant, NotEnrolled, PartialDate, SchemeId, Urn } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Given } from "../carry-out.ts"
import { badInput, commandLine, type Failure, refusedBy } from "../failure.ts"
import { Json, Path } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overStore } from "../over-store.ts"
import type { Streams } from "../streams.ts"
import { historyInAwardFile } from "./award-file-given.ts"

/** The flags of a question about one school. */
export const schoolFlags = {
  ...storeFlag,
  urn: Schema.optionalKey(Urn),
  awardFile: Schema.optionalKey(Path),
  scheme: SchemeId,
  json: Json
}

/** The flags of a point in either time. A day stands for its last moment. */
export const pointFlags = {
  recorded: Schema.optionalKey(Schema.Union([Instant, FullDate])),
  occurred: Schema.optionalKey(PartialDate)
}

/** The point that is meant; the flags left out are clocks that are not looked at. */
export const pointGiven = ({
  occurred,
  recorded
}: {
  readonly recorded?: string
  readonly occurred?: string
}): AsAt => ({
  ...(recorded === undefined
    ? {}
    : { recorded: recorded.length === 10 ? `${recorded}T23:59:59.999Z` : recorded }),
  ...(occurred === undefined ? {} : { occurred })
})

/** A point in words. */
export const pointText = ({ occurred, recorded }: AsAt): string =>
  [
    ...(recorded === undefined ? [] : [`as recorded by ${recorded}`]),
    ...(occurred === undefined ? [] : [`with what had happened by ${occurred}`])
  ].join(", ") || "as it stands"

const misused = (expected: string, got: string): Effect.Effect<never, Failure> =>
  Effect.fail(badInput("question about one school", commandLine, { path: "URN", expected, got }))

/** The history of the school that is asked about; refused where it is not enrolled. */
export const historyGiven = (
  given: Given,
  flags: {
    readonly store?: string
    readonly scheme: string
    readonly urn?: string
    readonly awardFile?: string
  },
  streams: Streams
): Effect.Effect<SchoolHistory, Failure> => {
  const { awardFile, scheme, store, urn: school } = flags
  if (awardFile !== undefined) {
    return Effect.flatMap(historyInAwardFile(awardFile, streams), (history) =>
      school === undefined || school === history.school
        ? Effect.succeed(history)
        : misused(`${history.school}, the school of the award file`, school)
    )
  }
  if (school === undefined) return misused("a school's URN, or --award-file FILE", "neither")
  return Effect.flatMap(
    overStore(storeGiven(given, store), "reading", (each) => schoolHistory(each, { scheme, school })),
    (history) =>
      history.events.length === 0
        ? Effect.fail<Failure>(refusedBy(NotEnrolled({ school })))
        : Effect.succeed(history)
  )
}
