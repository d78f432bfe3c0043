// Who is in a network, and who was on a day. A date is a span of days, so being in it then is what can be so.
import { Result } from "effect"
import { type Rejection, rejection } from "../../deciding/declaring/rejection.ts"
import { isCertainlyBefore, type PartialDate, type Urn } from "../../vocabulary/index.ts"
import type { Membership, NetworkState } from "../state.ts"

/** Refused: the school is not in the network, or was not on that day. */
export const SchoolNotInNetwork = rejection(
  "SchoolNotInNetwork",
  (d: { network: string; school: string; on: string }) => [
    `School ${d.school} was not in network ${d.network} on ${d.on}.`,
    "Name a school that was, or record first that it joined (JoinNetwork)."
  ]
)

/**
 * The schools that are in a network now, each with since when.
 * @example
 * ```ts
 * import { membersOf, networkFold } from "@lcqm/core"
 * membersOf(networkFold.initial) // => []
 * ```
 */
export const membersOf = ({ members }: Pick<NetworkState, "members">): ReadonlyArray<Membership> =>
  members.filter(({ until }) => until === undefined)

const canBeWithin = ({ from, until }: Membership, on: PartialDate): boolean =>
  !isCertainlyBefore(on, from) && (until === undefined || !isCertainlyBefore(until, on))

/** The school where it can have been in the network on that date, else why not. */
export const inNetworkOn = (
  { members, network }: NetworkState,
  school: Urn,
  on: PartialDate
): Result.Result<Urn, Rejection> =>
  members.some((each) => each.school === school && canBeWithin(each, on))
    ? Result.succeed(school)
    : Result.fail(SchoolNotInNetwork({ network, school, on }))
