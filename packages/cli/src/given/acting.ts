// Who gives a command. Whoever runs lcqm is the host, and vouches for the person and for the two roles that no event
// tells of; Champion, Assessor and Coach are what the events say, and cannot be claimed.
import { type Actor, PersonRef, VouchedRole } from "@lcqm/core"
import { Effect, Schema } from "effect"
import { type BadInput, badInput, commandLine } from "../failure.ts"

const isVouched = Schema.is(VouchedRole)

const namesIn = (text: string): ReadonlyArray<string> => text.split(",").map((name) => name.trim())

/** Roles as they are typed: names with commas between them, or none. */
const Roles = Schema.String.check(
  Schema.makeFilter((text: string) => text === "none" || namesIn(text).every((name) => isVouched(name)), {
    expected:
      "roles that you vouch for: SchemeOffice, Auditor, both with a comma between them, or none; " +
      "Champion, Assessor and Coach follow from events"
  })
)

/** The flags of every command that somebody gives. */
export const actingFlags = {
  actor: Schema.optionalKey(PersonRef),
  roles: Schema.optionalKey(Roles)
}

/** Who acts and as what, as far as it is said. */
export interface Acting {
  readonly actor?: PersonRef
  readonly roles?: string
}

/** The roles that are vouched for. */
export const vouchedRoles = ({ roles = "none" }: Acting): ReadonlyArray<VouchedRole> => [
  ...new Set(namesIn(roles).filter((name) => isVouched(name)))
]

/** Who acts, where it is said. */
export const actorGiven = (acting: Acting): Actor | undefined =>
  acting.actor === undefined ? undefined : { person: acting.actor, roles: vouchedRoles(acting) }

/** Who acts; it must be said. */
export const actorOf = (acting: Acting): Effect.Effect<Actor, BadInput> => {
  const actor = actorGiven(acting)
  if (actor !== undefined) return Effect.succeed(actor)
  const expected = "who gives the command: --actor, or LCQM_ACTOR: a person's pseudonym, as p-office01"
  return Effect.fail(
    badInput("command that somebody gives", commandLine, { path: "--actor", expected, got: "nothing" })
  )
}
