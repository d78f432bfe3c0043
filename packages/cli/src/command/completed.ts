// What a command in a file leaves out and the command line says: who gives it, when, and an id where one is asked for.
// Roles are never taken from a file alone: whoever runs lcqm vouches for them.
import type { PartialDate } from "@lcqm/core"
import { Result } from "effect"
import { type DidNotHold, failedBy } from "../failure.ts"
import { type Acting, actorGiven, vouchedRoles } from "../given/acting.ts"

/** What completes a command. */
export interface Completing extends Acting {
  readonly on?: PartialDate
  readonly newIds?: boolean
}

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined

const claimedRoles = (value: unknown): ReadonlyArray<unknown> => {
  const roles = field(field(value, "actor"), "roles")
  return Array.isArray(roles) ? roles : []
}

/** The command with what it left out; refused where it claims a role that is not vouched for. */
export const completed = (value: unknown, completing: Completing): Result.Result<unknown, DidNotHold> => {
  const vouched: ReadonlyArray<unknown> = vouchedRoles(completing)
  for (const role of ["SchemeOffice", "Auditor"]) {
    if (claimedRoles(value).includes(role) && !vouched.includes(role)) {
      const message = `The command claims the role ${role}, for which nobody vouches here.`
      const remedy = `Where you do, give --roles ${role}, or set LCQM_ROLES.`
      return Result.fail(failedBy("RoleNotVouchedFor", message, remedy))
    }
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return Result.succeed(value)
  const actor = actorGiven(completing)
  return Result.succeed({
    ...(actor === undefined ? {} : { actor }),
    ...(completing.on === undefined ? {} : { occurredOn: completing.on }),
    ...(completing.newIds === true ? { id: crypto.randomUUID() } : {}),
    ...value
  })
}
