// A network's stages: preliminary, planning, endorsed, closed, one after the other; closed from any of them.
import { Result } from "effect"
import { type Rejection, rejection } from "../../deciding/declaring/rejection.ts"
import { MembershipsOverlap } from "../membership/decide.ts"
import { membersOf } from "../membership/members.ts"
import { given, handle, open } from "../slice.ts"
import type { NetworkStage, NetworkState } from "../state.ts"
import {
  BeginNetworkPlanning,
  CloseNetwork,
  EndorseNetwork,
  FormNetwork,
  NameNetworkLead
} from "./commands.ts"

/** Refused: a network of that id is formed already: an id names one network for ever. */
export const NetworkAlreadyFormed = rejection("NetworkAlreadyFormed", (d: { network: string }) => [
  `Network ${d.network} is formed already.`,
  "Form another under an id of its own, or have schools join this one (JoinNetwork)."
])

const before: Readonly<Record<"planning" | "endorsed", NetworkStage>> = {
  planning: "preliminary",
  endorsed: "planning"
}

/** Refused: the stages come one after the other. */
export const StageOutOfTurn = rejection(
  "StageOutOfTurn",
  (d: { network: string; stage: string; to: "planning" | "endorsed" }) => [
    `Network ${d.network} is ${d.stage}, and only one that is ${before[d.to]} becomes ${d.to}.`,
    "Bring it there stage by stage (BeginNetworkPlanning, EndorseNetwork); where it is further already, nothing is to do."
  ]
)

/** Refused: a network is endorsed in a focus that two schools or more have together. */
export const NotReadyToEndorse = rejection("NotReadyToEndorse", (d: { network: string; lacks: string }) => [
  `Network ${d.network} lacks ${d.lacks}, and cannot be endorsed without.`,
  "Have it choose what it works on (ChooseLearningFocus), and schools join it (JoinNetwork)."
])

const becoming = (
  state: NetworkState,
  id: string,
  to: "planning" | "endorsed"
): Result.Result<NetworkState, Rejection> =>
  Result.flatMap(open(state, id), (known) =>
    known.stage === before[to]
      ? Result.succeed(known)
      : Result.fail(StageOutOfTurn({ network: id, stage: known.stage ?? "not formed", to }))
  )

/** How forming, the stages and the lead are decided. */
export const formingHandlers = [
  handle(FormNetwork, {
    decide: ({ data, occurredOn }, state) => {
      const { area, name, network, schools } = data
      if (state.stage !== undefined) return Result.fail(NetworkAlreadyFormed({ network }))
      const twice = schools.find(({ school }, i) => schools.findIndex((each) => each.school === school) < i)
      if (twice !== undefined) {
        const { school } = twice
        return Result.fail(MembershipsOverlap({ network, school, from: occurredOn, until: "now" }))
      }
      return Result.succeed([
        { type: "NetworkFormed.v1", data: { network, name, ...given("area", area) } },
        ...schools.map((each) => ({ type: "SchoolJoinedNetwork.v1" as const, data: each }))
      ])
    }
  }),
  handle(BeginNetworkPlanning, {
    decide: ({ data: { network } }, state) =>
      Result.map(becoming(state, network, "planning"), () => [{ type: "NetworkPlanningBegun.v1", data: {} }])
  }),
  handle(EndorseNetwork, {
    decide: ({ data: { network } }, state) =>
      Result.gen(function* () {
        yield* becoming(state, network, "endorsed")
        if (state.focus === undefined) {
          return yield* Result.fail(NotReadyToEndorse({ network, lacks: "a learning focus" }))
        }
        if (membersOf(state).length < 2) {
          return yield* Result.fail(NotReadyToEndorse({ network, lacks: "a second school" }))
        }
        return [{ type: "NetworkEndorsed.v1", data: {} }] as const
      })
  }),
  handle(CloseNetwork, {
    decide: ({ data: { network, reason } }, state) =>
      Result.map(open(state, network), () => [{ type: "NetworkClosed.v1", data: given("reason", reason) }])
  }),
  handle(NameNetworkLead, {
    decide: ({ data: { lead, network } }, state) =>
      Result.map(open(state, network), () =>
        state.lead === lead ? [] : [{ type: "NetworkLeadNamed.v1", data: { lead } }]
      )
  })
]
