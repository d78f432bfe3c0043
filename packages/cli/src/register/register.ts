// `lcqm register`: which school holds which award, for a person, a spreadsheet or a program.
import { registerOn, SchemeId } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { asAtFlags, asAtGiven, asAtText } from "../given/as-at.ts"
import { dayOfView } from "../given/day.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { oneForm } from "../given/one-form.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overLcqm } from "../over-store.ts"
import { inForm } from "../telling/in-form.ts"
import { registerCsv } from "./csv.ts"
import { registerText } from "./text.ts"
import { chosenBy, whichFlags, whichText } from "./which.ts"

const command = "lcqm register"

const decodeFlags = flagsOf(command, {
  ...storeFlag,
  ...asAtFlags,
  ...whichFlags,
  scheme: SchemeId,
  csv: Schema.optionalKey(Schema.Boolean),
  json: Json
})

/** Shows the register. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  yield* oneForm(command, flags)
  const isChosen = yield* chosenBy(command, flags)
  const asAt = asAtGiven(flags)
  const day = yield* dayOfView(asAt)
  const all = yield* overLcqm(storeGiven(given, flags.store), "reading", (lcqm) => lcqm.register(asAt))
  const ofScheme = all.filter(({ scheme }) => scheme === flags.scheme)
  const awards = registerOn(ofScheme, day).filter(isChosen)
  const text = () =>
    registerText(flags.scheme, awards, `${asAtText(asAt)}${whichText(flags)}`, streams.colours)
  yield* Effect.promise(() => streams.out(inForm(flags, awards, { text, csv: () => registerCsv(awards) })))
  return exitCodes.ok
})
