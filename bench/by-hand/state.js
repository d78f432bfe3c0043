// What is known of a school, written by hand: the state of the core's own fold, and the parts of its changes that
// take more than an assignment. Shared by everything hand-written and by what the peers are given.

/** @typedef {import("../workload/stored.js").Event} Event */

// Never changed in place, and so one for all.
const nothingDecided = {
  second: undefined,
  support: undefined,
  decision: undefined,
  appeal: undefined,
  appealed: new Set(),
  review: undefined,
  earlier: new Map()
}

/** The state before anything has happened, new each time: whoever folds owns it. */
export const emptyEnrolment = () => ({
  scheme: "",
  school: "",
  enrolment: 0,
  cohort: "",
  phase: undefined,
  criteriaSet: undefined,
  ruleSet: undefined,
  stage: "not enrolled",
  deferred: false,
  champion: undefined,
  coach: undefined,
  champions: new Set(),
  insiders: new Set(),
  evidence: new Map(),
  self: new Map(),
  assessor: new Map(),
  agreed: new Map(),
  declaration: undefined,
  visit: undefined,
  proposal: undefined,
  furtherWork: undefined,
  dates: new Map(),
  awards: [],
  afterwards: nothingDecided,
  closed: undefined
})

/** What a decision was, as far as an appeal is concerned. */
const decided = (state, kind, level, { data, id, metadata }) => {
  const { criteriaSet, ruleSet } = data.basis
  const decision = { kind, event: id, on: metadata.occurredOn, level }
  state.afterwards = {
    ...state.afterwards,
    decision: { ...decision, assessor: state.visit?.assessor, criteriaSet, ruleSet }
  }
}

export const judged = (judgement, { id, metadata }) => ({
  judgement: "level" in judgement ? judgement.level : "set aside",
  event: id,
  on: metadata.occurredOn
})

/** When a milestone was reached. */
export const dated = (state, milestone, { id, metadata, type }) => {
  state.dates.set(milestone, { on: metadata.occurredOn, event: id, type })
}

export const enrolled = (state, { cohort, criteriaSet, enrolment, phase, ruleSet, scheme, school }) => {
  const { afterwards, awards, champions, closed, insiders } = state
  const { appealed, review } = afterwards
  const lasting = { ...nothingDecided, appealed, review }
  Object.assign(state, emptyEnrolment(), { afterwards: lasting, awards, champions, closed, insiders })
  state.scheme = scheme
  state.school = school
  state.enrolment = enrolment
  state.cohort = cohort
  state.phase = phase
  state.criteriaSet = criteriaSet
  state.ruleSet = ruleSet
  state.stage = "preparing"
}

export const championed = (state, { champion, coach }) => {
  state.champion = champion
  state.coach = coach
  state.champions.add(champion)
  state.insiders.add(champion)
  if (coach !== undefined) state.insiders.add(coach)
}

export const submitted = (state, { evidence: id, kind, producedOn }, submittedOn) => {
  state.evidence.set(id, { id, kind, producedOn, submittedOn, withdrawn: false, assignments: [] })
}

const changed = (state, evidence, assignments, withdrawn) => {
  const { id, kind, producedOn, submittedOn } = state.evidence.get(evidence)
  state.evidence.set(id, { id, kind, producedOn, submittedOn, withdrawn, assignments })
}

export const assigned = (state, { criterion, evidence }, event) => {
  const item = state.evidence.get(evidence)
  if (item === undefined) return
  const added = { criterion, verdict: "not reviewed", events: [event] }
  changed(state, evidence, [...item.assignments, added], item.withdrawn)
}

export const unassigned = (state, { criterion, evidence }) => {
  const item = state.evidence.get(evidence)
  if (item === undefined) return
  changed(
    state,
    evidence,
    item.assignments.filter((each) => each.criterion !== criterion),
    item.withdrawn
  )
}

export const withdrawn = (state, { evidence }) => {
  const item = state.evidence.get(evidence)
  if (item !== undefined) changed(state, evidence, item.assignments, true)
}

export const reviewed = (state, { criterion, evidence, verdict }, event) => {
  const item = state.evidence.get(evidence)
  if (item === undefined) return
  const assignments = item.assignments.map((each) =>
    each.criterion === criterion ? { criterion, verdict, events: [each.events[0] ?? event, event] } : each
  )
  changed(state, evidence, assignments, item.withdrawn)
}

export const furtherWorkAsked = (state, { by, criteria }) => {
  state.furtherWork = { criteria, by }
  state.stage = "further work"
  for (const criterion of criteria) {
    state.assessor.delete(criterion)
    state.agreed.delete(criterion)
  }
}

export const awarded = (state, { basis, borderline, indicated, level }, event) => {
  const { awards, cohort, enrolment, visit } = state
  const { criteriaSet, ruleSet } = basis
  state.awards = [
    ...awards,
    {
      enrolment,
      cohort,
      level,
      indicated,
      agreedOn: event.metadata.occurredOn,
      event: event.id,
      criteriaSet,
      ruleSet,
      assessor: visit?.assessor,
      ordinal: visit?.ordinal,
      borderline,
      moderated: false,
      carriedFrom: undefined,
      standing: "stands"
    }
  ]
  decided(state, "award", level, event)
  state.proposal = undefined
  state.stage = "agreed"
}

export const withheld = (state, event) => {
  state.proposal = undefined
  state.stage = "withheld"
  decided(state, "award withheld", "none", event)
}
