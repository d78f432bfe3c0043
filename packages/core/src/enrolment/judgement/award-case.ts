// What the award rule is put to: one of the three judgement sets of an enrolment, the evidence that counts for
// it, and what limits an award; each with the events it rests on.
import { type AssignedEvidence, countEvidence } from "../../award/case/evidence.ts"
import type { AwardCase } from "../../award/deriving/derive.ts"
import type { Provenance } from "../../award/explanation/explanation.ts"
import type { Judgement, JudgementSet, JudgementSetName } from "../../award/case/judgement.ts"
import type { LimiterFacts } from "../../award/deriving/limiters.ts"
import type { RuleSet } from "../../award/rule/rule-set.ts"
import type { CohortState } from "../../cohort/fold.ts"
import { type PersonState, sessionsAttended } from "../../person/fold.ts"
import { canBeWithin, cpdSessions, monthsLater, spanOf, type Window } from "../../vocabulary/index.ts"
import type { Rules } from "../criteria-facts.ts"
import type { EnrolmentState, Judgements } from "../state.ts"

/** An award case with the events it rests on, as `explain` takes it. */
export interface ExplainableCase extends AwardCase {
  readonly provenance: Provenance
  /** The days in which evidence counts; undefined where no training start is given, so that none applies. */
  readonly evidenceWindow: Window | undefined
}

/**
 * The days in which evidence counts: from so many months before training began to the visit. Undefined where the
 * cohort's training start has no year or none is given: then the window does not apply.
 */
export const evidenceWindowOf = (
  { evidenceWindow }: Pick<RuleSet, "evidenceWindow">,
  { windows }: Pick<CohortState, "windows">,
  { visit }: Pick<EnrolmentState, "visit">
): Window | undefined => {
  const began = windows.training?.from === undefined ? null : spanOf(windows.training.from).first
  if (began === null) return undefined
  const until = visit === undefined ? null : spanOf(visit.held ?? visit.on).last
  return { first: monthsLater(began, -evidenceWindow.monthsBeforeTraining), last: until }
}

/** Whether too few CPD sessions were attended: the scheme asks Champions to attend four. */
export const cpdShortfall = (champion: PersonState, scheme: string): boolean =>
  sessionsAttended(champion, scheme).length < cpdSessions

const judgementOf = ({
  event,
  judgement
}: {
  readonly event: string
  readonly judgement: string
}): Judgement =>
  // The rule reads no text: why a criterion is set aside is in the event named here.
  judgement === "set aside" ? { setAside: `event ${event}` } : (judgement as Exclude<Judgement, object>)

/** The judgements of one set, as the rule takes them. */
export const judgementSetOf = (judgements: Judgements): JudgementSet =>
  Object.fromEntries(Array.from(judgements, ([criterion, judged]) => [criterion, judgementOf(judged)]))

const itemsOf = (state: EnrolmentState, window: Window | undefined): ReadonlyArray<AssignedEvidence> =>
  [...state.evidence.values()]
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap(({ assignments, id, producedOn }) =>
      assignments.map(({ criterion, verdict }) => ({
        evidence: id,
        criterion,
        state: verdict === "not reviewed" ? ("assigned" as const) : verdict,
        inWindow: window === undefined || canBeWithin(producedOn, window)
      }))
    )

// A map, since a criterion may be called `constructor`.
const evidenceEvents = (state: EnrolmentState): NonNullable<Provenance["evidence"]> => {
  const found = new Map<string, Array<string>>()
  for (const { assignments, withdrawn } of state.evidence.values()) {
    if (withdrawn) continue
    for (const { criterion, events } of assignments) {
      found.set(criterion, [...(found.get(criterion) ?? []), ...events])
    }
  }
  return Object.fromEntries(found)
}

/** The case of an enrolment for one judgement set. */
export const awardCaseOf = (
  set: JudgementSetName,
  state: EnrolmentState,
  { criteriaSet, ruleSet }: Pick<Rules, "criteriaSet" | "ruleSet">,
  cohort: Pick<CohortState, "windows">,
  limiters: LimiterFacts
): ExplainableCase => {
  const judgements = set === "self" ? state.self : set === "assessor" ? state.assessor : state.agreed
  const evidenceWindow = evidenceWindowOf(ruleSet, cohort, state)
  return {
    criteriaSet,
    rule: ruleSet,
    judgements: judgementSetOf(judgements),
    evidence: countEvidence(set, itemsOf(state, evidenceWindow)),
    limiters: set === "self" || state.closed === undefined ? limiters : { ...limiters, schoolClosed: true },
    evidenceWindow,
    provenance: {
      judgements: Object.fromEntries(
        Array.from(judgements, ([criterion, { event }]) => [criterion, [event]])
      ),
      evidence: evidenceEvents(state)
    }
  }
}
