// Which of the three models hold for a CPD session in a network. The source: "It may be that local authorities decide
// to use only parts of these suggestions." That a model of training for the teaching Framework stands for CPD sessions
// of the quality mark is our bridge: the sources say nothing of it.
import type { SessionNumber } from "../../vocabulary/index.ts"
import type { NetworkState } from "../state.ts"
import type { TrainingModel } from "./events.ts"

/** What is to be said wherever CPD is shown that came through a network. */
export const cpdBridgeNotice =
  "That a CPD session of the quality mark may reach a school through its network is a bridge of this library's: neither source says so."

const order: ReadonlyArray<TrainingModel> = [
  "subject leaders attend",
  "representatives cascade",
  "delivered to the network"
]

/**
 * The models that hold for a CPD session, by every part that stands for it, in the source's order; none where
 * nothing is arranged.
 * @example
 * ```ts
 * import { modelsFor, networkFold } from "@lcqm/core"
 * modelsFor(networkFold.initial, 1) // => []
 * ```
 */
export const modelsFor = (
  { training }: NetworkState,
  session: SessionNumber
): ReadonlyArray<TrainingModel> => {
  const held = training.filter(({ sessions }) => sessions === undefined || sessions.includes(session))
  return order.filter((model) => held.some(({ models }) => models.includes(model)))
}
