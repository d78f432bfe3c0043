// Who judges a school is external to it: the first assessor and the second, when they are chosen and whenever it counts.
import { type Rejection, rejection } from "../../deciding/declaring/rejection.ts"
import type { NetworkFacts } from "../../network/index.ts"
import { whyNotExternal } from "../../person/external.ts"
import type { PersonState } from "../../person/fold.ts"
import { sharedNetwork } from "../../person/of-network.ts"
import type { PersonRef } from "../../vocabulary/index.ts"
import type { SchoolScope } from "../slice.ts"
import type { EnrolmentState } from "../state.ts"

/** Refused: the assessor belongs to the school, coaches it or has an interest in it. */
export const AssessorNotExternal = rejection(
  "AssessorNotExternal",
  (d: { assessor: string; school: string; why: string }) => [
    `${d.assessor} is not external to school ${d.school}: ${d.why}.`,
    "Choose an assessor who is neither of the school nor its coach and has no interest in it; one takes over by ReplaceAssessor."
  ]
)

/** Refused: the assessor is of a network that the school is in. */
export const AssessorInNetwork = rejection(
  "AssessorInNetwork",
  (d: { assessor: string; school: string; network: string; since: string; by: string }) => [
    `${d.assessor} is not external to school ${d.school}: both have been of network ${d.network} since ${d.since} (the assessor ${d.by}).`,
    "Choose an assessor who is of no network of the school; one takes over by ReplaceAssessor. Where a school has left the network, record that first (LeaveNetwork)."
  ]
)

/** What is known of whoever is to judge a school. */
export interface WhoJudges extends NetworkFacts {
  readonly ref: PersonRef
  readonly person: PersonState
}

/** Why somebody is not external to a school; undefined where they are. */
export const notExternal = (
  { networks, person, ref: assessor }: WhoJudges,
  { scheme, school }: SchoolScope,
  { insiders }: Pick<EnrolmentState, "insiders">
): Rejection | undefined => {
  const why = whyNotExternal(person, scheme, school, assessor, insiders)
  if (why !== undefined) return AssessorNotExternal({ assessor, school, why })
  const known = networks.map(({ state }) => state)
  const shared = sharedNetwork(person, scheme, school, assessor, known)
  return shared && AssessorInNetwork({ assessor, school, ...shared })
}
