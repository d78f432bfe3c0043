// How the assessors judge: two lines each for a person, one against the schools and one against second assessors.
import type { AsAt } from "@lcqm/core"
import { asAtText } from "../given/as-at.ts"
import type { Colours } from "../streams.ts"
import { counted } from "../telling/counted.ts"
import { csv } from "../telling/csv.ts"
import { printable } from "../telling/printable.ts"
import { table } from "../telling/table.ts"
import type { AssessorTold, ComparisonTold } from "./with-kappa.ts"

const shareText = (share: number | undefined): string =>
  share === undefined ? "-" : `${Math.round(share * 100)} %`

const kappaText = (kappa: number | undefined): string => (kappa === undefined ? "-" : kappa.toFixed(2))

// On average how many levels above (+) or below (-) the other.
const leanText = ({ levels, pairs }: ComparisonTold): string =>
  pairs === 0 ? "-" : `${levels > 0 ? "+" : ""}${(levels / pairs).toFixed(2)}`

const cells = (comparison: ComparisonTold): ReadonlyArray<string | number> => {
  const { above, below, kappa, pairs, raw } = comparison
  return [pairs, shareText(raw), above, below, leanText(comparison), kappaText(kappa)]
}

const note =
  "Above and below: the assessor's level against the other's; lean: by how many levels, on average. Few pairs say\n" +
  "little, and to differ from a school is not to be wrong.\n"

/** The assessors as text. */
export const assessorsText = (
  scheme: string,
  assessors: ReadonlyArray<AssessorTold>,
  asAt: AsAt,
  colours: Colours
): string => {
  const heading = printable(
    `Assessors of ${scheme}${asAtText(asAt)}: ${counted(assessors.length, "assessor")}`
  )
  if (assessors.length === 0) return `${heading}\n`
  return `${colours.bold(heading)}\n\n${table(
    [
      { title: "Assessor" },
      { title: "Assessed", align: "right" },
      { title: "Against" },
      { title: "Pairs", align: "right" },
      { title: "Same", align: "right" },
      { title: "Above", align: "right" },
      { title: "Below", align: "right" },
      { title: "Lean", align: "right" },
      { title: "Kappa", align: "right" }
    ],
    assessors.flatMap(({ assessed, assessor, withSecond, withSelf }) => [
      [assessor, assessed, "school", ...cells(withSelf)],
      ["", "", "second", ...cells(withSecond)]
    ])
  )}\n${note}`
}

const columns = ["pairs", "same", "above", "below", "levels", "raw", "kappa"] as const

/** The assessors as CSV; `lcqm assessors --help` says what each column holds. */
export const assessorsCsv = (assessors: ReadonlyArray<AssessorTold>): string =>
  csv(
    ["scheme", "assessor", "assessed", "against", ...columns],
    assessors.flatMap(({ assessed, assessor, scheme, withSecond, withSelf }) =>
      (
        [
          ["school", withSelf],
          ["second", withSecond]
        ] as const
      ).map(([against, comparison]) => [
        scheme,
        assessor,
        assessed,
        against,
        ...columns.map((column) => comparison[column])
      ])
    )
  )
