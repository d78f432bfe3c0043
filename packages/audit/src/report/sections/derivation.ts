// Why the rule indicates what it does, as a tree that opens level by level, and why not the next level up.
import { type AwardNode, type CriterionNode, sentences, levelTitle, type ThemeNode } from "@lcqm/core"
import { type Content, element } from "../element/element.ts"
import { levelMark, said } from "../words.ts"

const criterion = (node: CriterionNode): Content =>
  element(
    "li",
    {},
    said(node.title),
    ": ",
    node.countsAs === null ? levelMark("set aside") : ["counts as ", levelMark(node.countsAs)],
    node.verdict === "judged" || node.verdict === "set aside" ? "" : ` (${node.verdict})`,
    node.evidence === null
      ? ""
      : ` · evidence that counts: ${node.evidence.items}${node.evidence.enough ? "" : `, too little: ${node.evidence.needed} needed`}`
  )

const theme = (node: ThemeNode): Content =>
  element(
    "details",
    { class: "on-paper" },
    element(
      "summary",
      {},
      said(node.title),
      ": ",
      node.level === null ? "takes no part" : levelMark(node.level)
    ),
    element("ul", {}, node.criteria.map(criterion))
  )

// Of the explanation's lines, those that say what of the award's own terms failed: indented under "Not Gold:".
const whyNot = (lines: ReadonlyArray<string>, level: string): ReadonlyArray<string> => {
  const from = lines.indexOf(`Not ${level}:`) + 1
  const length = lines.slice(from).findIndex((line) => !line.startsWith("  "))
  return lines.slice(from, length < 0 ? undefined : from + length).map((line) => line.trim())
}

/** The derivation of an award. */
export const derivation = (award: AwardNode): Content => {
  const { level, next, provisional, themes, unjudged } = award
  const lines = sentences(award)
  return element(
    "div",
    {},
    element(
      "p",
      {},
      level === null
        ? [
            `Not complete: ${unjudged.length} criteria are not judged. As it stands it would be `,
            levelMark(provisional),
            "."
          ]
        : ["The rule indicates ", levelMark(level), "."]
    ),
    next === null
      ? ""
      : [
          element("p", {}, `Why not ${levelTitle(next.level)}?`),
          element(
            "ul",
            { class: "why-not" },
            whyNot(lines, levelTitle(next.level)).map((line) => element("li", {}, said(line)))
          )
        ],
    themes.map(theme),
    element(
      "details",
      {},
      element("summary", {}, "In sentences"),
      element(
        "ul",
        { class: "sentences" },
        lines.map((line) => element("li", {}, said(line)))
      )
    )
  )
}
