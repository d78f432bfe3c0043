// Where the store says other of a school than the register does: for people to look at, since no event is changed.
import type { CohortProgress, FullDate, Phase } from "@lcqm/core"
import type { Extract } from "./extract.ts"
import type { SchoolKind } from "./kind.ts"

/** A school of which the two say different things. */
export interface Difference {
  readonly school: string
  readonly cohort: string
  /** The phase in its enrolment. */
  readonly enrolledAs: Phase | undefined
  /** What it is by the register; undefined where it is not in the extract. */
  readonly kind: SchoolKind | undefined
  /** The day on which it closed. */
  readonly closed: FullDate | undefined
}

/** The enrolled schools that differ: not in the extract, of another phase, or closed by that day. */
export const differencesOf = (
  cohorts: ReadonlyArray<CohortProgress>,
  { schools }: Extract,
  on: FullDate
): ReadonlyArray<Difference> =>
  cohorts.flatMap(({ cohort, schools: members }) =>
    members.flatMap(({ phase, school }) => {
      const known = schools.get(school)
      const closed = known?.closed !== undefined && known.closed <= on ? known.closed : undefined
      return known !== undefined && known.phase === phase && closed === undefined
        ? []
        : [{ school, cohort, enrolledAs: phase, kind: known?.kind, closed }]
    })
  )
