// The state a fold owns while it folds: the same as what is published, but that it may be changed.
import type { Dated, Milestone } from "./chronology/milestone.ts"
import type { EnrolmentState, Evidence, Judged } from "./state.ts"

/** A school's state as a fold changes it. */
export type Draft = { -readonly [Key in keyof EnrolmentState]: EnrolmentState[Key] } & {
  champions: Set<string>
  insiders: Set<string>
  evidence: Map<string, Evidence>
  self: Map<string, Judged>
  assessor: Map<string, Judged>
  agreed: Map<string, Judged>
  dates: Map<Milestone, Dated>
}

/** A draft of a state: what may change in it is copied. */
export const thaw = (state: EnrolmentState): Draft => ({
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
  champions: new Set(state.champions),
  insiders: new Set(state.insiders),
  evidence: new Map(state.evidence),
  self: new Map(state.self),
  assessor: new Map(state.assessor),
  agreed: new Map(state.agreed),
  declaration: state.declaration,
  visit: state.visit,
  proposal: state.proposal,
  furtherWork: state.furtherWork,
  dates: new Map(state.dates),
  awards: state.awards
})
