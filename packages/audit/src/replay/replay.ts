// Would the same history give the same award again? Every decision is made again by the rules of this program, on the
// very state and facts it was made on, under the criteria set, rule set and algorithm that were pinned then.
import {
  type Basis,
  type Command,
  digestOf,
  type EnrolmentState,
  type Fact,
  type FactRequest,
  factsByName,
  type Handler,
  lcqmHandlers,
  mondayToFriday,
  requestsAmong,
  type Surroundings
} from "@lcqm/core"
import { canonicalBytes, hashFromHex } from "@lcqm/ledger"
import { Result } from "effect"
import { type Decision, decisionsOf, factAsRead, type FactAbsent, stateBefore } from "../history/decision.ts"
import type { SchoolHistory } from "../history/school-history.ts"
import { rootsOver } from "../verifying/stream-roots.ts"
import { askedBy } from "./command-behind.ts"
import { type DataDiffers, differencesIn } from "./differences.ts"

/**
 * How a decision came out when it was made again.
 *
 * - `same`: the same event, to the byte of its data.
 * - `different`: another event; `differences` says where.
 * - `refused`: the rules of this program refuse it; `why` says by which rejection.
 * - `not recomputed`: something it needs is not at hand or not known here; never to be taken for `same`.
 */
export type Recomputed =
  | { readonly outcome: "same" }
  | { readonly outcome: "different"; readonly differences: ReadonlyArray<DataDiffers> }
  | { readonly outcome: "refused"; readonly why: string }
  | { readonly outcome: "not recomputed"; readonly why: string }

/** A decision made again: which it was, under which rules, and how it came out. */
export type Replayed = Recomputed & {
  readonly revision: number
  readonly type: string
  readonly rules: Pick<Basis, "algorithm" | "ruleSet" | "ruleSetHash" | "criteriaSet" | "criteriaSetHash">
}

const handlers = new Map<string, Handler>(lcqmHandlers.map((handler) => [handler.command.name, handler]))

const notRecomputed = (why: string): Recomputed => ({ outcome: "not recomputed", why })

const isAbsent = (fact: Fact<unknown> | FactAbsent): fact is FactAbsent => "why" in fact

// The command as it was sent, as far as the event tells.
const commandBehind = (history: SchoolHistory, { basis, event }: Decision): Command | undefined => {
  const asked = askedBy(event)
  if (asked === undefined) return undefined
  const { scheme, school } = history
  const { actor, commandId, occurredOn } = event.metadata
  const seen = handlers.get(asked.type)?.command.seen === true && basis.revision !== "none"
  return {
    type: asked.type,
    id: commandId,
    actor: { person: actor.person, roles: [] },
    occurredOn,
    ...(seen ? { seen: basis.revision } : {}),
    data: { scheme, school, ...asked.data }
  }
}

// What a look-up found then is among what the decision read.
const foundThen = ({ basis }: Decision, handler: Handler, command: Command): ReadonlyArray<string> => {
  const prefix = handler.lookUpFor(command)?.index.streamPrefix
  return prefix === undefined
    ? []
    : basis.facts.flatMap(({ stream }) => (stream.startsWith(prefix) ? [stream] : []))
}

const factsAgain = (
  history: SchoolHistory,
  decision: Decision,
  handler: Handler,
  command: Command,
  state: EnrolmentState
): Result.Result<ReturnType<typeof factsByName>, string> => {
  const requests = handler.factsFor(command, state, foundThen(decision, handler, command))
  const facts = new Map<FactRequest<unknown>, Fact<unknown>>()
  for (const request of requestsAmong(requests)) {
    const fact = factAsRead(history, decision, request)
    if (isAbsent(fact)) return Result.fail(`the fact ${fact.stream} is missing: ${fact.why}`)
    facts.set(request, fact)
  }
  return Result.succeed(factsByName(requests, (request) => facts.get(request)!))
}

// Which roots its basis names is for verifying; that it was made on this history is for here.
const onThisHistory = (history: SchoolHistory, { basis }: Decision): boolean => {
  const size = basis.revision === "none" ? 0 : basis.revision + 1
  const leaves = history.events.slice(0, size).map(({ leafHash }) => hashFromHex(leafHash, "a leaf hash"))
  return rootsOver(history.codec.hasher, leaves)(size) === basis.root
}

const recompute = (history: SchoolHistory, decision: Decision): Recomputed => {
  const { basis, event } = decision
  const { hasher } = history.codec
  const command = commandBehind(history, decision)
  const handler = command === undefined ? undefined : handlers.get(command.type)
  if (command === undefined || handler === undefined) {
    return notRecomputed(`which command ${event.type} answers is not known to this program`)
  }
  if (!onThisHistory(history, decision)) return notRecomputed("it was made on another history than this")
  const digest = digestOf(hasher, command)
  if (digest !== event.metadata.commandDigest) {
    return notRecomputed("what the event says was asked for is not the command that was sent")
  }
  const state = stateBefore(history, decision)
  const facts = factsAgain(history, decision, handler, command, state)
  if (Result.isFailure(facts)) return notRecomputed(facts.failure)
  const surroundings: Surroundings = {
    ...facts.success,
    today: event.metadata.recordedAt.slice(0, 10),
    digest: (value) => hasher.sha256Hex(canonicalBytes(value)),
    // No decision that names its basis counts working days: an appeal records its last day when it is lodged.
    isWorkingDay: mondayToFriday
  }
  const decided = handler.decide(command, state, surroundings)
  if (Result.isFailure(decided))
    return { outcome: "refused", why: `${decided.failure._tag}: ${decided.failure.message}` }
  const index = event.revision - (basis.revision === "none" ? 0 : basis.revision + 1)
  const body = decided.success[index]
  const { facts: read, revision, root } = basis
  const data: unknown = body?.data
  const whole =
    typeof data === "object" && data !== null && "basis" in data && typeof data.basis === "object"
      ? { ...data, basis: { ...data.basis, revision, root, facts: read } }
      : data
  const recorded = { type: event.type, data: event.data }
  const differences = differencesIn(recorded, { type: body?.type, data: whole })
  return differences.length === 0 ? { outcome: "same" } : { outcome: "different", differences }
}

/**
 * Makes every decision of a history again, in order.
 * @example
 * ```ts
 * import { replay, schoolHistory } from "@lcqm/audit"
 * import { EventStore } from "@lcqm/core"
 * import { memoryStore } from "@lcqm/memory"
 * import { Effect } from "effect"
 * const key = { scheme: "lcqm", school: "900001" }
 * const asked = Effect.flatMap(EventStore, (store) => schoolHistory(store, key))
 * replay(await Effect.runPromise(Effect.provide(asked, memoryStore()))) // => []
 * ```
 */
export const replay = (history: SchoolHistory): ReadonlyArray<Replayed> =>
  decisionsOf(history).map((decision) => {
    const { algorithm, criteriaSet, criteriaSetHash, ruleSet, ruleSetHash } = decision.basis
    const { revision, type } = decision.event
    const rules = { algorithm, ruleSet, ruleSetHash, criteriaSet, criteriaSetHash }
    return { revision, type, rules, ...recompute(history, decision) }
  })
