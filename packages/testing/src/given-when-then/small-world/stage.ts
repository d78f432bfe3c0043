// What a stage of a school's enrolment is: reached by commands from another stage. So whatever the rules become, a
// stage is what they make of its commands, or the story that begins with it fails.
import type { CriteriaSet, FullDate, LcqmCommand, Level, RuleSet, SessionNumber } from "@lcqm/core"
import type { Asked } from "../domain.ts"

/** What may be different from one small world to another. */
export interface WorldOptions {
  /** The criteria set the school is enrolled on (default: the small one). */
  readonly criteriaSet: CriteriaSet
  readonly ruleSet: RuleSet
  /** The level at which school and assessor judge every criterion, and which is declared and proposed. */
  readonly level: Level
  /** The CPD sessions the Champion attends. */
  readonly attends: ReadonlyArray<SessionNumber>
}

/** A command of the world's. */
export type Command = Asked<LcqmCommand>

/** How a stage is reached: from which stage, on which day, by which commands. */
export interface Stage {
  readonly after?: StageName
  readonly on: FullDate
  readonly by: (options: WorldOptions) => ReadonlyArray<Command>
}

/** The stages of the main road, in order. */
export type MainRoad =
  | "ready"
  | "enrolled"
  | "with champion"
  | "trained"
  | "with evidence"
  | "self-assessed"
  | "declared"
  | "visit arranged"
  | "visited"
  | "reviewed"
  | "judgements agreed"
  | "proposed"
  | "agreed"

/** What may happen instead. */
export type OtherWay = "further work asked" | "further work submitted" | "withheld" | "deferred" | "withdrawn"

/** The named stages. */
export type StageName = MainRoad | OtherWay

/**
 * The ids of a criteria set's criteria, in order.
 * @example
 * ```ts
 * import { criteriaOf, smallCriteriaSet } from "@lcqm/testing/given-when-then"
 * criteriaOf(smallCriteriaSet).length // => 4
 * ```
 */
export const criteriaOf = ({ themes }: CriteriaSet): ReadonlyArray<string> =>
  themes.flatMap(({ criteria }) => criteria.map(({ id }) => id))

/**
 * The id of the evidence the Champion submits for a criterion.
 * @example
 * ```ts
 * import { evidenceFor } from "@lcqm/testing/given-when-then"
 * evidenceFor("families.events") // => "e-families.events"
 * ```
 */
export const evidenceFor = (criterion: string): string => `e-${criterion}`

/** A text about nobody. */
export const aText = (text: string) => ({ about: [], text })

/** Commands for every criterion of the world's criteria set. */
export const perCriterion =
  (commands: (criterion: string, options: WorldOptions) => ReadonlyArray<Command>) =>
  (options: WorldOptions): ReadonlyArray<Command> =>
    criteriaOf(options.criteriaSet).flatMap((criterion) => commands(criterion, options))
