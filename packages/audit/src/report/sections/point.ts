// The school as of one event: its state, what that event changed, and what the rule makes of it. The same content
// stands in the file, for the last event, and is made anew in the page wherever the slider goes.
import {
  type AwardNode,
  type EnrolmentState,
  type JudgementSetName,
  type PartialDate,
  countsAsAt
} from "@lcqm/core"
import { Result } from "effect"
import { threeJudgements } from "../../comparing/three-judgements.ts"
import { explainAt, pointToExplain } from "../../explaining/explain-at.ts"
import { changedFields, fieldsOf } from "../../history/fields.ts"
import { type SchoolHistory, stateOf } from "../../history/school-history.ts"
import { type Content, element } from "../element/element.ts"
import { said } from "../words.ts"
import { derivation } from "./derivation.ts"
import { blameTable, changesTable, stateSummary } from "./state.ts"
import { themesPicture } from "./themes-picture.ts"
import { judgementsSection } from "./three-judgements.ts"

/** Where a reader stands: as of one event in the order of recording, and of what had happened by a day. */
export interface Point {
  readonly revision: number
  readonly occurred?: PartialDate
}

/** The history as it was known at a point. */
export const historyAt = (history: SchoolHistory, { occurred, revision }: Point): SchoolHistory => ({
  ...history,
  events: history.events
    .slice(0, revision + 1)
    .filter((event) => countsAsAt(event, occurred === undefined ? {} : { occurred }))
})

/** The state at a point. */
export const stateAt = (history: SchoolHistory, point: Point): EnrolmentState => {
  const known = historyAt(history, point)
  return stateOf(known, known.events)
}

// As of the last event it is the decision that is explained, on what it rested on; before, the school as it stood.
const explained = (
  history: SchoolHistory,
  known: SchoolHistory,
  point: Point,
  set: JudgementSetName
): AwardNode | undefined => {
  const recorded = history.events[point.revision]?.metadata.recordedAt
  const isLast = point.revision === history.events.length - 1 && point.occurred === undefined
  const at = isLast ? pointToExplain(history) : { asAt: recorded === undefined ? {} : { recorded } }
  const result = explainAt(known, at, set)
  return Result.isSuccess(result) ? result.success.award : undefined
}

const part = (id: string, title: string, ...content: ReadonlyArray<Content>): Content =>
  element("section", { "aria-labelledby": id }, element("h3", { id }, title), content)

// What only opens on a screen would be an empty heading on paper.
const onScreen = (...parts: Parameters<typeof part>): Content =>
  element("div", { class: "on-screen" }, part(...parts))

/** Everything that is shown of a point. */
export const pointContent = (history: SchoolHistory, point: Point): Content => {
  const known = historyAt(history, point)
  const state = stateOf(known, known.events)
  const before = stateAt(history, { ...point, revision: point.revision - 1 })
  const award = (set: JudgementSetName) => explained(history, known, point, set)
  const [self, assessor, agreed] = [award("self"), award("assessor"), award("agreed")]
  const shown = agreed ?? assessor ?? self
  const event = history.events[point.revision]
  return element(
    "div",
    { "data-revision": point.revision },
    element(
      "p",
      { class: "where" },
      event === undefined
        ? "Before the first event."
        : [
            `As of event ${point.revision}, `,
            said(event.type),
            ", recorded at ",
            said(event.metadata.recordedAt),
            point.occurred === undefined ? "." : [", of what had happened by ", said(point.occurred), "."]
          ]
    ),
    part("state-title", "The school then", stateSummary(state)),
    part(
      "themes-title",
      "The themes",
      themesPicture({ self: self?.themes, assessor: assessor?.themes, agreed: agreed?.themes })
    ),
    part(
      "judgements-title",
      "School, assessor, agreed",
      judgementsSection(threeJudgements(known), shown?.themes ?? [])
    ),
    part(
      "derivation-title",
      "Why: from judgements and evidence to a level",
      shown === undefined
        ? element("p", {}, "Nothing can be derived yet.")
        : [
            element(
              "p",
              {},
              `On the ${agreed !== undefined ? "agreed" : assessor !== undefined ? "assessor's" : "school's own"} judgements.`
            ),
            derivation(shown)
          ]
    ),
    onScreen(
      "changes-title",
      "What this event changed",
      changesTable(changedFields(fieldsOf(before), fieldsOf(state)))
    ),
    onScreen(
      "blame-title",
      "Who set what",
      element("details", {}, element("summary", {}, "Every field"), blameTable(known))
    )
  )
}
