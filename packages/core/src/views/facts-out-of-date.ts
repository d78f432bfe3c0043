// Decisions whose facts had changed by the time they were recorded. One command writes one stream, so what a decision
// reads of another stream may be written to before it is recorded itself; the store's order shows where that was so.
import type { Basis } from "../deciding/declaring/basis.ts"
import { lcqmEventTypes } from "../domain.ts"
import { AwardAgreed, AwardProposed, schoolOfStream } from "../enrolment/index.ts"
import type { Recorded, Revision, StreamName } from "../event-store/index.ts"
import type { Projection } from "../projecting/index.ts"
import { SchoolJoinedNetwork } from "../network/index.ts"
import type { EventId, Instant, PartialDate, Urn } from "../vocabulary/index.ts"

/** An event by which a fact had changed. */
export interface FactChange {
  readonly revision: Revision
  readonly event: EventId
  readonly type: string
}

/** A decision, and one of its facts that had changed by the time it was recorded. */
export interface FactOutOfDate {
  /** The stream of the decision. */
  readonly stream: StreamName
  readonly revision: Revision
  readonly event: EventId
  readonly type: string
  readonly occurredOn: PartialDate
  readonly recordedAt: Instant
  /** The stream of the fact. */
  readonly fact: StreamName
  /** Up to where the fact was read; "none" where it was read and empty, or not known of and not read at all. */
  readonly read: Revision | "none"
  /** What was recorded of the fact after that and before the decision: whether it matters is for people to judge. */
  readonly changes: readonly [FactChange, ...Array<FactChange>]
}

/** The read model: what is recorded of every stream that can be a fact, and the decisions found. */
export interface FactsModel {
  readonly recorded: Map<StreamName, Array<FactChange>>
  /** The networks that each school has joined. */
  readonly joined: Map<Urn, Set<StreamName>>
  readonly outOfDate: Array<FactOutOfDate>
}

const basisOf = ({ data }: Recorded): Pick<Basis, "facts"> | undefined =>
  // The schema of a decision's data has said that what is called a basis is one.
  typeof data === "object" && data !== null && "basis" in data ? (data.basis as Basis) : undefined

// A stream's events come in the order of their revisions, so the later ones are at the end.
const after = (changes: ReadonlyArray<FactChange>, read: Revision | "none"): ReadonlyArray<FactChange> => {
  if (read === "none") return changes
  let from = changes.length
  while ((changes[from - 1]?.revision ?? read) > read) from -= 1
  return changes.slice(from)
}

// Decisions that rest on every network of their school. Which those are is no fact of any stream: one that the school
// joined while the decision was on its way is in no basis.
const restsOnNetworks: ReadonlySet<string> = new Set([AwardProposed.type, AwardAgreed.type])

const missedBy = ({ joined }: FactsModel, { stream, type }: Recorded, read: Basis["facts"]) =>
  restsOnNetworks.has(type)
    ? [...(joined.get(schoolOfStream(stream) ?? "") ?? [])].filter(
        (network) => !read.some((fact) => fact.stream === network)
      )
    : []

const found = (model: FactsModel, decision: Recorded): void => {
  const basis = basisOf(decision)
  if (basis === undefined) return
  const missed = missedBy(model, decision, basis.facts)
  const rests = [...basis.facts, ...missed.map((fact) => ({ stream: fact, revision: "none" as const }))]
  for (const { revision: read, stream: fact } of rests) {
    const [first, ...rest] = after(model.recorded.get(fact) ?? [], read)
    if (first === undefined) continue
    const { id: event, metadata, revision, stream, type } = decision
    const { occurredOn, recordedAt } = metadata
    const of = { stream, revision, event, type, occurredOn, recordedAt }
    model.outOfDate.push({ ...of, fact, read, changes: [first, ...rest] })
  }
}

const join = ({ joined }: FactsModel, { data, stream }: Recorded): void => {
  // Its type says what its data is.
  const { school } = data as typeof SchoolJoinedNetwork.data.Type
  const known = joined.get(school)
  if (known === undefined) joined.set(school, new Set([stream]))
  else known.add(stream)
}

/**
 * The read model of decisions whose facts had changed by the time they were recorded. It reads every event. A school's
 * own stream is a fact of no decision that names its basis, and is not kept.
 */
export const factsOutOfDate: Projection<FactsModel> = {
  name: "facts-out-of-date",
  version: 2,
  types: new Set(lcqmEventTypes.map(({ type }) => type)),
  empty: () => ({ recorded: new Map(), joined: new Map(), outOfDate: [] }),
  apply: (model, event) => {
    found(model, event)
    if (schoolOfStream(event.stream) !== undefined) return
    const { id, revision, stream, type } = event
    const known = model.recorded.get(stream)
    if (known === undefined) model.recorded.set(stream, [{ revision, event: id, type }])
    else known.push({ revision, event: id, type })
    if (type === SchoolJoinedNetwork.type) join(model, event)
  }
}

/**
 * The decisions whose facts had changed, a line for each fact, in the order in which they were recorded.
 * @example
 * ```ts
 * import { factsOutOfDate, outOfDateIn, project } from "@lcqm/core"
 * outOfDateIn(project(factsOutOfDate, [])) // => []
 * ```
 */
export const outOfDateIn = ({ outOfDate }: FactsModel): ReadonlyArray<FactOutOfDate> => [...outOfDate]
