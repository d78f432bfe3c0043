// The cases that laws are put to: drawn by the arbitraries of this package, so that all four levels are reached
// often. The same seed draws the same cases.
import { type AwardCase, checkRuleAgainst, type CriteriaSet, type RuleSet } from "@lcqm/core"
import { Result } from "effect"
import * as fc from "fast-check"
import { anyCriteriaSet } from "../arbitraries/criteria-set.ts"
import { anyEvidenceCounts } from "../arbitraries/evidence-counts.ts"
import { anyJudgementSet } from "../arbitraries/judgement-set.ts"
import { anyRuleSetFor } from "../arbitraries/rule-set.ts"
import { withCriteria } from "./case-changes.ts"
import { ruleWithout, type TestedRule } from "./rule-to-test.ts"

/** What cases are drawn. */
export interface CasesOptions {
  /** How many (default 1,000). */
  readonly runs?: number
  /** Which: the same seed draws the same (default 1). */
  readonly seed?: number
  /** The criteria set of every case; by default one is drawn for each. */
  readonly criteriaSet?: CriteriaSet
  /** At most so many themes, and criteria a theme, where criteria sets are drawn (default 6 and 4). */
  readonly mostThemes?: number
  readonly mostCriteria?: number
}

/** The options with what they leave out. */
export const defaultCases = { runs: 1_000, seed: 1 } as const

const caseOf = (
  { evidence, setAside }: TestedRule,
  criteriaSet: CriteriaSet,
  rule: RuleSet
): fc.Arbitrary<AwardCase> =>
  fc
    .record({
      judgements: anyJudgementSet(criteriaSet, rule, { setAside }),
      evidence: fc.oneof(
        { arbitrary: fc.constant(undefined), weight: 2 },
        ...(evidence ? [{ arbitrary: anyEvidenceCounts(criteriaSet), weight: 1 }] : [])
      )
    })
    .map(({ evidence, judgements }) => ({
      criteriaSet,
      rule,
      judgements,
      ...(evidence === undefined ? {} : { evidence })
    }))

// A rule set and a criteria set that do not go together are refused by the rule, and no law speaks of that.
const goTogether = ({ rule }: TestedRule, criteriaSet: CriteriaSet): boolean =>
  rule === undefined || rule === "any" || Result.isSuccess(checkRuleAgainst(rule, criteriaSet))

const anyCase = (tested: TestedRule, options: CasesOptions): fc.Arbitrary<AwardCase> => {
  const { criteriaSet: given, mostCriteria = 4, mostThemes = 6 } = options
  const criteriaSets =
    given === undefined
      ? anyCriteriaSet({ mostThemes, mostCriteria }).filter((criteriaSet) => goTogether(tested, criteriaSet))
      : fc.constant(given)
  const { rule = ruleWithout } = tested
  return criteriaSets.chain((criteriaSet) =>
    rule === "any"
      ? anyRuleSetFor(criteriaSet).chain((drawn) => caseOf(tested, criteriaSet, drawn))
      : caseOf(tested, criteriaSet, rule)
  )
}

// Of light weights few shares come near a majority without being it, and a share that is rounded before it is compared
// would seldom be another. So many a case, each weight is heavier by as much: they nearly balance.
const nearlyBalancedEvery = 8
const muchHeavier = 100
const nearlyBalanced = (input: AwardCase): AwardCase =>
  withCriteria(input, (criteria) => criteria.map((each) => ({ ...each, weight: each.weight + muchHeavier })))

/** So many cases are drawn at once: enough to be quick, few enough to keep. */
const batch = 500

/** The cases, drawn as they are asked for. */
export function* drawnCases(tested: TestedRule, options: CasesOptions): Iterable<AwardCase> {
  const { runs = defaultCases.runs, seed = defaultCases.seed } = options
  const cases = anyCase(tested, options)
  for (let drawn = 0; drawn < runs; drawn += batch) {
    const sample = fc.sample(cases, { seed: seed + drawn, numRuns: Math.min(batch, runs - drawn) })
    for (const [i, input] of sample.entries()) {
      const isBalanced = options.criteriaSet === undefined && i % nearlyBalancedEvery === 0
      yield isBalanced ? nearlyBalanced(input) : input
    }
  }
}
