// The first thing a reader sees: which school holds which award, whether it still stands, agreed by whom, under which
// rule.
import {
  type Award,
  type EnrolmentEvent,
  isoDateOf,
  monthsLater,
  type Recorded,
  ruleSetFact,
  shownUnopened,
  spanOf
} from "@lcqm/core"
import type { SchoolHistory } from "../../history/school-history.ts"
import { stateOf } from "../../history/school-history.ts"
import { type Content, element } from "../element/element.ts"
import { levelMark, quoted, said } from "../words.ts"

type AwardAgreed = Extract<Recorded<EnrolmentEvent>, { readonly type: "AwardAgreed.v1" }>

type AwardProposed = Extract<Recorded<EnrolmentEvent>, { readonly type: "AwardProposed.v1" }>

const isProposal = (event: Recorded<EnrolmentEvent>): event is AwardProposed =>
  event.type === "AwardProposed.v1"

const isAward = (event: Recorded<EnrolmentEvent>): event is AwardAgreed => event.type === "AwardAgreed.v1"

const signed = (event: { readonly data: object } | undefined): string =>
  event !== undefined && "signature" in event.data && event.data.signature !== undefined
    ? "signed"
    : "unsigned"

// What became of the award since it was agreed, in sentences that nobody reads past.
const sinceThen = (
  { events }: SchoolHistory,
  award: Award,
  given: AwardAgreed | undefined
): ReadonlyArray<Content> => {
  const changed = events.findLast(({ type }) => type === "AwardRevoked.v1" || type === "AppealDecided.v1")
  const on = (event: Recorded<EnrolmentEvent> | undefined): Content =>
    event === undefined ? "" : [" on ", element("time", {}, said(event.metadata.occurredOn))]
  if (award.standing === "revoked") {
    return [
      element(
        "p",
        { class: "since revoked" },
        "It no longer stands: it was ",
        changed?.type === "AppealDecided.v1" ? "taken away on appeal" : "revoked",
        on(changed),
        "."
      )
    ]
  }
  return given !== undefined && given.data.level !== award.level
    ? [element("p", { class: "since" }, "On appeal it is ", levelMark(award.level), on(changed), ".")]
    : []
}

const validUntil = ({ facts, scheme }: SchoolHistory, { agreedOn, ruleSet }: Award): Content => {
  const { fold, stream } = ruleSetFact(scheme, ruleSet)
  const months = fold.fold(fold.initial, facts.get(stream) ?? []).ruleSet?.validityMonths
  const { last } = spanOf(agreedOn)
  return months === undefined || last === null
    ? "not known"
    : element("time", {}, isoDateOf(monthsLater(last, months)))
}

const row = (name: string, ...held: ReadonlyArray<Content>): Content => [
  element("dt", {}, name),
  element("dd", {}, held)
]

/** The award, or that there is none. */
export const verdictLine = (history: SchoolHistory): Content => {
  const { events, school, scheme } = history
  const { awards, stage } = stateOf(history, events)
  const award = awards.at(-1)
  if (award === undefined) {
    return element(
      "p",
      { class: "headline" },
      "School ",
      element("strong", {}, said(school)),
      ` has no award in the scheme ${scheme}; its enrolment is at the stage "${stage}".`
    )
  }
  const agreed = events.find((event): event is AwardAgreed => event.id === award.event && isAward(event))
  const level = agreed?.data.level ?? award.level
  const indicated = agreed?.data.indicated ?? award.indicated
  const proposal = events
    .slice(0, agreed === undefined ? 0 : events.indexOf(agreed))
    .findLast((event) => isProposal(event))
  const basis = agreed?.data.basis
  return [
    element(
      "p",
      { class: "headline" },
      "School ",
      element("strong", {}, said(school)),
      " was awarded ",
      levelMark(level),
      " on ",
      element("time", {}, said(award.agreedOn)),
      level === indicated ? "." : ["; the rule indicated ", levelMark(indicated), "."]
    ),
    ...sinceThen(history, award, agreed),
    element(
      "dl",
      {},
      proposal?.data.reason === undefined
        ? ""
        : row("Why another level", quoted(shownUnopened(proposal.data.reason))),
      row("Valid until", validUntil(history, award)),
      award.carriedFrom === undefined ? "" : row("Carried over from school", said(award.carriedFrom)),
      agreed === undefined
        ? row("Made by", award.carriedFrom === undefined ? "the decision of an appeal" : "carrying over")
        : [
            row(
              "Proposed by the assessor",
              said(proposal?.metadata.actor.person ?? "not in this history"),
              ` (${signed(proposal)})`
            ),
            row("Accepted by the Champion", said(agreed.metadata.actor.person), ` (${signed(agreed)})`)
          ],
      row("Rule set", said(basis === undefined ? award.ruleSet : `${basis.ruleSet} (${basis.algorithm})`)),
      row("Criteria set", said(award.criteriaSet))
    )
  ]
}
