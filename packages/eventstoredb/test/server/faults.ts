// What can go wrong between a client and its server, on demand: a test says which call is to fail, when, and how.

/**
 * How a call that was picked fails.
 * - `unavailable`: status UNAVAILABLE; `connection`: every connection is cut, as when a process is killed.
 * - `cancelled`: status CANCELLED, as from a server that shuts down; `unknown`: status UNKNOWN.
 * - `timeout`: the engine's own answer that it did not commit in time; `not-ready`: its answer while it starts.
 * - `access-denied`; `not-leader`: with the address of the leader; `end`: a read or subscription ends as if it were complete.
 * - `silence`: no answer, ever: only a deadline or a timer of the client ends the wait.
 */
export type Ending =
  | "unavailable"
  | "connection"
  | "cancelled"
  | "unknown"
  | "timeout"
  | "not-ready"
  | "access-denied"
  | "not-leader"
  | "end"
  | "silence"

export type Fault = (
  | {
      /** An append, by either call. `before` it is judged, or `after` it is committed, so that only the answer is lost. */
      readonly on: "append"
      readonly moment: "before" | "after"
    }
  | {
      /** A read or a subscription, after it was sent so many events. */
      readonly on: "read" | "subscription"
      readonly afterEvents: number
    }
  | { readonly on: "features" | "gossip" | "delete" }
) & {
  readonly how: Ending
  /** For how many calls: 1 unless said. */
  readonly times?: number
  /** Only calls on this stream (`$all` for the global read). */
  readonly stream?: string
}

/** A fault that was put in place. */
export interface Placed {
  /** How many calls have met it. A read or subscription meets it as it begins, and goes on until its events are sent. */
  readonly struck: () => number
  readonly remove: () => void
}

export interface Faults {
  /** Puts a fault in place. Those placed first strike first. */
  readonly place: (fault: Fault) => Placed
  /** Cuts every connection now, as a killed process does; the server goes on listening. */
  readonly cutConnections: () => void
  /** Ends every live subscription now. */
  readonly dropSubscriptions: (how: Ending) => void
  /** Removes all that were placed. */
  readonly clear: () => void
}
