// `lcqm explain URN`: why the rule indicated what it did, at a decision or at a point in either time.
import { explainAt, type ExplainedPoint, pointToExplain } from "@lcqm/audit"
import { sentences } from "@lcqm/core"
import { Effect, Result, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { badInput, commandLine, refusedBy } from "../failure.ts"
import { flagsOf, wholeNumber } from "../given/flags.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { printable } from "../telling/printable.ts"
import { fromText } from "./award-file-given.ts"
import { historyGiven, pointFlags, pointGiven, schoolFlags } from "./given.ts"

const decodeFlags = flagsOf("lcqm explain", {
  ...schoolFlags,
  ...pointFlags,
  revision: Schema.optionalKey(wholeNumber("a revision", 0, Number.MAX_SAFE_INTEGER)),
  set: Schema.optionalKey(Schema.Literals(["self", "assessor", "agreed"]))
})

/** Explains a stored award. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  // No rule reads a text: there is none to open.
  const { recorded: history } = yield* historyGiven(given, flags, streams)
  const last = history.events.length - 1
  if (flags.revision !== undefined && flags.revision > last) {
    const problem = {
      path: "--revision",
      expected: `an event of the school: 0 to ${last}`,
      got: String(flags.revision)
    }
    return yield* Effect.fail(badInput("command line of lcqm explain", commandLine, problem))
  }
  const asAt = pointGiven(flags)
  const point: ExplainedPoint =
    flags.revision !== undefined
      ? { revision: flags.revision }
      : Object.keys(asAt).length > 0
        ? { asAt }
        : pointToExplain(history)
  const explained = yield* Effect.fromResult(Result.mapError(explainAt(history, point, flags.set), refusedBy))
  const { award, decision, facts, revision, set } = explained
  const text = (): string =>
    [
      fromText(flags.awardFile),
      decision === undefined
        ? `School ${history.school} as of revision ${revision}, ${set} judgements.\n`
        : `Decision ${decision.revision} (${decision.type}) of school ${history.school}, made on revision ${revision}, ${set} judgements.\n`,
      ...facts.map((fact) => `  rests on ${fact.stream} up to ${fact.revision}\n`),
      "\n",
      ...sentences(award).map((line) => `${line}\n`)
    ]
      .map((line) => line.split("\n").map(printable).join("\n"))
      .join("")
  yield* Effect.promise(() => streams.out(flags.json === true ? jsonLine(plain(explained)) : text()))
  return exitCodes.ok
})
