// What each assessor has judged, beside what the school said of itself, and what a second assessor said who looked at
// the same evidence. Judgements count as they stand: where another assessor takes over, what the former judged falls.
import type { LcqmEvent } from "../../domain.ts"
import type { SecondJudgementSubject } from "../../enrolment/index.ts"
import { schemeOfStream } from "../../enrolment/index.ts"
import { projectionOf } from "../../projecting/index.ts"
import type { Level, PersonRef } from "../../vocabulary/index.ts"
import { addPairs, type Counting, countPair, noPairs } from "./comparison.ts"

type Given = Map<string, Level | "set aside">

/** A school's current enrolment as far as it is judged. */
export interface JudgedSchool {
  assessor: PersonRef | undefined
  readonly self: Given
  readonly judged: Given
  /** What the assessor decided, until the decision is another's. */
  decided: { readonly by: PersonRef; readonly level: Level } | undefined
}

/** What is counted of an assessor. */
export interface Tally {
  readonly scheme: string
  readonly assessor: PersonRef
  /** How many enrolments the assessor has judged in. */
  assessed: number
  /** The assessor's level against the school's own. */
  readonly self: Counting
  /** The level the assessor decided against the second assessor's. */
  readonly second: Counting
}

/** The read model of assessors' judgements. */
export interface JudgementsModel {
  readonly schools: Map<string, JudgedSchool>
  /** Of enrolments that are over and done with, and of second judgements. */
  readonly tallies: Map<string, Tally>
}

/** The tally of an assessor, made where there is none. */
export const tallyOf = (tallies: Map<string, Tally>, scheme: string, assessor: PersonRef): Tally => {
  const key = `${scheme} ${assessor}`
  const known = tallies.get(key) ?? { scheme, assessor, assessed: 0, self: noPairs(), second: noPairs() }
  tallies.set(key, known)
  return known
}

/** Counts what the assessor of a school has judged there. */
export const countSchool = (
  tallies: Map<string, Tally>,
  stream: string,
  { assessor, judged, self }: JudgedSchool
): void => {
  if (assessor === undefined || judged.size === 0) return
  const tally = tallyOf(tallies, schemeOfStream(stream), assessor)
  const pairs = noPairs()
  for (const [criterion, level] of judged) {
    const own = self.get(criterion)
    if (own !== undefined && own !== "set aside" && level !== "set aside") countPair(pairs, level, own)
  }
  tally.assessed += 1
  addPairs(tally.self, pairs)
}

const schoolOf = ({ schools }: JudgementsModel, stream: string): JudgedSchool => {
  const known = schools.get(stream) ?? {
    assessor: undefined,
    self: new Map(),
    judged: new Map(),
    decided: undefined
  }
  schools.set(stream, known)
  return known
}

const begunAnew = (model: JudgementsModel, stream: string): void => {
  const over = model.schools.get(stream)
  if (over !== undefined) countSchool(model.tallies, stream, over)
  // A decision can be looked at again after another enrolment has begun.
  model.schools.set(stream, {
    assessor: undefined,
    self: new Map(),
    judged: new Map(),
    decided: over?.decided
  })
}

const levelIn = (judgement: { readonly level: Level } | object): Level | "set aside" =>
  "level" in judgement ? judgement.level : "set aside"

const decided = (model: JudgementsModel, stream: string, level: Level): void => {
  const school = schoolOf(model, stream)
  school.decided = school.assessor === undefined ? undefined : { by: school.assessor, level }
}

const secondGiven = (
  model: JudgementsModel,
  stream: string,
  about: SecondJudgementSubject,
  level: Level
): void => {
  const first = model.schools.get(stream)?.decided
  if (first === undefined || about === "shift") return
  countPair(tallyOf(model.tallies, schemeOfStream(stream), first.by).second, first.level, level)
}

/** The read model of how assessors judge. */
export const assessorJudgements = projectionOf<JudgementsModel, LcqmEvent>(
  { name: "assessor-judgements", version: 1, empty: () => ({ schools: new Map(), tallies: new Map() }) },
  {
    "SchoolEnrolled.v1": (model, { stream }) => begunAnew(model, stream),
    "RenewalBegun.v1": (model, { stream }) => begunAnew(model, stream),
    "CriterionSelfAssessed.v1": (model, { data, stream }) => {
      schoolOf(model, stream).self.set(data.criterion, levelIn(data.judgement))
    },
    "VisitArranged.v1": (model, { data, stream }) => {
      schoolOf(model, stream).assessor = data.assessor
    },
    "VisitCancelled.v1": (model, { stream }) => {
      schoolOf(model, stream).assessor = undefined
    },
    "AssessorReplaced.v1": (model, { data, stream }) => {
      const school = schoolOf(model, stream)
      school.assessor = data.assessor
      school.judged.clear()
    },
    "CriterionAssessed.v1": (model, { data, stream }) => {
      schoolOf(model, stream).judged.set(data.criterion, levelIn(data.judgement))
    },
    // Further work re-opens the criteria it names: the assessor judges them anew.
    "FurtherWorkAsked.v1": (model, { data, stream }) => {
      for (const criterion of data.criteria) schoolOf(model, stream).judged.delete(criterion)
    },
    "AwardAgreed.v1": (model, { data, stream }) => decided(model, stream, data.level),
    "AwardWithheld.v1": (model, { stream }) => decided(model, stream, "none"),
    "SecondJudgementGiven.v1": (model, { data, stream }) =>
      secondGiven(model, stream, data.about, data.level),
    // From here on the decision is the office's, or the second assessor's.
    "AwardRevoked.v1": (model, { stream }) => {
      schoolOf(model, stream).decided = undefined
    },
    "AppealDecided.v1": (model, { data, stream }) => {
      if (data.outcome === "changed") schoolOf(model, stream).decided = undefined
    }
  }
)
