// What an extract holds, and where the store says other.
import { counted } from "../../telling/counted.ts"
import { printable } from "../../telling/printable.ts"
import { table } from "../../telling/table.ts"
import type { Difference } from "./differences.ts"

/** What is told of an extract. */
export interface SchoolsTold {
  readonly file: string
  readonly encoding: string
  readonly schools: number
  readonly kinds: Readonly<Record<string, number>>
  readonly closed: number
  /** How many enrolled schools were compared; undefined where none were to be. */
  readonly compared: number | undefined
  readonly differences: ReadonlyArray<Difference>
}

const says = ({ closed, kind }: Difference): string =>
  kind === undefined ? "not in the extract" : closed === undefined ? kind : `${kind}, closed on ${closed}`

/** It as text. */
export const schoolsText = (told: SchoolsTold): string => {
  const { closed, compared, differences, encoding, file, kinds, schools } = told
  const counts = Object.entries(kinds)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kind}`)
  const heading = `${counted(schools, "school")} in ${file} (${encoding}): ${counts.join(", ")}; ${closed} closed.`
  const nothing = "Nothing was stored; lcqm import enrolments --schools takes phases from the extract.\n"
  const comparison =
    compared === undefined
      ? ""
      : `Of ${counted(compared, "enrolled school")} the extract says other of ${differences.length}.\n`
  return [
    `${printable(heading)}\n`,
    comparison,
    nothing,
    differences.length === 0
      ? ""
      : `\n${table(
          [{ title: "School" }, { title: "Cohort" }, { title: "Enrolled as" }, { title: "By the extract" }],
          differences.map((each) => [each.school, each.cohort, each.enrolledAs ?? "not stated", says(each)])
        )}`
  ].join("")
}
