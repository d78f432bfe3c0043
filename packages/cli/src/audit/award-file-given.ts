// An award file that is asked about instead of a store: read, and taken at its word. Whether it is true is for
// `lcqm verify` to say, and every answer from a file says so.
import { type AwardFile, historyInFile, readAwardFile, type SchoolHistory } from "@lcqm/audit"
import { codecOf, lcqmCatalogue } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { Effect, Result } from "effect"
import { badInput, type Failure } from "../failure.ts"
import { readBytes } from "../given/read-text.ts"
import { told } from "../over-store.ts"
import type { Streams } from "../streams.ts"

const flag = "--award-file"

/** The award file of that name. */
export const awardFileIn = (name: string, streams: Streams): Effect.Effect<AwardFile, Failure> =>
  Effect.flatMap(readBytes({ name, flag }, streams, "an award file"), (bytes) =>
    Effect.fromResult(
      Result.mapError(readAwardFile(bytes), ({ expected, got, where }) =>
        badInput("award file", name, { path: where, expected, got })
      )
    )
  )

/** The history that the award file of that name holds. */
export const historyInAwardFile = (name: string, streams: Streams): Effect.Effect<SchoolHistory, Failure> =>
  Effect.flatMap(awardFileIn(name, streams), (file) =>
    Effect.fromResult(Result.mapError(historyInFile(codecOf(lcqmCatalogue, nodeHasher), file), told(name)))
  )

/** What an answer from a file begins with; nothing where it is from a store. */
export const fromText = (awardFile: string | undefined): string =>
  awardFile === undefined
    ? ""
    : `From ${awardFile}, taken at its word: whether it is true, lcqm verify says.\n`
