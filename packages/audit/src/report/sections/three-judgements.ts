// Self against assessor against agreed: disagreements first, each with the reason that was written down.
import { type CriterionNode, shownUnopened, type ThemeNode } from "@lcqm/core"
import type { ThreeJudgements } from "../../comparing/three-judgements.ts"
import { type Content, element } from "../element/element.ts"
import { levelMark, quoted, said, table } from "../words.ts"

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
  const differing = criteria.filter(({ differ }) => differ).length
  return element(
    "div",
    {},
    element(
      "p",
      {},
      criteria.length === 0
        ? "Nothing is judged yet."
        : `${differing} of ${criteria.length} criteria were not judged alike.`
    ),
    criteria.length === 0
      ? ""
      : table(
          "What the school, the assessor and both together said of each criterion",
          ["Criterion", "School", "Assessor", "Agreed", "Reason"],
          criteria.map(({ agreed, assessor, criterion, differ, reason, self }) => ({
            ...(differ ? { class: "differs" } : {}),
            cells: [
              said(titles.get(criterion) ?? criterion),
              levelMark(self),
              levelMark(assessor),
              levelMark(agreed),
              reason === undefined ? "" : quoted(shownUnopened(reason))
            ]
          }))
        )
  )
}
