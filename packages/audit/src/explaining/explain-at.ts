// Why the rule indicated what it did, at a decision or at any other point of a history. An explanation without its
// point in time explains nothing, so each says which it is of and which facts it rests on.
import {
  type AsAt,
  type AwardNode,
  countsAsAt,
  type EnrolmentState,
  explainEnrolment,
  type Fact,
  type FactRequest,
  factsToExplain,
  type JudgementSetName,
  networksJoinedBy,
  type Recorded,
  type Rejection,
  type RuleSet
} from "@lcqm/core"
import { Result } from "effect"
import { type Decision, decisionsOf, factOf, stateBefore } from "../history/decision.ts"
import { type SchoolHistory, stateOf } from "../history/school-history.ts"

/**
 * The point an explanation is of: the event of a revision, or a point in either time. Where the event is a decision,
 * it is explained on what it was made on; any other event on what was recorded when it was.
 */
export type ExplainedPoint = { readonly revision: number } | { readonly asAt: AsAt }

/** An explanation and what it is of. */
export interface ExplainedAt {
  /** The revision of the last event that counts: what is explained is the school as of it. */
  readonly revision: number
  /** The decision that is explained, where it is one: its revision and stored type. */
  readonly decision: { readonly revision: number; readonly type: string } | undefined
  /** The facts it rests on, and how far each was read. */
  readonly facts: ReadonlyArray<{ readonly stream: string; readonly revision: number | "none" }>
  readonly set: JudgementSetName
  readonly award: AwardNode
}

// What a point stands for: the school's state there, and which of a fact's events were known.
interface Moment {
  readonly state: EnrolmentState
  readonly revision: number
  readonly decision: Decision | undefined
  readonly known: (stream: string) => ReadonlyArray<Recorded>
  /** The networks that it rests on. */
  readonly networks: ReadonlyArray<string>
}

const { streamPrefix: ofNetworks } = networksJoinedBy("").index
const networksIn = (streams: Iterable<string>): ReadonlyArray<string> =>
  [...streams].filter((stream) => stream.startsWith(ofNetworks))

const atDecision = (history: SchoolHistory, decision: Decision): Moment => {
  const { basis } = decision
  return {
    state: stateBefore(history, decision),
    revision: basis.revision === "none" ? -1 : basis.revision,
    decision,
    networks: networksIn(basis.facts.map(({ stream }) => stream)),
    known: (stream) => {
      const read = basis.facts.find((fact) => fact.stream === stream)
      const size = read === undefined || read.revision === "none" ? 0 : read.revision + 1
      return (history.facts.get(stream) ?? []).slice(0, size)
    }
  }
}

const momentOf = (history: SchoolHistory, point: ExplainedPoint): Moment => {
  if ("revision" in point) {
    const { revision } = point
    const decision = decisionsOf(history).find(({ event }) => event.revision === revision)
    if (decision !== undefined) return atDecision(history, decision)
    const events = history.events.slice(0, revision + 1)
    const recorded = events.at(-1)?.metadata.recordedAt
    return {
      state: stateOf(history, events),
      revision: events.at(-1)?.revision ?? -1,
      decision: undefined,
      networks: networksIn(history.facts.keys()),
      known: (stream) =>
        (history.facts.get(stream) ?? []).filter((event) =>
          countsAsAt(event, recorded === undefined ? {} : { recorded })
        )
    }
  }
  const counts = (event: Recorded): boolean => countsAsAt(event, point.asAt)
  const events = history.events.filter(counts)
  return {
    state: stateOf(history, events),
    revision: events.at(-1)?.revision ?? -1,
    decision: undefined,
    networks: networksIn(history.facts.keys()),
    known: (stream) => (history.facts.get(stream) ?? []).filter(counts)
  }
}

const read =
  (known: Moment["known"], used: Array<ExplainedAt["facts"][number]>) =>
  <State>({ fold, stream }: FactRequest<State>): Fact<State> => {
    const events = known(stream)
    used.push({ stream, revision: events.at(-1)?.revision ?? "none" })
    return factOf(stream, fold.fold(fold.initial, events), events)
  }

// The explanation of a moment; under another rule set where one is given.
const explained = (
  history: SchoolHistory,
  moment: Moment,
  set: JudgementSetName,
  other: RuleSet | undefined
): Result.Result<ExplainedAt, Rejection> =>
  Result.gen(function* () {
    const { decision, known, networks, revision, state } = moment
    const { scheme } = history
    const used: Array<ExplainedAt["facts"][number]> = []
    const fact = read(known, used)
    const asked = factsToExplain(scheme, state, set, networks)
    const { assessor, champion, cohort, criteria, rules } = asked
    const facts = {
      criteria: fact(criteria),
      rules: fact(rules),
      cohort: fact(cohort),
      ...(champion === undefined ? {} : { champion: fact(champion) }),
      ...(assessor === undefined ? {} : { assessor: fact(assessor) }),
      networks: asked.networks.map(fact)
    }
    const award = yield* explainEnrolment(history, set, state, facts, other)
    return {
      revision,
      decision:
        decision === undefined ? undefined : { revision: decision.event.revision, type: decision.event.type },
      facts: used,
      set,
      award
    }
  })

/** The point to explain where none is named: the last award agreed, else proposed, else the last event. */
export const pointToExplain = ({ events }: SchoolHistory): ExplainedPoint => {
  const last = (type: string) => events.findLast((event) => event.type === type)
  const event = last("AwardAgreed.v1") ?? last("AwardProposed.v1") ?? events.at(-1)
  return { revision: event?.revision ?? -1 }
}

/** Explains a judgement set (default the agreed one) at a point of a history (default the last award). */
export const explainAt = (
  history: SchoolHistory,
  point: ExplainedPoint = pointToExplain(history),
  set: JudgementSetName = "agreed"
): Result.Result<ExplainedAt, Rejection> => explained(history, momentOf(history, point), set, undefined)

/** The answer to another question than what was decided: what the judgements of then would indicate under a rule. */
export interface UnderRule {
  readonly question: string
  readonly rule: { readonly id: string; readonly version: string }
  /** What the rule of then makes of them. */
  readonly pinned: ExplainedAt
  /** What the rule asked about makes of the same judgements, evidence and facts. */
  readonly asked: ExplainedAt
}

/**
 * What the judgements at a point would indicate under another rule, as today's. It is a question of its own: the award
 * stays what was agreed under the rule pinned then.
 */
export const underRule = (
  history: SchoolHistory,
  rule: RuleSet,
  point: ExplainedPoint = pointToExplain(history),
  set: JudgementSetName = "agreed"
): Result.Result<UnderRule, Rejection> =>
  Result.gen(function* () {
    const moment = momentOf(history, point)
    const pinned = yield* explained(history, moment, set, undefined)
    const asked = yield* explained(history, moment, set, rule)
    const { id, version } = rule
    return {
      question: `Under rule ${id} ${version}, not the one pinned then`,
      rule: { id, version },
      pinned,
      asked
    }
  })
