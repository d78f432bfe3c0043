// The whole domain put together: every event type, every command and how it is decided.
import { type CohortEvent, cohortEvents, cohortHandlers } from "./cohort/index.ts"
import type * as cohort from "./cohort/commands.ts"
import type * as criteria from "./criteria/deciding/commands.ts"
import { type CriteriaEvent, criteriaEvents, criteriaHandlers } from "./criteria/index.ts"
import type { CommandOf, Handler } from "./deciding/index.ts"
import type * as afterwards from "./enrolment/afterwards/commands.ts"
import type * as agreement from "./enrolment/agreement/commands.ts"
import type * as champion from "./enrolment/champion/decide.ts"
import type * as chronology from "./enrolment/chronology/commands.ts"
import type * as evidence from "./enrolment/evidence/decide.ts"
import { type EnrolmentEvent, enrolmentEvents, enrolmentHandlers } from "./enrolment/index.ts"
import type * as joining from "./enrolment/joining/decide.ts"
import type * as judgement from "./enrolment/judgement/commands.ts"
import type * as visit from "./enrolment/visit/commands.ts"
import { type Catalogue, catalogueOf, type Recorded } from "./event-store/index.ts"
import type * as network from "./network/commands.ts"
import { type NetworkEvent, networkEvents, networkHandlers } from "./network/index.ts"
import type * as person from "./person/commands.ts"
import { type PersonEvent, personEvents, personHandlers } from "./person/index.ts"
import type * as ruleset from "./ruleset/commands.ts"
import { type RuleSetEvent, ruleSetEvents, ruleSetHandlers } from "./ruleset/index.ts"

type CommandsIn<Module> = { [Key in keyof Module]: CommandOf<Module[Key]> }[keyof Module]

/** Every command of the domain, as it is sent. */
export type LcqmCommand =
  | CommandsIn<typeof criteria>
  | CommandsIn<typeof ruleset>
  | CommandsIn<typeof cohort>
  | CommandsIn<typeof person>
  | CommandsIn<typeof network>
  | CommandsIn<typeof joining>
  | CommandsIn<typeof champion>
  | CommandsIn<typeof evidence>
  | CommandsIn<typeof judgement>
  | CommandsIn<typeof visit>
  | CommandsIn<typeof agreement>
  | CommandsIn<typeof chronology>
  | CommandsIn<typeof afterwards>

/** The name of a command. */
export type CommandName = LcqmCommand["type"]

/** Every event of the domain, without its envelope. */
export type LcqmEventBody =
  CriteriaEvent | RuleSetEvent | CohortEvent | PersonEvent | NetworkEvent | EnrolmentEvent

/** Every event of the domain, as recorded. */
export type LcqmEvent = Recorded<LcqmEventBody>

/** Every event type of the domain, newest versions. */
export const lcqmEventTypes = [
  ...criteriaEvents,
  ...ruleSetEvents,
  ...cohortEvents,
  ...personEvents,
  ...networkEvents,
  ...enrolmentEvents
] as const

/** Every event type and version of the domain. */
export const lcqmCatalogue: Catalogue = catalogueOf(lcqmEventTypes)

/** How every command of the domain is decided. */
export const lcqmHandlers: ReadonlyArray<Handler> = [
  ...criteriaHandlers,
  ...ruleSetHandlers,
  ...cohortHandlers,
  ...personHandlers,
  ...networkHandlers,
  ...enrolmentHandlers
]
