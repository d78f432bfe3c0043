// The school's state at a point, what the step to it changed, and which event last set each field.
import type { AsAt, EnrolmentState } from "@lcqm/core"
import { blame } from "../../history/blame.ts"
import type { FieldChanged, FieldValue } from "../../history/fields.ts"
import type { SchoolHistory } from "../../history/school-history.ts"
import { type Content, element } from "../element/element.ts"
import { levelMark, said, table } from "../words.ts"

const value = (held: FieldValue | undefined): Content => (held === undefined ? "nothing" : said(String(held)))

/** The state in a few lines. */
export const stateSummary = (state: EnrolmentState): Content => {
  const { awards, champion, cohort, deferred, evidence, stage, visit } = state
  const award = awards.at(-1)
  const rows: ReadonlyArray<readonly [string, Content]> = [
    ["Stage", deferred ? `${stage}, deferred` : stage],
    ["Cohort", said(cohort === "" ? "none" : cohort)],
    ["Champion", said(champion ?? "none")],
    ["Evidence", `${evidence.size} pieces`],
    [
      "Judged",
      `${state.self.size} by the school, ${state.assessor.size} by the assessor, ${state.agreed.size} agreed`
    ],
    [
      "Visit",
      visit === undefined
        ? "none"
        : said(visit.held === undefined ? `to be on ${visit.on}` : `held on ${visit.held}`)
    ],
    ["Award", award === undefined ? "none" : levelMark(award.level)]
  ]
  return element(
    "dl",
    { class: "state" },
    rows.map(([name, held]) => [element("dt", {}, name), element("dd", {}, held)])
  )
}

// More than these are mostly what an event implies: they are there for who asks.
const fewEnough = 6

/** What a step changed. */
export const changesTable = (fields: ReadonlyArray<FieldChanged>): Content => {
  if (fields.length === 0) return element("p", {}, "Nothing of the state changed.")
  const whole = table(
    "What changed",
    ["Field", "Before", "After"],
    fields.map(({ field, from, to }) => ({
      cells: [element("code", {}, said(field)), value(from), value(to)]
    })),
    "fields"
  )
  return fields.length <= fewEnough
    ? whole
    : element("details", {}, element("summary", {}, `${fields.length} fields of the state`), whole)
}

/** Which event last set each field, as at a point. */
export const blameTable = (history: SchoolHistory, at: AsAt = {}): Content =>
  table(
    "Which event last set each field of the state",
    ["Field", "Holds", "Set by event", "Of type", "By", "Happened on", "Recorded at"],
    blame(history, "", at).map(({ by, field, occurredOn, recordedAt, revision, type, value: held }) => ({
      cells: [
        element("code", {}, said(field)),
        value(held),
        String(revision),
        element("code", {}, said(type)),
        said(by),
        said(occurredOn),
        said(recordedAt)
      ]
    })),
    "fields"
  )
