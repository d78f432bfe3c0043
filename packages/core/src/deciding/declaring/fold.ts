// A fold turns the events of one stream into what a decision needs to know. It is total: an as-at view leaves
// events out, so no event may rely on another having been there.
import type { EventBody, Recorded } from "../../event-store/index.ts"
import type { AnyEventType } from "../../event-store/index.ts"

/** A slice's fold: pure and total over any subset of a history. */
export interface Fold<State> {
  readonly initial: State
  /** The stored types that belong in the slice's streams. */
  readonly types: ReadonlySet<string>
  /** The state after one more event. */
  evolve(state: State, event: Recorded): State
  /** The state after more events: one copy for all of them. */
  fold(state: State, events: ReadonlyArray<Recorded>): State
}

/**
 * Makes a fold of three parts. `thaw` copies a state into a draft that the fold owns, `apply` changes that draft
 * by an event, and the draft is published as the next state: immutable outside, one copy a batch inside.
 */
export const foldOf = <State, Draft extends State, Body extends EventBody>(parts: {
  readonly types: ReadonlyArray<AnyEventType>
  readonly initial: State
  readonly thaw: (state: State) => Draft
  readonly apply: (draft: Draft, event: Recorded<Body>) => void
}): Fold<State> => {
  const { initial, thaw } = parts
  // The codec and the check of `types` at every read are what makes an event of the stream one of the slice's.
  const apply = parts.apply as (draft: Draft, event: Recorded) => void
  return {
    initial,
    types: new Set(parts.types.map(({ type }) => type)),
    evolve: (state, event) => {
      const draft = thaw(state)
      apply(draft, event)
      return draft
    },
    fold: (state, events) => {
      if (events.length === 0) return state
      const draft = thaw(state)
      for (const event of events) apply(draft, event)
      return draft
    }
  }
}
