// The rules shipped with the library: data, not code. They differ in their parameters only.
import type { RuleSet } from "./rule-set.ts"

const bestFit: RuleSet = {
  id: "best-fit",
  version: "1",
  algorithm: "best-fit/1",
  themeMajority: { num: 1, den: 2, strict: true },
  criterionGap: 2,
  allowBelow: 1,
  themeGap: 1,
  absoluteFloor: "bronze",
  setAsideCap: { num: 1, den: 3 },
  minEvidence: 1,
  evidenceWindow: { monthsBeforeTraining: 12 },
  maxShift: 1,
  limiters: { cpdShortfall: "advise", conflictOfInterest: "block", schoolClosed: "block" },
  validityMonths: 36,
  graceMonths: 0,
  appealWorkingDays: 10
}

/** The names of the rules shipped with the library. */
export type PresetName = "best-fit/1" | "secure-fit/1" | "six-of-seven-style/1" | "two-of-nine-style/1"

/**
 * The rules shipped with the library, by name.
 * - `best-fit/1`, the default: five of six themes at the level, the other at most one below, none empty.
 * - `secure-fit/1`: all of; every criterion of every theme at the level.
 * - `six-of-seven-style/1`: all themes but one at the level, however low the other.
 * - `two-of-nine-style/1`: for nine themes; up to two at most one level below, none empty.
 *
 * Source: design, "Award rules". The scheme does not publish how its best fit is computed.
 * @example
 * ```ts
 * import { presets } from "@lcqm/core"
 * presets["secure-fit/1"].allowBelow // => 0
 * ```
 */
export const presets: Readonly<Record<PresetName, RuleSet>> = {
  "best-fit/1": bestFit,
  "secure-fit/1": {
    ...bestFit,
    id: "secure-fit",
    themeMajority: { num: 1, den: 1, strict: false },
    criterionGap: 0,
    allowBelow: 0,
    themeGap: 0
  },
  "six-of-seven-style/1": {
    ...bestFit,
    id: "six-of-seven-style",
    allowBelow: 1,
    themeGap: 3,
    absoluteFloor: "none"
  },
  "two-of-nine-style/1": { ...bestFit, id: "two-of-nine-style", allowBelow: 2 }
}
