// A report as lines of English, for a terminal or a test's message.
import { levels, levelTitle } from "@lcqm/core"
import type { AwardLawsReport, LawReport } from "./report.ts"
import { counted, listed } from "./wording.ts"

const reachedText = ({ reached }: Exclude<LawReport, { outcome: "not put" }>): string =>
  levels
    .map(
      (level) => `${reached[level].toLocaleString("en-GB")} ${level === "none" ? level : levelTitle(level)}`
    )
    .join(", ")

const outcomeLines = (report: LawReport): ReadonlyArray<string> => {
  const { law, number } = report
  const name = `${number} ${law}`
  if (report.outcome === "not put") return [`${name}: not put: it needs ${report.lacks}, which is not given.`]
  const cases = `${counted(report.cases, "case", "cases")} (${reachedText(report)})`
  if (report.outcome === "held") return [`${name}: held over ${cases}.`]
  if (report.outcome === "vacuous") {
    return [`${name}: vacuous over ${cases}: never met: ${listed(report.missing)}.`]
  }
  return [
    `${name}: broken. ${report.promise}`,
    "  The smallest counter-example found:",
    ...report.counterExample.sentences.map((line) => `  ${line}`)
  ]
}

/**
 * A report as lines of plain English, a law a line, and under a broken law its counter-example.
 * @example
 * ```ts
 * import { checkAwardLaws, reportSentences } from "@lcqm/testing/award"
 * const [first] = reportSentences(checkAwardLaws({ derive: () => "gold" }, { runs: 10 }))
 * first // => "1 monotone: vacuous over 10 cases (0 none, 0 Bronze, 0 Silver, 10 Gold): never met: an award at none, an award at Bronze, an award at Silver, raising a judgement raised the award and more evidence raised the award."
 * ```
 */
export const reportSentences = ({ laws }: AwardLawsReport): ReadonlyArray<string> =>
  laws.flatMap(outcomeLines)
