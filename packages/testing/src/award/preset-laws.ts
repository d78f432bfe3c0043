// `lcqm award laws`: the shipped presets put to the laws, with all their companions.
import { derive, explain, levelFromLeaves, type PresetName, presets, whatIf } from "@lcqm/core"
import { checkAwardLaws } from "./check-award-laws.ts"
import { closedFormOf } from "./closed-form-of.ts"
import type { CasesOptions } from "./drawn-cases.ts"
import type { AwardLawsReport } from "./report.ts"

/** What came of putting a preset to the laws. */
export interface PresetLaws extends AwardLawsReport {
  readonly preset: PresetName
}

/**
 * The presets in the order they are reported.
 * @example
 * ```ts
 * import { presetNames } from "@lcqm/testing/award"
 * presetNames[0] // => "best-fit/1"
 * ```
 */
export const presetNames: ReadonlyArray<PresetName> = [
  "best-fit/1",
  "secure-fit/1",
  "six-of-seven-style/1",
  "two-of-nine-style/1"
]

// The criteria set that this preset is made for has nine themes.
const mostThemes: Partial<Record<PresetName, number>> = { "two-of-nine-style/1": 9 }

/**
 * Puts a shipped preset to the eleven laws, with the library's own what-if, explanation and closed form.
 * @example
 * ```ts
 * import { lawsOfPreset } from "@lcqm/testing/award"
 * const { holds, laws, preset } = lawsOfPreset("best-fit/1", { runs: 500 })
 * [preset, holds] // => ["best-fit/1", true]
 * laws.filter(({ outcome }) => outcome === "held").length // => 11
 * ```
 */
export const lawsOfPreset = (
  preset: PresetName,
  { runs, seed }: Pick<CasesOptions, "runs" | "seed"> = {}
): PresetLaws => {
  const most = mostThemes[preset]
  const report = checkAwardLaws(
    { derive, rule: presets[preset], whatIf, explain, levelFromLeaves, closedForm: closedFormOf },
    {
      ...(runs === undefined ? {} : { runs }),
      ...(seed === undefined ? {} : { seed }),
      ...(most === undefined ? {} : { mostThemes: most })
    }
  )
  return { preset, ...report }
}
