// The slice of a network: its stream, who is who in it, and what it must be for a command to make sense at all.
import { Result } from "effect"
import { DatesOutOfOrder } from "../deciding/loop/answers.ts"
import { type Rejection, rejection } from "../deciding/declaring/rejection.ts"
import { type FactRequest, handlerOf } from "../deciding/declaring/slice.ts"
import { isCertainlyBefore, NetworkId, type PartialDate } from "../vocabulary/index.ts"
import type { NetworkEvent } from "./events.ts"
import { networkFold } from "./fold.ts"
import type { NetworkState } from "./state.ts"

/** Refused: no network of that id has been formed. */
export const NetworkUnknown = rejection("NetworkUnknown", (d: { network: string }) => [
  `No network ${d.network} has been formed.`,
  "Form it first (FormNetwork), or name one that is."
])

/** Refused: the network is closed: nothing more happens in it but that a contact's consent is withdrawn. */
export const NetworkIsClosed = rejection("NetworkIsClosed", (d: { network: string }) => [
  `Network ${d.network} is closed.`,
  "Use a network that is open, or form a new one under an id of its own."
])

/** The fields of every command about a network. */
export const network = { network: NetworkId }

/** What every command about a network says: which. */
export interface NetworkScope {
  readonly network: string
}

/** The stream of one network. */
export const networkStream = (id: string): string => `network-${id}`

/** The network as a fact of another decision. */
export const networkFact = (id: string): FactRequest<NetworkState> => ({
  stream: networkStream(id),
  fold: networkFold
})

// A stage follows the one before; everything else the forming of the network. A consent can be taken back on any date.
const milestoneOf = (
  { formedOn, stage, stageOn }: NetworkState,
  type: NetworkEvent["type"]
): { readonly follows: string; readonly on: PartialDate } | undefined => {
  switch (type) {
    case "ContactConsentWithdrawn.v1":
      return undefined
    case "NetworkPlanningBegun.v1":
    case "NetworkEndorsed.v1":
    case "NetworkClosed.v1":
      return stageOn === undefined ? undefined : { follows: `its stage before (${stage})`, on: stageOn }
    default:
      return formedOn === undefined ? undefined : { follows: "the forming of the network", on: formedOn }
  }
}

/** Puts a command about a network together with what it needs and how it is decided. */
export const handle = handlerOf<NetworkState, NetworkScope, NetworkEvent>({
  fold: networkFold,
  streamOf: ({ network: id }) => networkStream(id),
  rolesOf: ({ consents, lead }, person) => [
    ...(lead === person ? (["NetworkLead"] as const) : []),
    ...(consents.has(person) ? (["NetworkContact"] as const) : [])
  ],
  inOrder: (state, occurredOn, bodies) => {
    for (const { type } of bodies) {
      const milestone = milestoneOf(state, type)
      if (milestone !== undefined && isCertainlyBefore(occurredOn, milestone.on)) {
        return Result.fail(DatesOutOfOrder({ occurredOn, ...milestone }))
      }
    }
    return Result.void
  }
})

/** The network where it is formed, else why nothing can be asked of it. */
export const formed = (state: NetworkState, id: string): Result.Result<NetworkState, Rejection> =>
  state.stage === undefined ? Result.fail(NetworkUnknown({ network: id })) : Result.succeed(state)

/** The network where it is formed and not closed, else why not. */
export const open = (state: NetworkState, id: string): Result.Result<NetworkState, Rejection> =>
  Result.flatMap(formed(state, id), (known) =>
    known.stage === "closed" ? Result.fail(NetworkIsClosed({ network: id })) : Result.succeed(known)
  )

/** `{ key: value }` where there is a value: what is absent stays absent in the event. */
export const given = <Key extends string, Value>(
  key: Key,
  value: Value | undefined
): { readonly [K in Key]?: Value } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: Value })
