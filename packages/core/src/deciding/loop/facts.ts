// Reading the facts a command's type declares: each from its own stream, up to its head, with what a basis says
// of it.
import type { Hasher } from "@lcqm/ledger"
import { Effect } from "effect"
import type { EventStore } from "../../event-store/index.ts"
import type { FactRead } from "../declaring/basis.ts"
import type { Histories } from "./histories.ts"
import { catchUp, type History } from "./history.ts"
import {
  type Fact,
  factsByName,
  type FactRequest,
  type FactRequests,
  requestsAmong
} from "../declaring/slice.ts"

/** Up to where a fact's stream was read for a decision. */
export interface ReadUpTo {
  readonly history: History
  readonly size: number
}

/** Reads the facts asked for. */
export const readFacts = Effect.fnUntraced(function* (
  store: EventStore["Service"],
  histories: Histories,
  requests: FactRequests
) {
  const read: Array<ReadUpTo> = []
  const facts = new Map<FactRequest<unknown>, Fact<unknown>>()
  for (const request of requestsAmong(requests)) {
    const history = histories.of(request.stream, request.fold)
    yield* catchUp(store, history)
    const { size, state } = history.moment
    read.push({ history, size })
    facts.set(request, { stream: request.stream, exists: size > 0, state })
  }
  return { read, facts: factsByName(requests, (request) => facts.get(request)!) }
})

/** Whether any of these facts has moved on since it was read. */
export const haveMovedOn = Effect.fnUntraced(function* (
  store: EventStore["Service"],
  read: ReadonlyArray<ReadUpTo>
) {
  for (const { history, size } of read) {
    yield* catchUp(store, history)
    if (history.size > size) return true
  }
  return false
})

/** What a basis says of the facts read. */
export const factsReadBy = (hasher: Hasher, read: ReadonlyArray<ReadUpTo>): ReadonlyArray<FactRead> =>
  read.map(({ history, size }) => ({
    stream: history.stream,
    revision: size === 0 ? "none" : size - 1,
    root: history.root(hasher, size)
  }))
