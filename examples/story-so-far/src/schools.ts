// The schools of the story. The page counts schools and names none, so these are made up, and marked as such by
// their URNs.
import type { Phase, Urn } from "@lcqm/core"
import { type CohortSoFar, cohortsSoFar } from "./cohorts.ts"

/**
 * The URNs of the story's schools. England's register numbers its schools from 100000 on, and to our knowledge no
 * register has given a number that begins with 9: whoever meets one of these knows that the school is not real.
 * @example
 * ```ts
 * import { syntheticUrns } from "@lcqm/story-so-far"
 * syntheticUrns // => { first: "900001", last: "900110" }
 * ```
 */
export const syntheticUrns: { readonly first: Urn; readonly last: Urn } = { first: "900001", last: "900110" }

/** A made-up school of a cohort. */
export interface SyntheticSchool {
  readonly urn: Urn
  /** The label of the cohort it is enrolled in. */
  readonly cohort: string
  /** Undefined where the page gives none: nothing is filled in. */
  readonly phase: Phase | undefined
}

const phasesOf = ({ phases, schools }: CohortSoFar): ReadonlyArray<Phase | undefined> =>
  phases === undefined
    ? Array.from({ length: schools }, () => undefined)
    : (["primary", "secondary", "special"] as const).flatMap((phase) =>
        Array.from({ length: phases[phase] }, () => phase)
      )

/**
 * The story's 110 schools, cohort by cohort, as many of each phase as the page prints.
 * @example
 * ```ts
 * import { syntheticSchools } from "@lcqm/story-so-far"
 * syntheticSchools.length // => 110
 * syntheticSchools[17] // => { urn: "900018", cohort: "1", phase: "secondary" }
 * ```
 */
export const syntheticSchools: ReadonlyArray<SyntheticSchool> = cohortsSoFar
  .flatMap((cohort) => phasesOf(cohort).map((phase) => ({ cohort: cohort.label, phase })))
  .map(({ cohort, phase }, index) => ({ urn: String(Number(syntheticUrns.first) + index), cohort, phase }))
