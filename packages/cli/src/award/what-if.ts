// `lcqm award what-if --to LEVEL`: the smallest sets of criterion upgrades that reach a level.
import {
  type AwardCase,
  defaultMostSets,
  Level,
  levelTitle,
  type Upgrade,
  type WhatIf,
  whatIf
} from "@lcqm/core"
import { Effect, Result, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { refusedCase } from "../failure.ts"
import { flagsOf, wholeNumber } from "../given/flags.ts"
import { jsonLine } from "../telling/json.ts"
import { printable } from "../telling/printable.ts"
import { wrapped } from "../telling/wrapped.ts"
import { caseFlags, caseFromFiles } from "./case-from-files.ts"
import { tellNotes } from "./notes.ts"

/** More sets than this are no answer to anyone. */
const mostSetsAsked = 100_000

const decodeFlags = flagsOf("lcqm award what-if", {
  ...caseFlags,
  to: Level.annotate({ message: "none, bronze, silver or gold" }),
  most: Schema.optionalKey(wholeNumber("how many sets to list", 1, mostSetsAsked))
})

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const upgradeText = ({ criterion, from, moreEvidence, to }: Upgrade, titles: Map<string, string>): string => {
  const name = titles.get(criterion) ?? criterion
  const rise = from === to ? "" : ` from ${levelTitle(from)} to ${levelTitle(to)}`
  return `${name}${rise}${moreEvidence ? `${rise === "" ? ":" : ","} with more evidence` : ""}`
}

/** What it would take, as text. */
const whatIfText = (found: WhatIf, { criteriaSet }: Pick<AwardCase, "criteriaSet">): string => {
  const { all, criteria, from, sets, steps, target, unjudged } = found
  const titles = new Map(
    criteriaSet.themes.flatMap((theme) => theme.criteria.map(({ id, title }) => [id, title] as const))
  )
  const unjudgedLines =
    unjudged.length === 0
      ? []
      : [
          `Not yet judged, and counted as none: ${unjudged.map((id) => titles.get(id) ?? id).join(", ")}.`,
          "They must be judged too, at any level, before there is an award."
        ]
  if (steps === 0) {
    return [`${levelTitle(target)} is reached already: the case is at ${levelTitle(from)}.`, ...unjudgedLines]
      .map((line) => `${wrapped(printable(line), line.startsWith(" ") ? 6 : 0)}\n`)
      .join("")
  }
  return [
    `From ${levelTitle(from)} to ${levelTitle(target)} takes at least ${counted(steps, "step", "steps")}, on ` +
      `${counted(criteria, "criterion", "criteria")}; a step is one level up on one criterion.`,
    all
      ? `${sets.length === 1 ? "This is the only smallest way" : `These are all ${sets.length} smallest ways`}:`
      : `The first ${sets.length} of the smallest ways (there are more; --most N lists N):`,
    ...sets.map(
      (set, index) =>
        `${String(index + 1).padStart(4)}. ${set.map((one) => upgradeText(one, titles)).join("; ")}`
    ),
    ...unjudgedLines
  ]
    .map((line) => `${wrapped(printable(line), line.startsWith(" ") ? 6 : 0)}\n`)
    .join("")
}

/** Finds the smallest ways to a level. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const json = flags.json === true
  const { input, notes, source } = yield* caseFromFiles(flags, streams)
  const asked = { target: flags.to, mostSets: flags.most ?? defaultMostSets }
  const found = yield* Effect.fromResult(Result.mapError(whatIf(input, asked), refusedCase(source)))
  yield* tellNotes(notes, json ? "json" : "text", streams)
  yield* Effect.promise(() => streams.out(json ? jsonLine(found) : whatIfText(found, input)))
  return exitCodes.ok
})
