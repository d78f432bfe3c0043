// What the school, the assessor and both together said of each criterion, side by side, with the reason where they
// differ; and over many schools, how far they agree by criterion and by assessor.
import type { KeptText, Level, PersonRef } from "@lcqm/core"
import { type SchoolHistory, stateOf } from "../history/school-history.ts"
import {
  agreementOf,
  type AgreementStatistics,
  type KappaWeights,
  type Pair
} from "./agreement-statistics.ts"

/** A judgement as it stands; undefined where there is none. */
export type JudgedAs = Level | "set aside" | undefined

/** The three judgements of one criterion. */
export interface JudgedThrice {
  readonly criterion: string
  readonly self: JudgedAs
  readonly assessor: JudgedAs
  readonly agreed: JudgedAs
  /** Whether they are not all the same, as far as there are any. */
  readonly differ: boolean
  /** Why, as it was written down when the judgement was agreed. */
  readonly reason: KeptText | undefined
}

/** The judgements of a school as they stand. */
export interface ThreeJudgements {
  readonly school: string
  readonly assessor: PersonRef | undefined
  /** Disagreements first, then by criterion. */
  readonly criteria: ReadonlyArray<JudgedThrice>
}

/** The three judgements of a school's current enrolment. */
export const threeJudgements = (history: SchoolHistory): ThreeJudgements => {
  const { agreed, assessor, self, visit } = stateOf(history, history.events)
  const reasons = new Map(
    history.events.flatMap((event) =>
      event.type === "JudgementAgreed.v1" ? [[event.id, event.data.reason]] : []
    )
  )
  const names = [...new Set([...self.keys(), ...assessor.keys(), ...agreed.keys()])].toSorted()
  const rows = names.map((criterion): JudgedThrice => {
    const three = [self, assessor, agreed].map((set) => set.get(criterion)?.judgement)
    const there = new Set(three.filter((each) => each !== undefined))
    const [bySelf, byAssessor, byBoth] = three
    const reason = reasons.get(agreed.get(criterion)?.event ?? "")
    return { criterion, self: bySelf, assessor: byAssessor, agreed: byBoth, differ: there.size > 1, reason }
  })
  return {
    school: history.school,
    assessor: visit?.assessor,
    criteria: rows.toSorted((a, b) => Number(b.differ) - Number(a.differ))
  }
}

/** How far the parties agree, over all that was compared and in groups. */
export interface PartiesAgree {
  readonly all: ByPair
  readonly byCriterion: ReadonlyMap<string, ByPair>
  readonly byAssessor: ReadonlyMap<PersonRef, ByPair>
}

/** The agreement of each two of the three judgement sets. */
export interface ByPair {
  readonly selfAndAssessor: AgreementStatistics
  readonly assessorAndAgreed: AgreementStatistics
  readonly selfAndAgreed: AgreementStatistics
}

const levels = (first: JudgedAs, second: JudgedAs): ReadonlyArray<Pair> =>
  first === undefined || second === undefined || first === "set aside" || second === "set aside"
    ? []
    : [[first, second]]

const byPair = (rows: ReadonlyArray<JudgedThrice>, weights: KappaWeights): ByPair => ({
  selfAndAssessor: agreementOf(
    rows.flatMap((row) => levels(row.self, row.assessor)),
    weights
  ),
  assessorAndAgreed: agreementOf(
    rows.flatMap((row) => levels(row.assessor, row.agreed)),
    weights
  ),
  selfAndAgreed: agreementOf(
    rows.flatMap((row) => levels(row.self, row.agreed)),
    weights
  )
})

const grouped = <Key extends string>(
  rows: ReadonlyArray<readonly [Key, JudgedThrice]>,
  weights: KappaWeights
): ReadonlyMap<Key, ByPair> => {
  const groups = new Map<Key, Array<JudgedThrice>>()
  for (const [key, row] of rows) groups.set(key, [...(groups.get(key) ?? []), row])
  return new Map(
    [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, of]) => [key, byPair(of, weights)])
  )
}

/** How far school, assessor and both together agree, over the judgements of many schools. */
export const partiesAgree = (
  schools: ReadonlyArray<ThreeJudgements>,
  weights: KappaWeights = "quadratic"
): PartiesAgree => {
  const rows = schools.flatMap(({ criteria }) => criteria)
  return {
    all: byPair(rows, weights),
    byCriterion: grouped(
      rows.map((row) => [row.criterion, row] as const),
      weights
    ),
    byAssessor: grouped(
      schools.flatMap(({ assessor, criteria }) =>
        assessor === undefined ? [] : criteria.map((row) => [assessor, row] as const)
      ),
      weights
    )
  }
}
