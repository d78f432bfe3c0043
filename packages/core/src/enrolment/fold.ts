// How each event changes what is known of a school. Total: an event whose predecessors are missing changes
// what it can and leaves the rest.
import { foldOf } from "../deciding/fold.ts"
import type { EventId } from "../vocabulary/index.ts"
import { type EnrolmentEvent, enrolmentEvents } from "./events.ts"
import type { Judging } from "./judgement/events.ts"
import {
  type Assignment,
  type EnrolmentState,
  type Evidence,
  initialEnrolment,
  type Judged
} from "./state.ts"

type Draft = { -readonly [Key in keyof EnrolmentState]: EnrolmentState[Key] } & {
  insiders: Set<string>
  evidence: Map<string, Evidence>
  self: Map<string, Judged>
  assessor: Map<string, Judged>
  agreed: Map<string, Judged>
}

const thaw = (state: EnrolmentState): Draft => ({
  scheme: state.scheme,
  school: state.school,
  enrolment: state.enrolment,
  cohort: state.cohort,
  phase: state.phase,
  criteriaSet: state.criteriaSet,
  ruleSet: state.ruleSet,
  stage: state.stage,
  deferred: state.deferred,
  champion: state.champion,
  coach: state.coach,
  insiders: new Set(state.insiders),
  evidence: new Map(state.evidence),
  self: new Map(state.self),
  assessor: new Map(state.assessor),
  agreed: new Map(state.agreed),
  declaration: state.declaration,
  visit: state.visit,
  proposal: state.proposal,
  furtherWork: state.furtherWork,
  awards: state.awards
})

const judged = (judgement: Judging, event: EventId): Judged => ({
  judgement: "level" in judgement ? judgement.level : "set aside",
  event
})

const withAssignments = (
  draft: Draft,
  id: string,
  change: (assignments: ReadonlyArray<Assignment>) => ReadonlyArray<Assignment>
): void => {
  const item = draft.evidence.get(id)
  if (item === undefined) return
  const { kind, producedOn, withdrawn } = item
  draft.evidence.set(id, { id, kind, producedOn, withdrawn, assignments: change(item.assignments) })
}

const championed = (draft: Draft, champion: string, coach: string | undefined): void => {
  draft.champion = champion
  draft.coach = coach
  draft.insiders.add(champion)
  if (coach !== undefined) draft.insiders.add(coach)
}

