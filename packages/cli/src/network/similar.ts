// `lcqm network similar [NETWORK]`: registered networks with a focus like that of one, or like one that is typed.
import { FocusWords, NetworkId, YearGroup } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { type BadInput, badInput, commandLine } from "../failure.ts"
import { asAtFlags, asAtGiven } from "../given/as-at.ts"
import { flagsOf, Json, wholeNumber } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overLcqm } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { similarText } from "./text.ts"

const decodeFlags = flagsOf("lcqm network similar", {
  ...storeFlag,
  ...asAtFlags,
  network: Schema.optionalKey(NetworkId),
  subject: Schema.optionalKey(FocusWords),
  topic: Schema.optionalKey(Schema.Array(FocusWords)),
  year: Schema.optionalKey(Schema.Array(YearGroup)),
  most: wholeNumber("how many are shown at most", 1, 1_000),
  json: Json
})

const notAsked = (got: string): BadInput =>
  badInput("command line of lcqm network similar", commandLine, {
    path: "NETWORK",
    expected: "a network, or a focus by --subject with --topic and --year",
    got
  })

/** Looks for networks with a similar focus. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { most, network, subject, topic, year, ...flags } = yield* decodeFlags(given)
  if (network !== undefined && (subject ?? topic ?? year) !== undefined) {
    return yield* Effect.fail(notAsked("both"))
  }
  if (network === undefined && subject === undefined) return yield* Effect.fail(notAsked("neither"))
  const asked =
    network === undefined
      ? { focus: { subject: subject ?? "", topics: topic ?? [], years: year ?? [] }, most }
      : { network, most }
  const found = yield* overLcqm(storeGiven(given, flags.store), "reading", (lcqm) =>
    lcqm.similarNetworks(asked, asAtGiven(flags))
  )
  yield* Effect.promise(() => streams.out(flags.json === true ? jsonLine(plain(found)) : similarText(found)))
  return exitCodes.ok
})
