// The award file that a report is of, from a store or as it was given, and what is told of its sealed texts. The file tells
// of no erasure: the store does, and the key ring, which marks a key that it forgot.
import { type AwardFile, historyInFile, makeAwardFile } from "@lcqm/audit"
import {
  codecOf,
  type LcqmEvent,
  lcqmCatalogue,
  type LcqmOperations,
  type Recorded,
  type TextTold
} from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { Effect, Result } from "effect"
import { awardFileIn } from "../audit/award-file-given.ts"
import type { Failure } from "../failure.ts"
import type { Opening } from "../given/texts-opened.ts"
import { textsWithheld } from "../given/texts-withheld.ts"
import { overLcqm } from "../over-store.ts"
import type { StoreUrl } from "../store-url.ts"
import type { Streams } from "../streams.ts"

/** How the events of a file are read. */
export const codec = codecOf(lcqmCatalogue, nodeHasher)

/** Who knew whether somebody a text is about was erased; undefined where nobody did. */
export type ErasuresBy = "store" | "key ring" | undefined

/** A file, and what is told of its texts. */
export interface AwardTold {
  readonly file: AwardFile
  readonly told: ReadonlyArray<TextTold>
  readonly erasuresBy: ErasuresBy
}

// Opened are the texts of the school's own history; those of what its decisions read are about others.
const textsOf = (lcqm: LcqmOperations, file: AwardFile, { reader }: Opening) =>
  Effect.gen(function* () {
    const read = historyInFile(codec, file)
    // The report says itself that the file cannot be read.
    if (Result.isFailure(read)) return []
    const { events, facts } = read.success
    // The codec's catalogue is what makes these events the domain's.
    const others = [...facts.values()].flat() as ReadonlyArray<LcqmEvent>
    const own = reader === undefined ? lcqm.withheldTexts(events) : lcqm.readTexts(reader, events)
    return [...(yield* own), ...(yield* lcqm.withheldTexts(others))]
  })

/** A school's award as the store has it. */
export const awardInStore = (
  url: StoreUrl,
  school: { readonly scheme: string; readonly school: string },
  opening: Opening
): Effect.Effect<AwardTold, Failure> =>
  overLcqm(
    url,
    "reading",
    (lcqm, store) =>
      Effect.gen(function* () {
        const file = yield* makeAwardFile(store, school)
        return { file, told: yield* textsOf(lcqm, file, opening), erasuresBy: "store" }
      }),
    opening.beside
  )

const eventsIn = (file: AwardFile): ReadonlyArray<Recorded> => {
  const read = historyInFile(codec, file)
  // The report says itself that the file cannot be read.
  if (Result.isFailure(read)) return []
  const { events, facts } = read.success
  return [...events, ...[...facts.values()].flat()]
}

/**
 * An award file as it was given. The store it is from is asked only to open its texts; else a key ring that is named says
 * who was erased, which takes no master key.
 */
export const awardInFile = (
  name: string,
  url: StoreUrl,
  opening: Opening,
  keys: string | undefined,
  streams: Streams
): Effect.Effect<AwardTold, Failure> =>
  Effect.gen(function* () {
    const file = yield* awardFileIn(name, streams)
    if (opening.reader === undefined) {
      const told = yield* textsWithheld(eventsIn(file), keys)
      return { file, told, erasuresBy: keys === undefined ? undefined : "key ring" }
    }
    const told = yield* overLcqm(url, "reading", (lcqm) => textsOf(lcqm, file, opening), opening.beside)
    return { file, told, erasuresBy: "store" }
  })
