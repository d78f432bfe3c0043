// Whom a changed rule would be put to: every school of a store with its judgements, evidence and limiters, under the
// criteria set and the rule set that its enrolment is pinned to. What `dryRun` is given where the holders are in a store.
import type { CriteriaAndRule, Holder, JudgementSetName, RuleSet } from "../award/index.ts"
import { cohortFold, type CohortState, cohortStream } from "../cohort/index.ts"
import { criteriaFold, criteriaSetOf, type CriteriaState, criteriaStream } from "../criteria/index.ts"
import type { Fold } from "../deciding/declaring/fold.ts"
import type { Fact } from "../deciding/declaring/slice.ts"
import { awardCaseOf, enrolmentFold, type EnrolmentState, limitersOf } from "../enrolment/index.ts"
import type { Recorded } from "../event-store/index.ts"
import { networkFold, type NetworkFacts, type NetworkState } from "../network/index.ts"
import { personFold, type PersonState, personStream } from "../person/index.ts"
import type { Projection } from "../projecting/index.ts"
import { ruleSetFold, type RuleSetState, ruleSetStream } from "../ruleset/index.ts"

/** The holders that are pinned to one criteria set and one rule set, by the versions their scheme published. */
export interface HoldersOfRules extends CriteriaAndRule {
  readonly scheme: string
  readonly pinned: { readonly criteriaSet: string; readonly ruleSet: string }
  /** By URN. */
  readonly holders: ReadonlyArray<Holder>
}

interface Model {
  readonly criteria: Map<string, CriteriaState>
  readonly rules: Map<string, RuleSetState>
  readonly cohorts: Map<string, CohortState>
  readonly people: Map<string, PersonState>
  readonly networks: Map<string, NetworkState>
  readonly schools: Map<string, EnrolmentState>
}

const folding = <State>(fold: Fold<State>, states: (model: Model) => Map<string, State>) => ({
  types: fold.types,
  apply: (model: Model, event: Recorded): void => {
    const known = states(model)
    known.set(event.stream, fold.evolve(known.get(event.stream) ?? fold.initial, event))
  }
})

const folds = [
  folding(criteriaFold, ({ criteria }) => criteria),
  folding(ruleSetFold, ({ rules }) => rules),
  folding(cohortFold, ({ cohorts }) => cohorts),
  folding(personFold, ({ people }) => people),
  folding(networkFold, ({ networks }) => networks),
  folding(enrolmentFold, ({ schools }) => schools)
]

const byType = new Map(folds.flatMap(({ apply, types }) => [...types].map((type) => [type, apply] as const)))

/** The read model of all that a changed rule would be put to. */
export const awardHolders: Projection<Model> = {
  name: "award-holders",
  version: 2,
  types: new Set(byType.keys()),
  empty: () => ({
    criteria: new Map(),
    rules: new Map(),
    cohorts: new Map(),
    people: new Map(),
    networks: new Map(),
    schools: new Map()
  }),
  apply: (model, event) => byType.get(event.type)?.(model, event)
}

/** Which of a store's holders, and what is asked of them. */
export interface HoldersAsked {
  /** Whose judgements (default the agreed ones). */
  readonly set?: JudgementSetName
  /** The changed rule, whose evidence window may count other items than the pinned one's. */
  readonly after?: Pick<RuleSet, "evidenceWindow">
}

const judgedIn = (set: JudgementSetName, { agreed, assessor, self }: EnrolmentState): boolean =>
  (set === "self" ? self : set === "assessor" ? assessor : agreed).size > 0

const pinnedOf = ({ criteria, rules }: Model, { criteriaSet, ruleSet, scheme }: EnrolmentState) => {
  const pinned = { criteriaSet: criteriaSet?.version ?? "", ruleSet: ruleSet?.version ?? "" }
  const ofCriteria = criteria.get(criteriaStream(scheme, pinned.criteriaSet))
  const rule = rules.get(ruleSetStream(scheme, pinned.ruleSet))?.ruleSet
  return ofCriteria?.published === undefined || rule === undefined
    ? undefined
    : { scheme, pinned, criteriaSet: criteriaSetOf(ofCriteria), rule }
}

const networksBySchool = ({ networks }: Model): ReadonlyMap<string, NetworkFacts["networks"]> => {
  const found = new Map<string, Array<Fact<NetworkState>>>()
  for (const [stream, state] of networks) {
    for (const school of new Set(state.members.map((each) => each.school))) {
      const fact = { stream, exists: true, state }
      const known = found.get(school)
      if (known === undefined) found.set(school, [fact])
      else known.push(fact)
    }
  }
  return found
}

const holderOf = (
  model: Model,
  school: EnrolmentState,
  networks: NetworkFacts["networks"],
  { criteriaSet, rule }: CriteriaAndRule,
  set: JudgementSetName,
  after: HoldersAsked["after"]
): Holder => {
  const { champion = "", scheme, school: urn, visit } = school
  const personOf = (person: string) => model.people.get(personStream(person)) ?? personFold.initial
  const people = { champion: personOf(champion), assessor: personOf(visit?.assessor ?? "") }
  const limiters = limitersOf(set, school, school, { ...people, networks })
  const cohort = model.cohorts.get(cohortStream(scheme, school.cohort)) ?? cohortFold.initial
  const caseUnder = (ruleSet: RuleSet) => awardCaseOf(set, school, { criteriaSet, ruleSet }, cohort, limiters)
  const { evidence = {}, judgements, limiters: asPut = limiters } = caseUnder(rule)
  const other = after && caseUnder({ ...rule, evidenceWindow: after.evidenceWindow }).evidence
  return { holder: urn, judgements, evidence, limiters: asPut, ...(other && { evidenceAfter: other }) }
}

/**
 * The holders in a store, together where they are pinned to the same criteria set and rule set. Left out are schools
 * of whose judgements there are none in the set asked for, and those that have withdrawn. Source: design,
 * "Explanation and what-if", `dryRun`.
 * @example
 * ```ts
 * import { awardHolders, holdersIn, project } from "@lcqm/core"
 * holdersIn(project(awardHolders, [])) // => []
 * ```
 */
export const holdersIn = (
  model: Model,
  { after, set = "agreed" }: HoldersAsked = {}
): ReadonlyArray<HoldersOfRules> => {
  const groups = new Map<
    string,
    { readonly of: Omit<HoldersOfRules, "holders">; readonly holders: Array<Holder> }
  >()
  const joined = networksBySchool(model)
  const schools = [...model.schools].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, school]) => school)
  for (const school of schools) {
    if (school.stage === "withdrawn" || !judgedIn(set, school)) continue
    const of = pinnedOf(model, school)
    if (of === undefined) continue
    const key = [of.scheme, of.pinned.criteriaSet, of.pinned.ruleSet].join(" ")
    const group = groups.get(key) ?? { of, holders: [] }
    groups.set(key, group)
    group.holders.push(holderOf(model, school, joined.get(school.school) ?? [], of, set, after))
  }
  return Array.from(groups.values(), ({ holders, of }) => ({ ...of, holders }))
}
