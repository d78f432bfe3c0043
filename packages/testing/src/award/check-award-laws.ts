// Puts a rule to all the laws at once: every drawn case goes to every law, so that ten thousand are quick.
import { type AwardCase, levels } from "@lcqm/core"
import { type CasesOptions, defaultCases, drawnCases } from "./drawn-cases.ts"
import type { Law, LawName, Violation } from "./law.ts"
import { awardLaws } from "./laws/index.ts"
import type { AwardLawsReport, CounterExample, LawReport } from "./report.ts"
import { type RuleToTest, type TestedRule, testedRule } from "./rule-to-test.ts"
import { type Found, smallestOf } from "./smallest.ts"
import { type Met, nothingMet, putLaw, trialOf } from "./trial.ts"
import { award, caseSentences } from "./wording.ts"

/** What cases are drawn, and what laws are put to them. */
export interface CheckOptions extends CasesOptions {
  /** Only these laws (default: all eleven). */
  readonly laws?: ReadonlyArray<LawName>
}

/** A law that is broken is put no further than this: each find is a start for the smallest. */
const enoughFound = 10

// What came of a law so far.
interface Standing {
  readonly law: Law
  readonly met: Met
  readonly found: Array<Found>
  cases: number
}

const put = (standing: Standing, tested: TestedRule, input: AwardCase, index: number, seed: number): void => {
  const { found, law, met } = standing
  if (found.length >= enoughFound) return
  standing.cases += 1
  const violation = putLaw(law, tested, input, trialOf(index, seed, met))
  if (violation !== null) found.push({ index, violation })
}

const counterExample = ({ told, ...violation }: Violation): CounterExample => ({
  ...violation,
  sentences: [...caseSentences(violation.input), ...told]
})

const missingOf = ({ classes, levels: reached }: Met): ReadonlyArray<string> => [
  ...levels.flatMap((level) => (reached[level] === 0 ? [`an award at ${award(level)}`] : [])),
  ...Object.entries(classes).flatMap(([name, count]) => (count === 0 ? [name] : []))
]

const reportOf = ({ cases, found, law, met }: Standing, tested: TestedRule, seed: number): LawReport => {
  const { name, number, promise } = law
  const told = { law: name, number, promise, cases, reached: met.levels, met: met.classes }
  const [first, ...rest] = found
  if (first !== undefined) {
    const smallest = smallestOf(law, tested, [first, ...rest], seed)
    return { ...told, outcome: "broken", counterExample: counterExample(smallest) }
  }
  const [missing, ...more] = missingOf(met)
  return missing === undefined
    ? { ...told, outcome: "held" }
    : { ...told, outcome: "vacuous", missing: [missing, ...more] }
}

/**
 * Puts an award rule to the eleven laws. Any rule: a function from a case (criteria set, rule set, judgements,
 * evidence) to a level. Every law is put to the same generated cases; law 6 to all the profiles there are. For each
 * law: held over so many cases, the smallest counter-example found, vacuous where some class of cases was never
 * met, or not put where the rule lacks what the law needs. The same seed gives the same report.
 * @example
 * ```ts
 * import { derive, presets } from "@lcqm/core"
 * import { checkAwardLaws } from "@lcqm/testing/award"
 * const report = checkAwardLaws({ derive, rule: presets["best-fit/1"] }, { runs: 1_000 })
 * report.holds // => true
 * report.laws.filter(({ outcome }) => outcome === "not put").map(({ law }) => law) // => ["closedForm", "whatIfSoundAndMinimal", "levelFromLeaves"]
 * ```
 */
export const checkAwardLaws = <Tree>(rule: RuleToTest<Tree>, options: CheckOptions = {}): AwardLawsReport => {
  const { runs = defaultCases.runs, seed = defaultCases.seed } = options
  const tested = testedRule(rule)
  const asked = Object.values(awardLaws).filter(({ name }) => options.laws?.includes(name) ?? true)
  const standings = new Map(
    asked
      .filter((law) => law.lacks(tested) === null)
      .map((law): [Law, Standing] => [law, { law, met: nothingMet(law.toMeet(tested)), found: [], cases: 0 }])
  )
  const drawn: Array<Standing> = []
  for (const [law, standing] of standings) {
    const all = law.everyCase?.(tested) ?? null
    if (all === null) drawn.unshift(standing)
    else {
      let index = 0
      for (const input of all) put(standing, tested, input, index++, seed)
    }
  }
  let index = 0
  for (const input of drawnCases(tested, options)) {
    // Backwards, because law 11 is the one that sees whether the rule changes the case.
    for (const standing of drawn) put(standing, tested, input, index, seed)
    index += 1
  }
  const laws = asked.map((law): LawReport => {
    const standing = standings.get(law)
    if (standing !== undefined) return reportOf(standing, tested, seed)
    const { name, number, promise } = law
    return { law: name, number, promise, outcome: "not put", lacks: law.lacks(tested) ?? "" }
  })
  const holds = laws.every(({ outcome }) => outcome === "held" || outcome === "not put")
  return { runs, seed, holds, laws }
}
