// `lcqm register`: which school holds which award, for a person, a spreadsheet or a program.
import { SchemeId } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { badInput, commandLine } from "../failure.ts"
import { asAtFlags, asAtGiven } from "../given/as-at.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overLcqm } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { registerCsv } from "./csv.ts"
import { registerText } from "./text.ts"

const decodeFlags = flagsOf("lcqm register", {
  ...storeFlag,
  ...asAtFlags,
  scheme: SchemeId,
  csv: Schema.optionalKey(Schema.Boolean),
  json: Json
})

/** Shows the register. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  if (flags.csv === true && flags.json === true) {
    const problem = { path: "--csv", expected: "one form: --csv or --json", got: "both" }
    return yield* Effect.fail(badInput("command line of lcqm register", commandLine, problem))
  }
  const asAt = asAtGiven(flags)
  const all = yield* overLcqm(storeGiven(given, flags.store), "reading", (lcqm) => lcqm.register(asAt))
  const awards = all.filter(({ scheme }) => scheme === flags.scheme)
  const text = (): string => {
    if (flags.json === true) return jsonLine(plain(awards))
    if (flags.csv !== true) return registerText(flags.scheme, awards, asAt, streams.colours)
    return registerCsv(awards)
  }
  yield* Effect.promise(() => streams.out(text()))
  return exitCodes.ok
})
