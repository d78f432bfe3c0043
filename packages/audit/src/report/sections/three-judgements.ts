// Self against assessor against agreed: disagreements first, each with the reason that was written down.
import { type CriterionNode, shownUnopened, type ThemeNode } from "@lcqm/core"
import type { ThreeJudgements } from "../../comparing/three-judgements.ts"
import { type Content, element } from "../element/element.ts"
import { levelMark, quoted, said, table, type TableRow } from "../words.ts"

const titlesOf = (themes: ReadonlyArray<ThemeNode>): ReadonlyMap<string, string> =>
  new Map(
    themes.flatMap(({ criteria }) => criteria.map(({ id, title }: CriterionNode) => [id, title] as const))
  )

/** The three judgements of every criterion. */
export const judgementsSection = (
  { criteria }: ThreeJudgements,
  themes: ReadonlyArray<ThemeNode>
): Content => {
  const titles = titlesOf(themes)
  const differing = criteria.filter(({ differ }) => differ)
  const alike = criteria.filter(({ differ }) => !differ)
  const rows = (some: typeof criteria, withReason: boolean): ReadonlyArray<TableRow> =>
    some.map(({ agreed, assessor, criterion, differ, reason, self }) => ({
      class: differ ? "differs" : "",
      cells: [
        said(titles.get(criterion) ?? criterion),
        levelMark(self),
        levelMark(assessor),
        levelMark(agreed),
        ...(withReason ? [reason === undefined ? "none was given" : quoted(shownUnopened(reason))] : [])
      ]
    }))
  const columns = ["Criterion", "School", "Assessor", "Agreed"]
  if (criteria.length === 0) return element("p", {}, "Nothing is judged yet.")
  return [
    element(
      "p",
      {},
      differing.length === 0
        ? `All ${criteria.length} criteria were judged alike.`
        : `${differing.length} of ${criteria.length} criteria were not judged alike:`
    ),
    differing.length === 0
      ? ""
      : table("Where they differ, and why", [...columns, "Reason"], rows(differing, true), "judgements"),
    alike.length === 0
      ? ""
      : element(
          "details",
          { class: "on-paper" },
          element("summary", {}, `The ${alike.length} criteria that were judged alike`),
          table(
            "Where school, assessor and both together said the same",
            columns,
            rows(alike, false),
            "judgements"
          )
        )
  ]
}
