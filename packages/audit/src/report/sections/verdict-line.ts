// The first thing a reader sees: which school holds which award, since when, agreed by whom, under which rule.
import type { EnrolmentEvent, Recorded } from "@lcqm/core"
import type { SchoolHistory } from "../../history/school-history.ts"
import { stateOf } from "../../history/school-history.ts"
import { type Content, element } from "../element/element.ts"
import { levelMark, said } from "../words.ts"

type AwardAgreed = Extract<Recorded<EnrolmentEvent>, { readonly type: "AwardAgreed.v1" }>

const isAward = (event: Recorded<EnrolmentEvent>): event is AwardAgreed => event.type === "AwardAgreed.v1"

/** The last award of the history, if it holds one. */
export const lastAward = ({ events }: SchoolHistory): AwardAgreed | undefined => events.findLast(isAward)

const proposerOf = ({ events }: SchoolHistory, award: AwardAgreed): string | undefined =>
  events.findLast(({ revision, type }) => type === "AwardProposed.v1" && revision < award.revision)?.metadata
    .actor.person

const signed = (event: { readonly data: object } | undefined): string =>
  event !== undefined && "signature" in event.data && event.data.signature !== undefined
    ? "signed"
    : "unsigned"

/** The award, or that there is none. */
export const verdictLine = (history: SchoolHistory): Content => {
  const { events, school, scheme } = history
  const award = lastAward(history)
  if (award === undefined) {
    const { stage } = stateOf(history, events)
    return element(
      "p",
      { class: "verdict" },
      "School ",
      element("strong", {}, said(school)),
      ` has no award in the scheme ${scheme}; its enrolment is at the stage "${stage}".`
    )
  }
  const { basis, indicated, level } = award.data
  const { actor, occurredOn } = award.metadata
  const proposer = proposerOf(history, award)
  const proposal = events.findLast(
    ({ revision, type }) => type === "AwardProposed.v1" && revision < award.revision
  )
  return element(
    "div",
    { class: "verdict" },
    element(
      "p",
      {},
      "School ",
      element("strong", {}, said(school)),
      " was awarded ",
      levelMark(level),
      " on ",
      element("time", {}, said(occurredOn)),
      level === indicated ? "." : ["; the rule indicated ", levelMark(indicated), "."]
    ),
    element(
      "dl",
      {},
      element("dt", {}, "Proposed by the assessor"),
      element("dd", {}, said(proposer ?? "not in this history"), ` (${signed(proposal)})`),
      element("dt", {}, "Accepted by the Champion"),
      element("dd", {}, said(actor.person), ` (${signed(award)})`),
      element("dt", {}, "Rule set"),
      element("dd", {}, said(`${basis.ruleSet} (${basis.algorithm})`)),
      element("dt", {}, "Criteria set"),
      element("dd", {}, said(basis.criteriaSet))
    )
  )
}