/** Folds a school's stream in a scheme: total over any subset of it. */
export const enrolmentFold = foldOf<EnrolmentState, Draft, EnrolmentEvent>({
  types: enrolmentEvents,
  initial: initialEnrolment,
  thaw,
  apply: (draft, event) => {
    switch (event.type) {
      case "SchoolEnrolled.v1": {
        const { cohort, criteriaSet, enrolment, phase, ruleSet, scheme, school } = event.data
        const { awards, insiders } = draft
        Object.assign(draft, thaw(initialEnrolment), { awards, insiders })
        draft.scheme = scheme
        draft.school = school
        draft.enrolment = enrolment
        draft.cohort = cohort
        draft.phase = phase
        draft.criteriaSet = criteriaSet
        draft.ruleSet = ruleSet
        draft.stage = "preparing"
        return
      }
      case "EnrolmentDeferred.v1":
        draft.deferred = true
        return
      case "EnrolmentResumed.v1":
        draft.deferred = false
        return
      case "EnrolmentTransferred.v1":
        draft.cohort = event.data.to
        return
      case "EnrolmentWithdrawn.v1":
        draft.stage = "withdrawn"
        draft.proposal = undefined
        return
      case "ChampionAppointed.v1":
      case "ChampionReplaced.v1":
        championed(draft, event.data.champion, event.data.coach)
        return
      case "SettingDescribed.v1":
        return
      case "EvidenceSubmitted.v1": {
        const { evidence: id, kind, producedOn } = event.data
        draft.evidence.set(id, { id, kind, producedOn, withdrawn: false, assignments: [] })
        return
      }
      case "EvidenceAssigned.v1": {
        const { criterion, evidence } = event.data
        withAssignments(draft, evidence, (assignments) => [
          ...assignments,
          { criterion, verdict: "not reviewed", events: [event.id] }
        ])
        return
      }
      case "EvidenceUnassigned.v1":
        withAssignments(draft, event.data.evidence, (assignments) =>
          assignments.filter(({ criterion }) => criterion !== event.data.criterion)
        )
        return
      case "EvidenceWithdrawn.v1": {
        const item = draft.evidence.get(event.data.evidence)
        if (item !== undefined) {
          const { assignments, id, kind, producedOn } = item
          draft.evidence.set(id, { id, kind, producedOn, withdrawn: true, assignments })
        }
        return
      }
      case "EvidenceReviewed.v1": {
        const { criterion, evidence, verdict } = event.data
        withAssignments(draft, evidence, (assignments) =>
          assignments.map((each) =>
            each.criterion === criterion
              ? { criterion, verdict, events: [each.events[0] ?? event.id, event.id] }
              : each
          )
        )
        return
      }
      case "CriterionSelfAssessed.v1":
        draft.self.set(event.data.criterion, judged(event.data.judgement, event.id))
        return
      case "SelfAssessmentDeclared.v1":
        draft.declaration = {
          indicated: event.data.indicated,
          declared: event.data.declared,
          event: event.id
        }
        draft.stage = draft.visit === undefined ? "declared" : "visit arranged"
        return
      case "SelfAssessmentReopened.v1":
        draft.declaration = undefined
        draft.stage = "preparing"
        return
      case "VisitArranged.v1": {
        const { assessor, on, ordinal } = event.data
        draft.visit = { assessor, on, ordinal, held: undefined }
        draft.stage = "visit arranged"
        return
      }
      case "VisitMoved.v1":
        if (draft.visit !== undefined) {
          const { assessor, held, ordinal } = draft.visit
          draft.visit = { assessor, on: event.data.to, ordinal, held }
        }
        return
      case "VisitCancelled.v1":
        draft.visit = undefined
        draft.stage = draft.declaration === undefined ? "preparing" : "declared"
        return
      case "VisitHeld.v1":
        if (draft.visit !== undefined) {
          const { assessor, on, ordinal } = draft.visit
          draft.visit = { assessor, on, ordinal, held: event.metadata.occurredOn }
        }
        draft.stage = "visited"
        return
      case "CriterionAssessed.v1":
        draft.assessor.set(event.data.criterion, judged(event.data.judgement, event.id))
        return
      case "JudgementAgreed.v1":
        draft.agreed.set(event.data.criterion, judged(event.data.judgement, event.id))
        return
      case "AwardProposed.v1":
        draft.proposal = {
          level: event.data.level,
          indicated: event.data.indicated,
          reason: event.data.reason,
          event: event.id
        }
        draft.stage = "proposed"
        return
      case "ProposalDeclined.v1":
      case "ProposalWithdrawn.v1":
        draft.proposal = undefined
        draft.stage = "visited"
        return
      case "AwardAgreed.v1": {
        const { indicated, level } = event.data
        const { cohort, enrolment } = draft
        draft.awards = [
          ...draft.awards,
          { enrolment, cohort, level, indicated, agreedOn: event.metadata.occurredOn, event: event.id }
        ]
        draft.proposal = undefined
        draft.stage = "agreed"
        return
      }
      case "FurtherWorkAsked.v1":
        draft.furtherWork = { criteria: event.data.criteria, by: event.data.by }
        draft.stage = "further work"
        for (const criterion of event.data.criteria) {
          draft.assessor.delete(criterion)
          draft.agreed.delete(criterion)
        }
        return
      case "FurtherWorkSubmitted.v1":
        draft.stage = "visited"
        return
      case "AwardWithheld.v1":
        draft.proposal = undefined
        draft.stage = "withheld"
        return
    }
  }
})
