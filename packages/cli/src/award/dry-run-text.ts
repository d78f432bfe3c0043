// A dry run for a person: a line for each holder who would not simply stay, and the count of all.
import {
  type AwardTerm,
  type DryRunChange,
  type DryRunResult,
  levelTitle,
  type RuleSet,
  type Standing
} from "@lcqm/core"
import { printable } from "../telling/printable.ts"
import { wrapped } from "../telling/wrapped.ts"
import { table } from "../telling/table.ts"

/** What a dry run found, by verdict, and the lines that were no holder. */
export type Verdicts = Record<DryRunResult["verdict"] | "wrong", number>

/** Nobody yet. */
export const noVerdicts = (): Verdicts => ({
  gains: 0,
  loses: 0,
  stays: 0,
  undecided: 0,
  refused: 0,
  wrong: 0
})

const at = ({ atLeast, atMost }: Standing): string =>
  atLeast === atMost ? levelTitle(atLeast) : `${levelTitle(atLeast)} to ${levelTitle(atMost)}`

const why = (term: AwardTerm): string => {
  switch (term.kind) {
    case "enough themes":
      return `${term.have} of ${term.of} themes at ${levelTitle(term.at)}, ${term.needed} needed`
    case "none too low":
      return `below ${levelTitle(term.lowestPermitted)}: ${term.below.join(", ")}`
    case "cap":
      return `at most ${levelTitle(term.cap)}: ${term.limiters.join(", ")}`
  }
}

/** One holder as a line; nothing where they stay as they are. */
export const holderText = (result: DryRunResult): string => {
  if (result.verdict === "stays") return ""
  if (result.verdict === "refused") {
    const { holder, refusal, side } = result
    const told = `${refusal.path}: expected ${refusal.expected}, got ${refusal.got}`
    return `${printable(`${holder}  cannot be judged ${side} the change: ${told}`)}\n`
  }
  const { after, before, failed, holder, verdict } = result
  const reasons = failed.length === 0 ? "" : `  (${failed.map(why).join("; ")})`
  return `${printable(`${holder}  ${verdict}: ${at(before)} before, ${at(after)} after${reasons}`)}\n`
}

// The parameters in which two rules differ, by name.
const changedParameters = (before: RuleSet, after: RuleSet): ReadonlyArray<string> =>
  Object.entries(before)
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(after, name)))
    .map(([name]) => name)
    .filter((name) => name !== "id" && name !== "version")

const named = ({ id, version }: { readonly id: string; readonly version: string }) => `${id} ${version}`

const beforeAndAfter = (what: string, before: string, after: string): string =>
  before === after ? `${what} ${before}.` : `${what} ${before} before, ${after} after.`

/** What is put to the holders. */
export const changeText = ({ after, before }: DryRunChange): string => {
  const changed = changedParameters(before.rule, after.rule)
  return [
    beforeAndAfter("Rule", named(before.rule), named(after.rule)),
    ...(changed.length === 0 ? [] : [`What differs in it: ${changed.join(", ")}.`]),
    beforeAndAfter("Criteria set", named(before.criteriaSet), named(after.criteriaSet)),
    "It speaks of indicated levels; an award once made is changed by nothing here.",
    ""
  ]
    .map((line) => `${wrapped(printable(line))}\n`)
    .join("")
}

/** The count of all. */
export const verdictsText = (verdicts: Verdicts): string =>
  `\n${table(
    [{ title: "Holders who would" }, { title: "Number", align: "right" }],
    [
      ["gain", verdicts.gains],
      ["lose", verdicts.loses],
      ["stay", verdicts.stays],
      ["be undecided: it depends on what is not judged", verdicts.undecided],
      ["not be judged: the rule refuses their case", verdicts.refused],
      ...(verdicts.wrong === 0 ? [] : [["(lines that hold no holder)", verdicts.wrong]])
    ]
  )}`
