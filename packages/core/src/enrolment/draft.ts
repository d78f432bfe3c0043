// The state a fold owns while it folds: the same as what is published, but that it may be changed.
import type { Dated, Milestone } from "./chronology/milestone.ts"
import type { Evidence } from "./evidence/evidence.ts"
import type { EnrolmentState, Judged } from "./state.ts"

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

// A copy of an empty one is made faster anew: most folds begin with nothing.
const copyOf = <Key, Value>(map: ReadonlyMap<Key, Value>): Map<Key, Value> =>
  map.size === 0 ? new Map() : new Map(map)
const copyOfSet = <Member>(set: ReadonlySet<Member>): Set<Member> =>
  set.size === 0 ? new Set() : new Set(set)

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
  champions: copyOfSet(state.champions),
  insiders: copyOfSet(state.insiders),
  evidence: copyOf(state.evidence),
  self: copyOf(state.self),
  assessor: copyOf(state.assessor),
  agreed: copyOf(state.agreed),
  declaration: state.declaration,
  visit: state.visit,
  proposal: state.proposal,
  furtherWork: state.furtherWork,
  dates: copyOf(state.dates),
  awards: state.awards,
  afterwards: state.afterwards,
  closed: state.closed
})
