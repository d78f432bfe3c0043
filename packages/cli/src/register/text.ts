// The register for a person.
import { type AsAt, type RegisteredAward, levelTitle } from "@lcqm/core"
import { asAtText } from "../given/as-at.ts"
import type { Colours } from "../streams.ts"
import { counted } from "../telling/counted.ts"
import { printable } from "../telling/printable.ts"
import { table } from "../telling/table.ts"

// Until when it is valid, or that it is so no more; and what is asked of it meanwhile.
const standingText = ({
  from,
  held,
  schoolClosed,
  standing,
  underAppeal,
  underReview,
  validUntil
}: RegisteredAward): string =>
  [
    standing === "revoked" ? "revoked" : (validUntil ?? "not known"),
    ...(held === "own" ? [] : [`${held === "shown" ? "only shown" : held}, of school ${from ?? ""}`]),
    ...(schoolClosed ? ["school closed"] : []),
    ...(underAppeal ? ["under appeal"] : []),
    ...(underReview ? ["under review"] : [])
  ].join(", ")

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
    awards.map((award) => {
      const { agreedOn, cohort, level, phase, school } = award
      return [school, phase ?? "not stated", cohort, levelTitle(level), agreedOn, standingText(award)]
    })
  )}`
}
