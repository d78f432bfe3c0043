// A school's evidence by criterion: a line for each use of a piece, and one for each gap.
import type { EvidenceForCriterion, EvidenceMatrix } from "@lcqm/core"
import type { Colours } from "../streams.ts"
import { counted } from "../telling/counted.ts"
import { csv } from "../telling/csv.ts"
import { printable } from "../telling/printable.ts"
import { table } from "../telling/table.ts"

const ageText = (months: number | undefined): string =>
  months === undefined ? "not known" : counted(months, "month")

const reuseText = (reused: number): string => (reused === 0 ? "" : `and ${counted(reused, "other")}`)

const rowOf = (matrix: EvidenceMatrix, criterion: string, used: EvidenceForCriterion): Array<string> => {
  const item = matrix.evidence.find(({ evidence }) => evidence === used.evidence)
  const from = item?.carriedForward === true ? ", carried forward" : ""
  return [
    criterion,
    used.evidence,
    `${item?.kind ?? ""}${from}`,
    ageText(used.ageMonths),
    used.verdict,
    reuseText(used.reused)
  ]
}

/** The matrix as text. */
export const evidenceText = (matrix: EvidenceMatrix, colours: Colours): string => {
  const { criteria, criteriaSet, enrolment, evidence, on, school, scheme } = matrix
  const gaps = criteria.filter((each) => each.evidence.length === 0).length
  const idle = evidence.filter((each) => !each.withdrawn && each.criteria.length === 0)
  const withdrawn = evidence.filter((each) => each.withdrawn).length
  const heading = `Evidence of school ${school} in ${scheme}, enrolment ${enrolment}, as at ${on}`
  const counts = [
    counted(evidence.length, "piece"),
    counted(criteria.length, "criterion", "criteria"),
    `${gaps} without evidence`,
    ...(withdrawn === 0 ? [] : [`${withdrawn} withdrawn`])
  ]
  const rows = criteria.flatMap((each) =>
    each.evidence.length === 0
      ? [[each.criterion, "none", "", "", "", ""]]
      : each.evidence.map((used) => rowOf(matrix, each.criterion, used))
  )
  return [
    `${colours.bold(printable(heading))}\n`,
    `${counts.join(", ")}; judged by criteria set ${printable(criteriaSet ?? "not known")}\n`,
    rows.length === 0
      ? ""
      : `\n${table(
          [
            { title: "Criterion", width: 30 },
            { title: "Evidence", width: 22 },
            { title: "Kind", width: 14 },
            { title: "Age" },
            { title: "Found" },
            { title: "Used for" }
          ],
          rows
        )}`,
    idle.length === 0
      ? ""
      : `\n${printable(`Assigned to no criterion: ${idle.map((each) => each.evidence).join(", ")}.`)}\n`
  ].join("")
}

/** The matrix as CSV: a line for each use of a piece, and one without evidence for each gap. */
export const evidenceCsv = (matrix: EvidenceMatrix): string =>
  csv(
    [
      "school",
      "criterion",
      "evidence",
      "kind",
      "producedOn",
      "ageMonths",
      "verdict",
      "reused",
      "carriedForward"
    ],
    matrix.criteria.flatMap(({ criterion, evidence }) =>
      evidence.length === 0
        ? [[matrix.school, criterion]]
        : evidence.map(({ ageMonths, evidence: id, reused, verdict }) => {
            const item = matrix.evidence.find((each) => each.evidence === id)
            const carried = item?.carriedForward === true ? "yes" : "no"
            return [
              matrix.school,
              criterion,
              id,
              item?.kind,
              item?.producedOn,
              ageMonths,
              verdict,
              reused,
              carried
            ]
          })
    )
  )
