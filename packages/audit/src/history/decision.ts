// The decisions of a school's history, each with what it was made on: its own stream before it, and the facts as they
// were read. This is what a recomputation and an explanation begin with.
import {
  type Basis,
  type EnrolmentEvent,
  type EnrolmentState,
  type Fact,
  type FactRequest,
  type Recorded,
  type Revision
} from "@lcqm/core"
import { basisOf } from "./basis-of.ts"
import { type SchoolHistory, stateOf } from "./school-history.ts"

/** A decision: the event, and what it says it rests on. */
export interface Decision {
  readonly event: Recorded<EnrolmentEvent>
  readonly basis: Basis
}

/** The decisions of a history, in order. */
export const decisionsOf = ({ events }: SchoolHistory): ReadonlyArray<Decision> =>
  events.flatMap((event) => {
    const basis = basisOf(event.data)
    return basis === undefined ? [] : [{ event, basis }]
  })

const countOf = (revision: Revision | "none"): number => (revision === "none" ? 0 : revision + 1)

/** The school's state that a decision was made on. */
export const stateBefore = (history: SchoolHistory, { basis }: Decision): EnrolmentState =>
  stateOf(history, history.events.slice(0, countOf(basis.revision)))

/** Why a fact of a decision cannot be read again. */
export interface FactAbsent {
  readonly stream: string
  readonly why: "the decision did not read it" | "the history at hand does not hold it as far as it was read"
}

/** The fact as the decision read it; or why it cannot be read so again. */
export const factAsRead = <State>(
  { facts }: SchoolHistory,
  { basis }: Decision,
  { fold, stream }: FactRequest<State>
): Fact<State> | FactAbsent => {
  const read = basis.facts.find((fact) => fact.stream === stream)
  if (read === undefined) return { stream, why: "the decision did not read it" }
  const size = countOf(read.revision)
  const events = (facts.get(stream) ?? []).slice(0, size)
  return events.length < size
    ? { stream, why: "the history at hand does not hold it as far as it was read" }
    : factOf(stream, fold.fold(fold.initial, events), events)
}

/** A fact as it stands after these events of its stream. */
export const factOf = <State>(
  stream: string,
  state: State,
  events: ReadonlyArray<Recorded>
): Fact<State> => ({ stream, exists: events.length > 0, state })
