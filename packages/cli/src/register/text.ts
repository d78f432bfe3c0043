// The register for a person.
import { type AwardOnDay, levelTitle } from "@lcqm/core"
import type { Colours } from "../streams.ts"
import { counted } from "../telling/counted.ts"
import { printable } from "../telling/printable.ts"
import { table } from "../telling/table.ts"

// Until when it is valid, or that it is so no more; and what is asked of it meanwhile.
const standingText = ({
  currency,
  from,
  held,
  schoolClosed,
  standing,
  underAppeal,
  underReview,
  validUntil
}: AwardOnDay): string =>
  [
    standing === "revoked" ? "revoked" : (validUntil ?? "not known"),
    ...(currency === "lapsed" ? ["lapsed"] : []),
    ...(held === "own" ? [] : [`${held === "shown" ? "only shown" : held}, of school ${from ?? ""}`]),
    ...(schoolClosed ? ["school closed"] : []),
    ...(underAppeal ? ["under appeal"] : []),
    ...(underReview ? ["under review"] : [])
  ].join(", ")

/** The register as text; `of` says in its heading as at when it is, and which awards were asked for. */
export const registerText = (
  scheme: string,
  awards: ReadonlyArray<AwardOnDay>,
  of: string,
  colours: Colours
): string => {
  const heading = printable(`Award register of ${scheme}${of}: ${counted(awards.length, "award")}`)
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
