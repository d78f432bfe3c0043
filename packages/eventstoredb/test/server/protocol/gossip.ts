// Gossip: the nodes of the cluster. The client reads it when it was given several hosts, or was told to discover them.
import type * as Grpc from "@grpc/grpc-js"
import type * as Gossip from "@eventstore/db-client/generated/gossip_pb.js"
import type * as Shared from "@eventstore/db-client/generated/shared_pb.js"
import { gossip } from "./definitions.ts"
import { failAnswer } from "./ending.ts"
import type { Member, Node, Role } from "./node.ts"
import { uuidOf } from "./names.ts"

const { VNodeState } = gossip.MemberInfo

const states: Readonly<Record<Role, Gossip.MemberInfo.VNodeState>> = {
  leader: VNodeState.LEADER,
  follower: VNodeState.FOLLOWER,
  "read-only-replica": VNodeState.READONLYREPLICA
}

export const serveGossip =
  (node: Node) =>
  (
    _call: Grpc.ServerUnaryCall<Shared.Empty, Gossip.ClusterInfo>,
    answer: Grpc.sendUnaryData<Gossip.ClusterInfo>
  ): void => {
    const fault = node.faults.strike({ on: "gossip" })
    if (fault !== undefined) return failAnswer(answer, fault.how, node)
    const members = node.membership.members().map((member) => memberInfo(member, node.log.now()))
    answer(null, new gossip.ClusterInfo().setMembersList(members))
  }

const memberInfo = (member: Member, now: number): Gossip.MemberInfo =>
  new gossip.MemberInfo()
    .setInstanceId(uuidOf(member.id))
    .setTimeStamp(`${now}0000`)
    .setState(states[member.role])
    .setIsAlive(member.alive)
    .setHttpEndPoint(new gossip.EndPoint().setAddress(member.host).setPort(member.port))
