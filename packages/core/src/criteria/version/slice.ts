// One version of a scheme's criteria set is one stream, and a fact of the decisions that rest on it.
import { type FactRequest, handlerOf } from "../../deciding/declaring/slice.ts"
import type { CriteriaEvent } from "./events.ts"
import { criteriaFold } from "./fold.ts"
import type { CriteriaState } from "./state.ts"

/** The stream of one version of a scheme's criteria set. */
export const criteriaStream = (scheme: string, version: string): string => `criteria-${scheme}-${version}`

/** The criteria set as a fact of another decision. */
export const criteriaFact = (scheme: string, version: string): FactRequest<CriteriaState> => ({
  stream: criteriaStream(scheme, version),
  fold: criteriaFold
})

/** Of a command that brings the whole set, the version is the set's own. */
interface WholeSet {
  readonly scheme: string
  readonly criteriaSet: { readonly version: string }
}

/** A command about a version that is there. */
interface OneVersion {
  readonly scheme: string
  readonly version: string
}

/** Handles a command that brings the whole set. */
export const handleSet = handlerOf<CriteriaState, WholeSet, CriteriaEvent>({
  fold: criteriaFold,
  streamOf: ({ criteriaSet, scheme }) => criteriaStream(scheme, criteriaSet.version),
  rolesOf: () => []
})

/** Handles a command about a version. */
export const handleVersion = handlerOf<CriteriaState, OneVersion, CriteriaEvent>({
  fold: criteriaFold,
  streamOf: ({ scheme, version }) => criteriaStream(scheme, version),
  rolesOf: () => []
})
