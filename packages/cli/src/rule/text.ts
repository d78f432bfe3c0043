// A rule for a person: every parameter, its value, and what it means in the scheme's words.
import { type LimiterAction, levelTitle, type RuleSet } from "@lcqm/core"
import type { Colours } from "../streams.ts"
import { counted } from "../telling/counted.ts"
import { printable } from "../telling/printable.ts"
import { table } from "../telling/table.ts"

const acts = (action: LimiterAction): string =>
  typeof action === "object" ? `caps the level at ${levelTitle(action.cap)}` : `${action}s`

const share = ({ den, num }: { readonly num: number; readonly den: number }): string => `${num}/${den}`

const rows = (rule: RuleSet): ReadonlyArray<readonly [parameter: string, value: string, meaning: string]> => {
  const { evidenceWindow, limiters, themeMajority } = rule
  return [
    ["algorithm", rule.algorithm, "how these parameters are read"],
    [
      "themeMajority",
      `${share(themeMajority)}${themeMajority.strict ? ", strict" : ""}`,
      `a theme is at a level when ${themeMajority.strict ? "more than" : "at least"} this much of its ` +
        "criteria's weight is"
    ],
    [
      "criterionGap",
      String(rule.criterionGap),
      rule.criterionGap === 3
        ? "off: the weakest criterion does not hold its theme down"
        : "how many levels a theme may be above its weakest criterion"
    ],
    ["allowBelow", String(rule.allowBelow), "how many themes may be below the award's level"],
    [
      "themeGap",
      String(rule.themeGap),
      "how many levels below the award's level those themes may be, at most"
    ],
    ["absoluteFloor", levelTitle(rule.absoluteFloor), "the lowest a theme may be for any award"],
    ["setAsideCap", share(rule.setAsideCap), "how many of a theme's criteria may be set aside, at most"],
    [
      "minEvidence",
      String(rule.minEvidence),
      "items of evidence a criterion needs, where a case gives evidence"
    ],
    [
      "evidenceWindow",
      counted(evidenceWindow.monthsBeforeTraining, "month", "months"),
      "before training began, from when on evidence counts, to the visit"
    ],
    ["maxShift", String(rule.maxShift), "levels the agreed award may differ from the indicated level"],
    ["cpdShortfall", acts(limiters.cpdShortfall), "where the Champion attended fewer than four CPD sessions"],
    ["conflictOfInterest", acts(limiters.conflictOfInterest), "where the assessor is not external"],
    ["schoolClosed", acts(limiters.schoolClosed), "where the school has closed"],
    ["validityMonths", String(rule.validityMonths), "months an award is valid"],
    ["graceMonths", String(rule.graceMonths), "months of grace after that"],
    ["appealWorkingDays", String(rule.appealWorkingDays), "working days in which to appeal"]
  ]
}

/** The rule as text. */
export const ruleText = (rule: RuleSet, colours: Colours): string =>
  `${colours.bold(printable(`Rule ${rule.id} ${rule.version}`))}\n\n${table(
    [{ title: "Parameter" }, { title: "Value" }, { title: "Meaning", width: 56 }],
    rows(rule)
  )}`
