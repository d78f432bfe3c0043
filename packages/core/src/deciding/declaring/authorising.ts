// The one place where actor and role are checked. The host vouches for who a person is and for the office's
// roles; Champion, Assessor and Coach are what the events say.
import { Result } from "effect"
import type { Actor, Role } from "../../vocabulary/index.ts"
import { type Rejection, rejection } from "./rejection.ts"

/** Which roles may give which command. */
export type RoleTable = Readonly<Record<string, ReadonlyArray<Role>>>

/** Only the school's current Champion acts for the school. */
export const NotTheChampion = rejection("NotTheChampion", (d: { command: string; person: string }) => [
  `${d.command} is for the school's current Champion, and ${d.person} is not.`,
  "Have the Champion do it, or have the scheme's office appoint this person (ReplaceChampion)."
])

/** Only the assessor of the arranged visit acts as the assessor. */
export const NotTheAssessor = rejection("NotTheAssessor", (d: { command: string; person: string }) => [
  `${d.command} is for the assessor, and ${d.person} is not.`,
  "Have the assessor do it, or arrange the visit with this person as assessor."
])

/** The command is for a role that the host vouches for. */
export const RoleRequired = rejection(
  "RoleRequired",
  (d: { command: string; person: string; needs: ReadonlyArray<Role> }) => [
    `${d.command} is for ${d.needs.join(" or ") || "nobody"}, and ${d.person} has no such role.`,
    "Send it as a person with that role; the host vouches for SchemeOffice and Auditor, events for the rest."
  ]
)

/**
 * The role in which the actor may give the command: the first of the table's that the actor has.
 */
export const authorise = (
  table: RoleTable,
  command: string,
  actor: Actor,
  derived: ReadonlyArray<Role>
): Result.Result<Role, Rejection> => {
  const allowed = table[command] ?? []
  const held = allowed.find(
    (role) => derived.includes(role) || actor.roles.some((vouched) => vouched === role)
  )
  if (held !== undefined) return Result.succeed(held)
  const { person } = actor
  if (allowed[0] === "Champion") return Result.fail(NotTheChampion({ command, person }))
  if (allowed[0] === "Assessor") return Result.fail(NotTheAssessor({ command, person }))
  return Result.fail(RoleRequired({ command, person, needs: allowed }))
}
