// What every question about one school's history is given: the store and the school, or an award file; and a point in
// either time.
import { type SchoolHistory, schoolHistory, withTexts } from "@lcqm/audit"
import {
  type AsAt,
  FullDate,
  Instant,
  type LcqmOperations,
  NotEnrolled,
  PartialDate,
  SchemeId,
  Urn
} from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Given } from "../carry-out.ts"
import { badInput, commandLine, type Failure, refusedBy } from "../failure.ts"
import { Json, Path } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import type { Acting } from "../given/acting.ts"
import type { KeysGiven } from "../given/kept-apart.ts"
import { openedIn, openedText, type Opening, openingGiven } from "../given/texts-opened.ts"
import { textsWithheld } from "../given/texts-withheld.ts"
import { overLcqm } from "../over-store.ts"
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

/** A history as it is recorded, and as it reads: with words, `[erased]` or `[sealed]` in the places of sealed texts. */
export interface HistoryGiven {
  readonly recorded: SchoolHistory
  readonly told: SchoolHistory
  /** How many sealed texts stand in it in their words. */
  readonly opened: number
}

const toldBy = (lcqm: LcqmOperations, recorded: SchoolHistory, { reader }: Opening) =>
  Effect.map(
    reader === undefined ? lcqm.withheldTexts(recorded.events) : lcqm.readTexts(reader, recorded.events),
    (told): HistoryGiven => ({ recorded, told: withTexts(recorded, told), opened: openedIn(told) })
  )

/** The history of the school that is asked about; refused where it is not enrolled. */
export const historyGiven = (
  given: Given,
  flags: {
    readonly store?: string
    readonly scheme: string
    readonly urn?: string
    readonly awardFile?: string
    readonly texts?: boolean
  } & Acting &
    KeysGiven,
  streams: Streams
): Effect.Effect<HistoryGiven, Failure> =>
  Effect.gen(function* () {
    const { awardFile, scheme, urn: school } = flags
    const url = storeGiven(given, flags.store)
    const opening = yield* openingGiven(given, flags)
    if (awardFile !== undefined) {
      const recorded = yield* historyInAwardFile(awardFile, streams)
      if (school !== undefined && school !== recorded.school) {
        return yield* misused(`${recorded.school}, the school of the award file`, school)
      }
      if (opening.reader !== undefined) {
        return yield* overLcqm(url, "reading", (lcqm) => toldBy(lcqm, recorded, opening), opening.beside)
      }
      // The file alone tells of no erasure; a key ring that is named does.
      const told = withTexts(recorded, yield* textsWithheld(recorded.events, flags.keys))
      return { recorded, told, opened: 0 }
    }
    if (school === undefined) return yield* misused("a school's URN, or --award-file FILE", "neither")
    return yield* overLcqm(
      url,
      "reading",
      (lcqm, store) =>
        Effect.gen(function* () {
          const recorded = yield* schoolHistory(store, { scheme, school })
          if (recorded.events.length === 0) return yield* Effect.fail(refusedBy(NotEnrolled({ school })))
          return yield* toldBy(lcqm, recorded, opening)
        }),
      opening.beside
    )
  })

/** Tells whoever asked that what they got holds personal data, where it does. */
export const tellOpened = ({ opened }: HistoryGiven, { err }: Streams): Effect.Effect<void> =>
  opened === 0 ? Effect.void : Effect.promise(() => err(openedText(opened)))
