// Three award rules of one's own, put to the laws: what the README tells, as code that is run.
import { checkAwardLaws, reportSentences, type RuleToTest } from "@lcqm/testing/award"
import { inTheMiddle } from "./in-the-middle.ts"
import { mostCommon } from "./most-common.ts"
import { nearTheLowest, theLowest } from "./near-the-lowest.ts"

export { inTheMiddle } from "./in-the-middle.ts"
export { mostCommon } from "./most-common.ts"
export { nearTheLowest, theLowest } from "./near-the-lowest.ts"

/** The three tries and what is known of each. None of them reads evidence, and none has parameters. */
export const tries: Readonly<Record<"mostCommon" | "inTheMiddle" | "nearTheLowest", RuleToTest>> = {
  mostCommon: { derive: mostCommon, evidence: false },
  inTheMiddle: { derive: inTheMiddle, evidence: false },
  nearTheLowest: {
    derive: nearTheLowest,
    evidence: false,
    stricter: [{ name: "lowest theme only", derive: theLowest }]
  }
}

/** What came of a try, a law a line. */
export const told = (name: keyof typeof tries): ReadonlyArray<string> =>
  reportSentences(checkAwardLaws(tries[name]))
