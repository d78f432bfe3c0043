// The scheme's assessors in the story, and whom the office can ask for a school: somebody external, as far as it knows.
import type { Day, PersonRef, Urn } from "@lcqm/core"
import type { Chance } from "./telling/chance.ts"

/** An assessor as the office knows them. */
export interface KnownAssessor {
  readonly ref: PersonRef
  /** The schools they belong to. */
  readonly schools: ReadonlyArray<Urn>
  /** The schools they have declared an interest in. */
  readonly interests: Set<Urn>
  /** Their last day as an assessor, where they stand down in the story. */
  readonly until: Day | undefined
}

/** The assessors of the story. */
export class Assessors {
  readonly all: ReadonlyArray<KnownAssessor>

  constructor(all: ReadonlyArray<KnownAssessor>) {
    this.all = all
  }

  /** Somebody for the school on that day whom nothing known speaks against; another than those who have judged it already. */
  external(
    chance: Chance,
    school: Urn,
    coach: PersonRef | undefined,
    on: Day,
    judged: ReadonlyArray<PersonRef> = []
  ): KnownAssessor {
    const able = this.all.filter(
      ({ interests, ref, schools, until }) =>
        ref !== coach &&
        !judged.includes(ref) &&
        !schools.includes(school) &&
        !interests.has(school) &&
        (until === undefined || on < until)
    )
    return chance.oneOf(able)
  }
}
