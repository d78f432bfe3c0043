// What is put to the laws: any award rule at all, as a function from a case to a level, and whatever companions it
// has. What it answers is read here, once, so that no law need know in which of the forms it came.
import type { AwardCase, Level, RuleSet } from "@lcqm/core"
import { presets } from "@lcqm/core"
import { Result } from "effect"
import { type Answer, answerGiven, type JudgedAt } from "./answer-given.ts"
import { strictable, type StricterRule, stricterRules } from "./stricter-rules.ts"

/** An award rule: the case's criteria set, rule set, judgements and evidence in, a level out. */
export type AnyAwardRule = (input: AwardCase) => Answer | Result.Result<Answer, unknown>

/** One criterion that a what-if would raise: to a level, and, where evidence is counted, up to `minEvidence`. */
export interface Raised {
  readonly criterion: string
  readonly to: Level
  readonly moreEvidence?: boolean
}

/** What a what-if answers: sets of upgrades, each enough and none larger than another; `all` if there are no more. */
export interface WhatIfAnswer {
  readonly sets: ReadonlyArray<ReadonlyArray<Raised>>
  readonly all?: boolean
}

/** What it takes to reach a level; null where the question cannot be answered. */
export type AnyWhatIf = (
  input: AwardCase,
  asked: { readonly target: Level; readonly mostSets: number }
) => WhatIfAnswer | null | Result.Result<WhatIfAnswer, unknown>

/** How far an award may lie above the lowest theme, and whether an empty theme forbids one. */
export type Bounds = Pick<RuleSet, "themeGap" | "absoluteFloor">

/** A stricter version of a rule, which must never give a higher award. */
export interface StricterVersion {
  readonly name: string
  readonly derive: AnyAwardRule
}

/** An award rule and what goes with it. Only `derive` is needed; a law whose companion is absent is not put. */
export interface RuleToTest<Tree = unknown> {
  readonly derive: AnyAwardRule
  /**
   * The rule set that every case carries, where `derive` is driven by one; `"any"` draws one for each case. Absent
   * where the rule has no parameters: cases then carry `best-fit/1`, which it need not look at.
   */
  readonly rule?: RuleSet | "any"
  /** The bounds to hold the award to; those of `rule`, or of `best-fit/1`, where not given. */
  readonly bounds?: Bounds
  /** For law 6: the level as a formula of the themes' levels. */
  readonly closedForm?: (themeLevels: ReadonlyArray<Level>, rule: RuleSet) => Level
  /** For law 8. */
  readonly whatIf?: AnyWhatIf
  /** For law 9: stricter versions. Where `rule` is given they are made from it. */
  readonly stricter?: ReadonlyArray<StricterVersion>
  /** For law 10: the explanation of a case, and the level found again from its leaves. */
  readonly explain?: (input: AwardCase) => Tree | Result.Result<Tree, unknown>
  readonly levelFromLeaves?: (tree: Tree) => Level | null
  /** Whether the rule knows criteria set aside as not applicable, and evidence (default: both). */
  readonly setAside?: boolean
  readonly evidence?: boolean
}

/** What a law is put to: a case judged, or null; the companions that are there. */
export interface TestedRule {
  readonly rule: RuleSet | "any" | undefined
  readonly answer: (input: AwardCase) => JudgedAt | null
  readonly bounds: (input: AwardCase) => Bounds
  readonly closedForm: RuleToTest["closedForm"]
  readonly whatIf: ((...given: Parameters<AnyWhatIf>) => WhatIfAnswer | null) | undefined
  /** The level found again from the leaves of the case's explanation; undefined where there is none. */
  readonly levelFromLeaves: ((input: AwardCase, writtenDown: boolean) => Level | null | undefined) | undefined
  readonly stricter: ((input: AwardCase) => ReadonlyArray<StricterAnswer>) | undefined
  readonly stricterKinds: ReadonlyArray<string>
  readonly setAside: boolean
  readonly evidence: boolean
}

/** What a stricter version of the rule answers. */
export interface StricterAnswer {
  /** What kind of strictness: a parameter, or the name of a version. */
  readonly kind: string
  readonly name: string
  readonly answer: JudgedAt | null
}

const isResult = <A>(value: A | Result.Result<A, unknown>): value is Result.Result<A, unknown> =>
  Result.isResult(value)

const succeeded = <A>(value: A | Result.Result<A, unknown>): A | undefined =>
  isResult(value) ? (Result.isSuccess(value) ? value.success : undefined) : value

const judgedBy =
  (derive: AnyAwardRule) =>
  (input: AwardCase): JudgedAt | null =>
    answerGiven(succeeded<Answer>(derive(input)))

// Made anew only for another rule set: most cases in a row carry the same.
const stricterOfRule = (answer: TestedRule["answer"]): NonNullable<TestedRule["stricter"]> => {
  let last: readonly [RuleSet, ReadonlyArray<StricterRule>] | undefined
  return (input) => {
    if (last?.[0] !== input.rule) last = [input.rule, stricterRules(input.rule)]
    return last[1].map(({ name, parameter, rule }) => ({
      kind: parameter,
      name,
      answer: answer({ ...input, rule })
    }))
  }
}

const stricterOf = ({ derive, rule, stricter }: RuleToTest): TestedRule["stricter"] => {
  if (stricter === undefined) return rule === undefined ? undefined : stricterOfRule(judgedBy(derive))
  const versions = stricter.map(({ derive, name }) => ({ name, answer: judgedBy(derive) }))
  return (input) => versions.map(({ answer, name }) => ({ kind: name, name, answer: answer(input) }))
}

const stricterKinds = ({ rule, stricter }: RuleToTest): ReadonlyArray<string> => {
  if (stricter !== undefined) return stricter.map(({ name }) => name)
  if (rule === undefined) return []
  return rule === "any" ? strictable : [...new Set(stricterRules(rule).map(({ parameter }) => parameter))]
}

/** Reads a rule and its companions. */
export const testedRule = <Tree>(given: RuleToTest<Tree>): TestedRule => {
  const { closedForm, derive, explain, levelFromLeaves, rule, stricter, whatIf } = given
  const ofStricter = { derive, ...(rule && { rule }), ...(stricter && { stricter }) }
  return {
    rule,
    answer: judgedBy(derive),
    bounds: ({ rule }) => given.bounds ?? rule,
    closedForm,
    whatIf: whatIf && ((input, asked) => succeeded(whatIf(input, asked)) ?? null),
    levelFromLeaves:
      explain &&
      levelFromLeaves &&
      ((input, writtenDown) => {
        const tree = succeeded(explain(input))
        if (tree === undefined || !writtenDown) return tree && levelFromLeaves(tree)
        // An explanation is data: what does not survive being written down is not in it.
        const read: Tree = JSON.parse(JSON.stringify(tree))
        return levelFromLeaves(read)
      }),
    stricter: stricterOf(ofStricter),
    stricterKinds: stricterKinds(ofStricter),
    setAside: given.setAside ?? true,
    evidence: given.evidence ?? true
  }
}

/** The rule set of the cases that are put to a rule without one. */
export const ruleWithout: RuleSet = presets["best-fit/1"]
