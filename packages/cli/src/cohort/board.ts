// `lcqm cohort board [LABEL]`: who stands where, in one cohort or in all.
import { CohortLabel, CohortUnknown, SchemeId } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { refusedBy } from "../failure.ts"
import { asAtFlags, asAtGiven } from "../given/as-at.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { oneForm } from "../given/one-form.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overLcqm } from "../over-store.ts"
import { inForm } from "../telling/in-form.ts"
import { boardCsv, boardsText } from "./board-text.ts"

const command = "lcqm cohort board"

const decodeFlags = flagsOf(command, {
  ...storeFlag,
  ...asAtFlags,
  label: Schema.optionalKey(CohortLabel),
  scheme: SchemeId,
  csv: Schema.optionalKey(Schema.Boolean),
  json: Json
})

/** Shows the board. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  yield* oneForm(command, flags)
  const { label, scheme } = flags
  const asAt = asAtGiven(flags)
  const all = yield* overLcqm(storeGiven(given, flags.store), "reading", (lcqm) => lcqm.boards(asAt))
  const boards = all.filter((each) => each.scheme === scheme && (label ?? each.cohort) === each.cohort)
  if (label !== undefined && boards.length === 0) {
    return yield* Effect.fail(refusedBy(CohortUnknown({ cohort: label })))
  }
  const text = () => boardsText(boards, streams.colours)
  yield* Effect.promise(() => streams.out(inForm(flags, boards, { text, csv: () => boardCsv(boards) })))
  return exitCodes.ok
})
