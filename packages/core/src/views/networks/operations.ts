// What Lcqm answers of networks. An as-at looks at the networks as they were, and at consent as it is now.
import { Effect } from "effect"
import type { Rejection } from "../../deciding/declaring/rejection.ts"
import type { EventStore } from "../../event-store/index.ts"
import { type LearningFocus, NetworkUnknown } from "../../network/index.ts"
import {
  type AsAt,
  inMemory,
  projectedAsAt,
  type ProjectionFailure,
  projectionsOver
} from "../../projecting/index.ts"
import type { NetworkId } from "../../vocabulary/index.ts"
import { type NetworkCpdCoverage, networkCoverageOf, networkCpdCoverage } from "./coverage.ts"
import { type DirectoryEntry, directoryOf } from "./directory.ts"
import { networks, type NetworksModel, networksOf, type NetworkView } from "./networks.ts"
import { type SimilarNetwork, similarTo } from "./similar.ts"

/** A focus that networks are compared with: that of a network, or one that is said. */
export type SimilarAsked = ({ readonly network: NetworkId } | { readonly focus: LearningFocus }) & {
  /** At most so many (default 10). */
  readonly most?: number
}

/** What Lcqm offers of networks. */
export interface NetworkOperations {
  /** Every network that was formed, as of now or as at a point in either time. */
  readonly networks: (asAt?: AsAt) => Effect.Effect<ReadonlyArray<NetworkView>, ProjectionFailure>
  /** The networks that have registered. Consent is as it is now, whatever date is asked for. */
  readonly networkDirectory: (asAt?: AsAt) => Effect.Effect<ReadonlyArray<DirectoryEntry>, ProjectionFailure>
  /**
   * Registered networks with a similar focus, the most similar first; none where the network that is named has chosen
   * nothing yet, and `NetworkUnknown` where there is no such network.
   */
  readonly similarNetworks: (
    asked: SimilarAsked,
    asAt?: AsAt
  ) => Effect.Effect<ReadonlyArray<SimilarNetwork>, ProjectionFailure | Rejection>
  /** What of a scheme's CPD has reached each network. */
  readonly networkCpd: (
    scheme: string,
    asAt?: AsAt
  ) => Effect.Effect<ReadonlyArray<NetworkCpdCoverage>, ProjectionFailure>
}

const isNow = ({ occurred, recorded }: AsAt): boolean => occurred === undefined && recorded === undefined

/** The operations over a store. Nothing is read until one is asked for. */
export const networkOperations = Effect.fnUntraced(function* (
  store: EventStore["Service"]
): Effect.fn.Return<NetworkOperations> {
  const { models: kept } = yield* Effect.orDie(
    projectionsOver(store, { networks: inMemory(networks), networkCpd: inMemory(networkCpdCoverage) })
  )
  // The past is read first, so that whatever is withdrawn meanwhile counts.
  const look = <Answer>(
    asAt: AsAt,
    answer: (then: NetworksModel, now: NetworksModel) => Answer
  ): Effect.Effect<Answer, ProjectionFailure> =>
    isNow(asAt)
      ? kept.networks.readCaughtUp((now) => answer(now, now))
      : Effect.flatMap(projectedAsAt(store, networks, asAt), (then) =>
          kept.networks.readCaughtUp((now) => answer(then, now))
        )

  const similar = (asked: SimilarAsked, then: NetworksModel, now: NetworksModel) => {
    const { most = 10 } = asked
    if ("focus" in asked) return similarTo(directoryOf(then, now), { focus: asked.focus, most })
    const own = [...then.values()].find(
      ({ network, stage }) => stage !== undefined && network === asked.network
    )
    if (own === undefined) return undefined
    return own.focus === undefined
      ? []
      : similarTo(directoryOf(then, now), { focus: own.focus, except: asked.network, most })
  }

  return {
    networks: (asAt = {}) => look(asAt, networksOf),
    networkDirectory: (asAt = {}) => look(asAt, directoryOf),
    similarNetworks: (asked, asAt = {}) =>
      Effect.flatMap(
        look(asAt, (then, now) => similar(asked, then, now)),
        (found): Effect.Effect<ReadonlyArray<SimilarNetwork>, Rejection> =>
          found === undefined
            ? Effect.fail(NetworkUnknown({ network: "network" in asked ? asked.network : "" }))
            : Effect.succeed(found)
      ),
    networkCpd: (scheme, asAt = {}) =>
      isNow(asAt)
        ? kept.networkCpd.readCaughtUp((model) => networkCoverageOf(model, scheme))
        : Effect.map(projectedAsAt(store, networkCpdCoverage, asAt), (model) =>
            networkCoverageOf(model, scheme)
          )
  }
})
