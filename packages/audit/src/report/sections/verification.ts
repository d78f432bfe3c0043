// What verifying the file came to. A check mark stands only where something was really checked: what could not be is
// told apart and never looks like a yes.
import { type AwardFileVerdict, type Outcome, outcomeSaid } from "../../verifying/verdict.ts"
import { whereText } from "../../verifying/finding.ts"
import { type Content, element } from "../element/element.ts"
import { said, table } from "../words.ts"
import { checksList } from "./checks.ts"

/** The sign of an outcome. Only "verified" has a check mark. */
export const outcomeMarks: Readonly<Record<Outcome, string>> = {
  verified: "✔",
  "complete up to the award only": "◐",
  "not fully checked": "◐",
  "does not verify": "✘"
}

/** The verdict on a file. */
export const verdictContent = (verdict: AwardFileVerdict): Content => {
  const { checkpoint, events, findings, head, outcome, unchecked } = verdict
  const count = (stands: string) => events.filter((each) => each.stands === stands).length
  return element(
    "div",
    { class: "outcome", "data-outcome": outcome },
    element("p", { class: "outcome-line" }, element("strong", {}, `${outcomeMarks[outcome]} ${outcome}`)),
    element("p", {}, outcomeSaid[outcome]),
    checksList(verdict),
    element(
      "p",
      {},
      `Events: ${count("verified")} verified, ${count("not checked")} not checked, ${count("wrong")} wrong.`,
      checkpoint === undefined ? "" : ` The log had ${String(checkpoint.size)} events when it was signed.`,
      head === undefined ? "" : ` Its last event of this school was number ${String(head.revision)}.`
    ),
    findings.length === 0
      ? ""
      : element(
          "div",
          { class: "findings" },
          table(
            "What is wrong",
            ["What", "Where", "In words", "Expected", "Got"],
            findings.map(({ expected, got, kind, says, where }) => ({
              class: "wrong",
              cells: [kind, said(whereText(where)), said(says), said(expected), said(got)]
            }))
          )
        ),
    unchecked.length === 0
      ? ""
      : table(
          "What could not be checked",
          ["What", "Where", "Why"],
          unchecked.map(({ what, where, why }) => ({
            cells: [said(what), said(whereText(where)), said(why)]
          }))
        )
  )
}

/** The outcome in a word, for the head of a report. */
export const outcomeWord = ({ findings, outcome }: AwardFileVerdict): Content =>
  element(
    "span",
    { class: "outcome-word", "data-outcome": outcome },
    `${outcomeMarks[outcome]} ${outcome}`,
    findings.length === 0 ? "" : `: ${[...new Set(findings.map(({ kind }) => kind))].slice(0, 3).join(", ")}`
  )
