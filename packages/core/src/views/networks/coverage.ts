// CPD coverage of a network: for each session the models its authority arranged, and which of its schools it has
// reached, in whatever way. That CPD of the quality mark goes through networks is our bridge, and is said with it.
import type { Recorded } from "../../event-store/index.ts"
import { cpdBridgeNotice, membersOf, modelsFor, type TrainingModel } from "../../network/index.ts"
import type { Projection } from "../../projecting/index.ts"
import { cpdSessions, type NetworkId, type SessionNumber, type Urn } from "../../vocabulary/index.ts"
import {
  coverageOf,
  cpdCoverage,
  type CpdCoverage,
  type CpdModel,
  type SessionNotCounted
} from "../cpd-coverage.ts"
import { networks, type NetworksModel } from "./networks.ts"

/** By which of the three models a session came to a school: by attending, by a cascade, or by a delivery. */
export interface SchoolReached {
  readonly school: Urn
  readonly by: TrainingModel
}

/** What of one session has reached a network's schools. */
export interface NetworkSession {
  readonly session: SessionNumber
  /** The models that hold for it; none where nothing is arranged. */
  readonly arranged: ReadonlyArray<TrainingModel>
  readonly reached: ReadonlyArray<SchoolReached>
  /** The schools of the network that it has not reached: not enrolled in the scheme, or without a Champion whom it has. */
  readonly missing: ReadonlyArray<Urn>
}

/** What of a scheme's CPD has reached a network. */
export interface NetworkCpdCoverage {
  readonly network: NetworkId
  readonly scheme: string
  readonly sessions: ReadonlyArray<NetworkSession>
  readonly notCounted: ReadonlyArray<SessionNotCounted & { readonly school: Urn }>
  /** That this is a bridge of ours. */
  readonly notice: string
}

/** The read model of networks and of the CPD that reached their schools. */
export interface NetworkCpdModel {
  readonly networks: NetworksModel
  readonly cpd: CpdModel
}

/** The read model of CPD coverage by network. */
export const networkCpdCoverage: Projection<NetworkCpdModel> = {
  name: "network-cpd-coverage",
  version: 1,
  types: new Set([...networks.types, ...cpdCoverage.types]),
  empty: () => ({ networks: networks.empty(), cpd: cpdCoverage.empty() }),
  apply: (model, event: Recorded) => {
    if (networks.types.has(event.type)) networks.apply(model.networks, event)
    else cpdCoverage.apply(model.cpd, event)
  }
}

const byOf = ({ session, throughNetwork }: { session: SessionNumber } & CpdCoverage): TrainingModel => {
  const mode = throughNetwork.find((each) => each.session === session)?.mode ?? "direct"
  if (mode === "direct") return "subject leaders attend"
  return "deliveredTo" in mode ? "delivered to the network" : "representatives cascade"
}

const everySession = Array.from({ length: cpdSessions }, (_, index) => (index + 1) as SessionNumber)

/**
 * What of a scheme's CPD has reached each network that is formed, by network.
 * @example
 * ```ts
 * import { networkCoverageOf, networkCpdCoverage, project } from "@lcqm/core"
 * networkCoverageOf(project(networkCpdCoverage, []), "lcqm") // => []
 * ```
 */
export const networkCoverageOf = (
  model: NetworkCpdModel,
  scheme: string
): ReadonlyArray<NetworkCpdCoverage> => {
  const schools = new Map(
    coverageOf(model.cpd).flatMap((each) => (each.scheme === scheme ? [[each.school, each] as const] : []))
  )
  return [...model.networks.values()]
    .filter(({ stage }) => stage !== undefined)
    .map((state): NetworkCpdCoverage => {
      const members = membersOf(state).map(({ school }) => school)
      const sessions = everySession.map((session): NetworkSession => {
        const covered = members.flatMap((school) => {
          const known = schools.get(school)
          return known?.attended.includes(session) === true
            ? [{ school, by: byOf({ ...known, session }) }]
            : []
        })
        return {
          session,
          arranged: modelsFor(state, session),
          reached: covered,
          missing: members.filter((school) => !covered.some((each) => each.school === school))
        }
      })
      const notCounted = members.flatMap((school) =>
        (schools.get(school)?.notCounted ?? []).map((each) => ({ ...each, school }))
      )
      return { network: state.network, scheme, sessions, notCounted, notice: cpdBridgeNotice }
    })
    .toSorted((a, b) => (a.network < b.network ? -1 : 1))
}
