// Commands of the small world, said briefly: who asks, what for, and what is particular about it.
import type { Actor, LcqmCommand, SessionNumber } from "@lcqm/core"
import { asPerson, cohort, network, people, scheme, school, theOffice } from "./who-is-who.ts"

type Named<Type> = Extract<LcqmCommand, { readonly type: Type }>
type Scoped<Scope> = Extract<LcqmCommand, { readonly data: Scope }>
type Rest<Type, Known extends PropertyKey> = Omit<Named<Type>["data"], Known>

/** A command about one person. */
export type PersonCommand = Scoped<{ readonly person: string }>["type"]
/** A command about one school's enrolment. */
export type SchoolCommand = Exclude<
  Scoped<{ readonly school: string; readonly scheme: string }>["type"],
  PersonCommand
>
/** A command about one cohort. */
export type CohortCommand =
  | "LaunchCohort"
  | "ChangeCohortWindows"
  | "ScheduleCpdSession"
  | "MoveCpdSession"
  | "CancelCpdSession"
  | "CloseCohort"

/** A command about one network. */
export type NetworkCommand = Exclude<Scoped<{ readonly network: string }>["type"], PersonCommand>

/** A command in full but for what the story fills in: what it is about, and the rest of what it says. */
export interface Said<Type extends LcqmCommand["type"], Scope> {
  readonly type: Type
  readonly actor: Actor
  readonly data: Scope & Rest<Type, keyof Scope>
}

const about =
  <Scope extends object>(scope: Scope) =>
  <Type extends LcqmCommand["type"]>(
    actor: Actor,
    type: Type,
    rest: Rest<Type, keyof Scope>
  ): Said<Type, Scope> => ({
    type,
    actor,
    data: { ...scope, ...rest }
  })

const ofSchool = about({ scheme, school })
const ofCohort = about({ scheme, cohort })

/**
 * Somebody's command about the school.
 * @example
 * ```ts
 * import { asPerson, by, people } from "@lcqm/testing/given-when-then"
 * by(asPerson(people.nextChampion))("SubmitFurtherWork", {}).data // => { scheme: "lcqm", school: "900001" }
 * ```
 */
export const by =
  (actor: Actor) =>
  <Type extends SchoolCommand>(type: Type, rest: Rest<Type, "scheme" | "school">) =>
    ofSchool(actor, type, rest)

/**
 * The office's command about the school.
 * @example
 * ```ts
 * import { byOffice } from "@lcqm/testing/given-when-then"
 * byOffice("TransferEnrolment", { cohort: "2" }).actor.roles // => ["SchemeOffice"]
 * ```
 */
export const byOffice = by(theOffice)

/**
 * The first Champion's command about the school.
 * @example
 * ```ts
 * import { byChampion } from "@lcqm/testing/given-when-then"
 * byChampion("AcceptProposal", { level: "silver" }).actor // => { person: "p-champion0", roles: [] }
 * ```
 */
export const byChampion = by(asPerson(people.champion))

/**
 * The assessor's command about the school.
 * @example
 * ```ts
 * import { byAssessor } from "@lcqm/testing/given-when-then"
 * byAssessor("HoldVisit", {}).actor // => { person: "p-assessor0", roles: [] }
 * ```
 */
export const byAssessor = by(asPerson(people.assessor))

/**
 * The office's command about the first cohort.
 * @example
 * ```ts
 * import { onCohort } from "@lcqm/testing/given-when-then"
 * onCohort("CloseCohort", {}).data // => { scheme: "lcqm", cohort: "1" }
 * ```
 */
export const onCohort = <Type extends CohortCommand>(type: Type, rest: Rest<Type, "scheme" | "cohort">) =>
  ofCohort(theOffice, type, rest)

/**
 * A command about a person: the office's where no other actor is named.
 * @example
 * ```ts
 * import { onPerson, people, scheme } from "@lcqm/testing/given-when-then"
 * onPerson(people.assessor, "StandDownAssessor", { scheme }).data // => { person: "p-assessor0", scheme: "lcqm" }
 * ```
 */
export const onPerson = <Type extends PersonCommand>(
  person: string,
  type: Type,
  rest: Rest<Type, "person">,
  actor = theOffice
) => about({ person })(actor, type, rest)

/**
 * The office records that somebody attended a CPD session of the first cohort, for the school.
 * @example
 * ```ts
 * import { attended, people } from "@lcqm/testing/given-when-then"
 * attended(people.champion, 3).data.session // => 3
 * ```
 */
export const attended = (person: string, session: SessionNumber) =>
  onPerson(person, "RecordCpdAttendance", { scheme, cohort, session, school })

/**
 * A command about the network: the office's where no other actor is named.
 * @example
 * ```ts
 * import { onNetwork } from "@lcqm/testing/given-when-then"
 * onNetwork("EndorseNetwork", {}).data // => { network: "n-harbour" }
 * ```
 */
export const onNetwork = <Type extends NetworkCommand>(
  type: Type,
  rest: Rest<Type, "network">,
  actor = theOffice
) => about({ network })(actor, type, rest)
