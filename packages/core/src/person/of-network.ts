// The assessor is of no network of the school: not of another school that is in one with it, nor its lead or representative.
import { membersOf, type NetworkState } from "../network/index.ts"
import {
  isCertainlyBefore,
  type NetworkId,
  type PartialDate,
  type PersonRef,
  type Urn
} from "../vocabulary/index.ts"
import type { PersonState } from "./fold.ts"

/** A network that a person and a school are both of now: since when both are, and by what the person is. */
export interface SharedNetwork {
  readonly network: NetworkId
  readonly since: PartialDate
  readonly by: string
}

const later = (one: PartialDate, other: PartialDate): PartialDate =>
  isCertainlyBefore(one, other) ? other : one

// To be employed at a school, or to govern it, is to be of it. Family, business and the like are of no network.
const schoolsOf = ({ assesses, interests }: PersonState, scheme: string): ReadonlySet<Urn> => {
  const own = new Set(assesses.get(scheme)?.schools)
  for (const [school, kinds] of interests) {
    if (kinds.some(({ kind }) => kind === "employment" || kind === "governance")) own.add(school)
  }
  return own
}

/**
 * The first of these networks that an assessor and a school are both of; undefined where there is none.
 * @example
 * ```ts
 * import { personFold, sharedNetwork } from "@lcqm/core"
 * sharedNetwork(personFold.initial, "lcqm", "900001", "p-assessor1", []) // => undefined
 * ```
 */
export const sharedNetwork = (
  assessor: PersonState,
  scheme: string,
  school: Urn,
  ref: PersonRef,
  networks: ReadonlyArray<NetworkState>
): SharedNetwork | undefined => {
  const own = schoolsOf(assessor, scheme)
  for (const { lead, members, network, representatives } of networks) {
    const here = membersOf({ members })
    const since = here.find((each) => each.school === school)?.from
    if (since === undefined) continue
    if (lead === ref) return { network, since, by: "leads it" }
    const represents = representatives.get(ref)
    if (represents !== undefined) {
      return {
        network,
        since: later(since, represents.on),
        by: `represents school ${represents.school} in it`
      }
    }
    const other = here.find((each) => own.has(each.school))
    if (other !== undefined) {
      return { network, since: later(since, other.from), by: `is of school ${other.school}, which is in it` }
    }
  }
  return undefined
}
