// What every question about one school's history is given: the store, the school, and a point in either time.
import { type SchoolHistory, schoolHistory } from "@lcqm/audit"
import { type AsAt, FullDate, Instant, NotEnrolled, PartialDate, SchemeId, Urn } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Given } from "../carry-out.ts"
import { type Failure, refusedBy } from "../failure.ts"
import { Json } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overStore } from "../over-store.ts"

/** The flags of a question about one school. */
export const schoolFlags = { ...storeFlag, urn: Urn, scheme: SchemeId, json: Json }

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

/** The history of the school that is asked about; refused where it is not enrolled. */
export const historyGiven = (
  given: Given,
  flags: { readonly store?: string; readonly scheme: string; readonly urn: string }
): Effect.Effect<SchoolHistory, Failure> => {
  const { scheme, store, urn: school } = flags
  return Effect.flatMap(
    overStore(storeGiven(given, store), "reading", (each) => schoolHistory(each, { scheme, school })),
    (history) =>
      history.events.length === 0
        ? Effect.fail<Failure>(refusedBy(NotEnrolled({ school })))
        : Effect.succeed(history)
  )
}
