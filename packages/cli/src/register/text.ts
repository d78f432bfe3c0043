// The register for a person.
import { type AsAt, type RegisteredAward, levelTitle } from "@lcqm/core"
import { asAtText } from "../given/as-at.ts"
import type { Colours } from "../streams.ts"
import { counted } from "../telling/counted.ts"
import { printable } from "../telling/printable.ts"
import { table } from "../telling/table.ts"

/** The register as text. */
export const registerText = (
  scheme: string,
  awards: ReadonlyArray<RegisteredAward>,
  asAt: AsAt,
  colours: Colours
): string => {
  const heading = printable(
    `Award register of ${scheme}${asAtText(asAt)}: ${counted(awards.length, "award")}`
  )
  if (awards.length === 0) return `${heading}\n`
  return `${colours.bold(heading)}\n\n${table(
    [
      { title: "School" },
      { title: "Phase" },
      { title: "Cohort" },
      { title: "Level" },
      { title: "Agreed on" },
      { title: "Valid until" }
    ],
    awards.map(({ agreedOn, cohort, level, phase, school, validUntil }) => [
      school,
      phase ?? "not stated",
      cohort,
      levelTitle(level),
      agreedOn,
      validUntil ?? "not known"
    ])
  )}`
}
