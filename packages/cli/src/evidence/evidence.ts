// `lcqm evidence URN`: what a school has for each criterion, how old it is, and how often it is used.
import { NotEnrolled, SchemeId, Urn } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { refusedBy } from "../failure.ts"
import { asAtFlags, asAtGiven } from "../given/as-at.ts"
import { dayOfView } from "../given/day.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { oneForm } from "../given/one-form.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overLcqm } from "../over-store.ts"
import { inForm } from "../telling/in-form.ts"
import { evidenceCsv, evidenceText } from "./text.ts"

const command = "lcqm evidence"

const decodeFlags = flagsOf(command, {
  ...storeFlag,
  ...asAtFlags,
  urn: Urn,
  scheme: SchemeId,
  csv: Schema.optionalKey(Schema.Boolean),
  json: Json
})

/** Shows the matrix. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  yield* oneForm(command, flags)
  const { scheme, urn: school } = flags
  const asAt = asAtGiven(flags)
  const day = yield* dayOfView(asAt)
  const matrix = yield* overLcqm(storeGiven(given, flags.store), "reading", (lcqm) =>
    lcqm.evidence({ scheme, school }, day, asAt)
  )
  if (matrix === undefined) return yield* Effect.fail(refusedBy(NotEnrolled({ school })))
  const text = () => evidenceText(matrix, streams.colours)
  yield* Effect.promise(() => streams.out(inForm(flags, matrix, { text, csv: () => evidenceCsv(matrix) })))
  return exitCodes.ok
})
