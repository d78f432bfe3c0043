// A world small enough to be read when a property fails: one scheme, a school or two, a cohort, a few people.
import type { Actor, CohortWindows, CriteriaSet, LcqmCommand, Level, RuleSet, Urn } from "@lcqm/core"
import * as fc from "fast-check"
import { anyCriteriaSet, type CriteriaSetOptions } from "../criteria-set.ts"
import { anyLevel } from "../level.ts"
import { anyPartialDate } from "../partial-date.ts"
import { anyRuleSetFor } from "../rule-set.ts"

/** The scheme of every small world. */
export const scheme = "lcqm"

/**
 * Who lives in a small world.
 * @example
 * ```ts
 * import { inhabitants } from "@lcqm/testing/arbitraries"
 * inhabitants.champions // => ["p-champion1", "p-champion2"]
 * ```
 */
export const inhabitants = {
  office: "p-office001",
  champions: ["p-champion1", "p-champion2"],
  coach: "p-coach0001",
  assessors: ["p-assessor1", "p-assessor2"],
  stranger: "p-stranger1"
} as const

/**
 * The scheme's office, which the host vouches for.
 * @example
 * ```ts
 * import { office } from "@lcqm/testing/arbitraries"
 * office.roles // => ["SchemeOffice"]
 * ```
 */
export const office: Actor = { person: inhabitants.office, roles: ["SchemeOffice"] }

/** Where a sequence of commands takes place. */
export interface SmallWorld {
  readonly criteriaSet: CriteriaSet
  readonly ruleSet: RuleSet
  readonly windows: CohortWindows
  readonly schools: readonly [Urn, ...Array<Urn>]
  /** The level most judgements are near to. */
  readonly around: Level
}

/** How large a small world is. */
export interface SmallWorldOptions extends CriteriaSetOptions {
  /** At most so many schools, 1 or 2 (default 2). */
  readonly mostSchools?: 1 | 2
}

const anyDate = anyPartialDate({ first: "2016-09-01", last: "2018-08-31" })

const anyWindow = (from: fc.Arbitrary<string>) =>
  fc.record({ from, to: anyDate }, { requiredKeys: [], noNullPrototype: true })

// Mostly training begins with the world, so that evidence counts; sometimes there is no date, or an odd one.
const anyWindows = (): fc.Arbitrary<CohortWindows> =>
  fc.record(
    {
      launch: anyDate,
      training: anyWindow(
        fc.oneof({ withCrossShrink: true }, { arbitrary: fc.constant("2017-09"), weight: 3 }, anyDate)
      ),
      assessment: anyWindow(anyDate)
    },
    { requiredKeys: [], noNullPrototype: true }
  )

/**
 * Any small world. Shrinks to one school, one theme with one criterion, and a cohort without dates.
 * @example
 * ```ts
 * import { anySmallWorld } from "@lcqm/testing/arbitraries"
 * import fc from "fast-check"
 * const drawn = fc.sample(anySmallWorld(), { seed: 1, numRuns: 50 })
 * new Set(drawn.map(({ schools }) => schools.length)) // => new Set([1, 2])
 * ```
 */
export const anySmallWorld = (options: SmallWorldOptions = {}): fc.Arbitrary<SmallWorld> =>
  anyCriteriaSet({ mostThemes: 2, mostCriteria: 2, awkwardIds: true, ...options }).chain((criteriaSet) =>
    fc.record(
      {
        criteriaSet: fc.constant(criteriaSet),
        ruleSet: anyRuleSetFor(criteriaSet),
        windows: anyWindows(),
        schools:
          options.mostSchools === 1
            ? fc.constant(["900001"] as const)
            : fc.constantFrom(["900001"] as const, ["900001", "900002"] as const),
        around: anyLevel()
      },
      { noNullPrototype: true }
    )
  )

/**
 * When a small world begins: 09:00 UTC on 1 September 2017, in milliseconds since 1970.
 * @example
 * ```ts
 * import { beginning } from "@lcqm/testing/arbitraries"
 * new Date(beginning).toISOString() // => "2017-09-01T09:00:00.000Z"
 * ```
 */
export const beginning = Date.UTC(2017, 8, 1, 9)

/**
 * What must have happened before a school can be enrolled: criteria set and rule set published, the cohort
 * launched with its four sessions, two assessors appointed.
 * @example
 * ```ts
 * import { anySmallWorld, foundingCommands } from "@lcqm/testing/arbitraries"
 * import fc from "fast-check"
 * const [world] = fc.sample(anySmallWorld(), { seed: 1, numRuns: 1 })
 * world && foundingCommands(world).map(({ type }) => type).slice(0, 3) // => ["PublishCriteriaSet", "PublishRuleSet", "LaunchCohort"]
 * ```
 */
export const foundingCommands = ({
  criteriaSet,
  ruleSet,
  windows
}: SmallWorld): ReadonlyArray<LcqmCommand> => {
  const sent = (id: string) => ({ id: `founding.${id}`, actor: office, occurredOn: "2017-05-01" })
  return [
    {
      type: "PublishCriteriaSet",
      ...sent("criteria"),
      data: { scheme, criteriaSet, publishedOn: "2017-05-01" }
    },
    { type: "PublishRuleSet", ...sent("rules"), data: { scheme, ruleSet, publishedOn: "2017-05-01" } },
    { type: "LaunchCohort", ...sent("cohort"), data: { scheme, cohort: "A", windows } },
    ...([1, 2, 3, 4] as const).map((session) => ({
      type: "ScheduleCpdSession" as const,
      ...sent(`session.${session}`),
      data: { scheme, cohort: "A", session, on: "2017-06" }
    })),
    ...inhabitants.assessors.map((person) => ({
      type: "AppointAssessor" as const,
      ...sent(person),
      data: { scheme, person, schools: [] }
    }))
  ]
}
