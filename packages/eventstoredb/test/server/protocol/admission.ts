// Who may call, and which node takes the call.
import type * as Grpc from "@grpc/grpc-js"
import * as failures from "./failures.ts"
import type { Failure } from "./failures.ts"
import { refusalOfFollower } from "./ending.ts"
import type { Node } from "./node.ts"

/** Whether the caller gave the right name and password, none, or wrong ones. */
export const authentication = (metadata: Grpc.Metadata, node: Node): "known" | "anonymous" | "wrong" => {
  if (node.credentials === undefined) return "known"
  const [header] = metadata.get("authorization")
  if (header === undefined) return "anonymous"
  const { username, password } = node.credentials
  const right = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`
  return String(header) === right ? "known" : "wrong"
}

/** Why a call is not let in. */
export const notAdmitted = (metadata: Grpc.Metadata, node: Node): Failure | undefined => {
  const caller = authentication(metadata, node)
  if (caller === "wrong") return failures.notAuthenticated()
  return caller === "anonymous" ? failures.accessDenied() : undefined
}

/** Why this node does not take a call that asks for the leader, or writes. */
export const notTakenHere = (
  metadata: Grpc.Metadata,
  node: Node,
  kind: "read" | "write"
): Failure | undefined => {
  const role = node.membership.roleOf(node.id)
  if (role === "leader") return undefined
  // Without a leader nobody commits, and a follower cannot pass a write on.
  if (kind === "write" && node.membership.leader() === undefined) return failures.notReady()
  const asksForLeader = String(metadata.get("requires-leader")[0] ?? "false") === "true"
  const refuses = asksForLeader || (kind === "write" && role === "read-only-replica")
  return refuses ? refusalOfFollower(node) : undefined
}
