// What a node of the engine is to the calls it serves: the log, its limits, its role, and what is to go wrong.
import type { FaultBoard } from "../fault-board.ts"
import type { Log } from "../log/log.ts"
import type { Membership } from "../membership.ts"
import type { Counts } from "../counts.ts"
import type { Address } from "./failures.ts"
import type { Limits } from "./proposed.ts"

/** A read-only replica passes no writes on; a follower does, unless the call asks for the leader. */
export type Role = "leader" | "follower" | "read-only-replica"

export interface Node {
  readonly log: Log
  readonly limits: Limits
  readonly version: string
  readonly batchAppend: boolean
  /** How many live events wait for a slow subscriber before it falls back to reading the log. */
  readonly liveBuffer: number
  readonly credentials: { readonly username: string; readonly password: string } | undefined
  readonly id: string
  readonly membership: Membership
  readonly faults: FaultBoard
  readonly counts: Counts
}

/** A node as gossip tells of it. */
export interface Member extends Address {
  readonly id: string
  readonly role: Role
  readonly alive: boolean
}
