// What a trouble with the engine is to whoever uses the store: one of the port's typed errors, without secrets.
import {
  AccessDenied,
  CorruptEvent,
  type StoreFailure,
  StoreUnavailable,
  UnsupportedByStore
} from "@lcqm/core"
import type { Trouble } from "./engine/trouble.ts"

/** What a failure is told with. */
export interface Told {
  /** The store's name. */
  readonly store: string
  /** What was being done, as in "denies reading". */
  readonly doing: string
  readonly withoutSecrets: (text: string) => string
}

/** Whether asking again may help: the same request, to the same or another node. */
export const isRetryable = ({ _tag }: Trouble): boolean => _tag === "Unreachable" || _tag === "NotLeader"

/** The failure of the store that a trouble is, where it has nothing to do with one stream. */
export const failureOf = ({ doing, store, withoutSecrets }: Told, trouble: Trouble): StoreFailure => {
  const unavailable = (reason: string, retryable: boolean) =>
    new StoreUnavailable({ store, reason: withoutSecrets(reason), retryable })
  switch (trouble._tag) {
    case "Closed":
      return unavailable("it is closed", false)
    case "Denied":
      return new AccessDenied({ store, doing })
    case "Unsupported":
      return new UnsupportedByStore({ store, what: withoutSecrets(trouble.reason) })
    case "Unreachable":
      return unavailable(trouble.reason, true)
    case "NotLeader":
      return unavailable("the node is not the cluster's leader, and names none that is", true)
    case "Refused":
      return unavailable(trouble.reason, false)
    case "WrongRevision":
    case "Missing":
    case "Deleted":
    case "TooLarge":
      return unavailable(`it answered ${doing} with what is no answer to it (${trouble._tag})`, false)
  }
}

/** A stream of ours that the engine shows deleted or cut. The library never does that. */
export const lost = (stream: string, revision: number, how: string): CorruptEvent =>
  new CorruptEvent({ stream, revision, reason: `it is gone: ${how}` })
