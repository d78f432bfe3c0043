// A call ended by a fault.
import type { Ending } from "../faults.ts"
import * as failures from "./failures.ts"
import type { Failure } from "./failures.ts"
import type { Node } from "./node.ts"

/** The status that an ending gives a call; `undefined` where it gives none. */
export const failureOf = (how: Ending, node: Node): Failure | undefined => {
  switch (how) {
    case "unavailable":
      return failures.unavailable()
    case "cancelled":
      return failures.cancelled()
    case "unknown":
      return failures.unknown()
    case "timeout":
      return failures.timedOut()
    case "not-ready":
      return failures.notReady()
    case "access-denied":
      return failures.accessDenied()
    case "not-leader":
      return refusalOfFollower(node)
    case "connection":
    case "end":
    case "silence":
      return undefined
  }
}

/** What a node says that does not take a call because it is not the leader. */
export const refusalOfFollower = (node: Node): Failure => {
  const leader = node.membership.leader()
  return leader === undefined ? failures.noLeaderKnown() : failures.notLeader(leader)
}

/** The part of a streaming call that ends it. */
export interface Endable {
  readonly emit: (event: "error", failure: Failure) => boolean
  readonly end: () => unknown
  readonly writableLength: number
}

/** Ends a streaming call. */
export const endCall = (call: Endable, how: Ending, node: Node): void => {
  const failure = failureOf(how, node)
  if (failure !== undefined) call.emit("error", failure)
  else if (how === "end") call.end()
  else if (how === "connection") cutOnceSent(call, node)
}

/** What was sent before the cut is to arrive, unless the reader takes nothing; or nobody would ever get further. */
const cutOnceSent = (call: Endable, node: Node, patience = 100): void => {
  setImmediate(() => {
    if (call.writableLength === 0 || patience === 0) node.faults.cutConnections()
    else cutOnceSent(call, node, patience - 1)
  })
}

/** Answers a call that has one answer; with silence, and with a cut connection, there is none. */
export const failAnswer = (answer: (failure: Failure) => void, how: Ending, node: Node): void => {
  const failure = failureOf(how, node)
  if (failure !== undefined) answer(failure)
  else if (how === "connection") node.faults.cutConnections()
}
