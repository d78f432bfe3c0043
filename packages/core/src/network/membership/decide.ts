// Membership over time. A school is in a network once at a time, and may come back. Being in two networks is not
// refused, since no stream of either knows the other: whoever looks at the networks is told.
import { Result } from "effect"
import { DatesOutOfOrder } from "../../deciding/loop/answers.ts"
import { rejection } from "../../deciding/declaring/rejection.ts"
import { isCertainlyBefore } from "../../vocabulary/index.ts"
import { given, handle, open } from "../slice.ts"
import { JoinNetwork, LeaveNetwork } from "./commands.ts"
import { membersOf, SchoolNotInNetwork } from "./members.ts"

/** Refused: the school is in the network at that time already. */
export const MembershipsOverlap = rejection(
  "MembershipsOverlap",
  (d: { network: string; school: string; from: string; until: string }) => [
    `School ${d.school} is in network ${d.network} already, from ${d.from} until ${d.until}.`,
    "A school is in a network once at a time: have it leave first (LeaveNetwork), and join again on a later date."
  ]
)

/** How joining and leaving a network are decided. */
export const membershipHandlers = [
  handle(JoinNetwork, {
    decide: ({ data: { kind, network, school }, occurredOn }, state) =>
      Result.flatMap(open(state, network), ({ members }) => {
        // It joins for good, so whatever of an earlier time lies on or after that day is there twice.
        const overlapped = members.find(
          (each) =>
            each.school === school && (each.until === undefined || isCertainlyBefore(occurredOn, each.until))
        )
        return overlapped === undefined
          ? Result.succeed([
              { type: "SchoolJoinedNetwork.v1", data: { school, ...given("kind", kind) } } as const
            ])
          : Result.fail(
              MembershipsOverlap({
                network,
                school,
                from: overlapped.from,
                until: overlapped.until ?? "now"
              })
            )
      })
  }),
  handle(LeaveNetwork, {
    decide: ({ data: { network, reason, school }, occurredOn }, state) =>
      Result.gen(function* () {
        yield* open(state, network)
        const membership = membersOf(state).find((each) => each.school === school)
        if (membership === undefined) {
          return yield* Result.fail(SchoolNotInNetwork({ network, school, on: occurredOn }))
        }
        if (isCertainlyBefore(occurredOn, membership.from)) {
          return yield* Result.fail(
            DatesOutOfOrder({ occurredOn, follows: "the school's joining", on: membership.from })
          )
        }
        return [{ type: "SchoolLeftNetwork.v1", data: { school, ...given("reason", reason) } }] as const
      })
  })
]
