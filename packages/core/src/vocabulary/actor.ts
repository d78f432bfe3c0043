// Who does something, and as what. The host vouches for the person and for the two roles of the office; every
// other role is derived from events.
import { Schema } from "effect"
import { PersonRef } from "./identifiers.ts"

/** The roles a host vouches for: the scheme's office, and auditors, who only read. */
export const VouchedRole = Schema.Literals(["SchemeOffice", "Auditor"])
export type VouchedRole = typeof VouchedRole.Type

/** Every role a person can act in. All but the first two are derived from events, never claimed. */
export const Role = Schema.Literals([
  "SchemeOffice",
  "Auditor",
  "Champion",
  "Assessor",
  "SecondAssessor",
  "Coach",
  "NetworkLead",
  "NetworkContact"
]).annotate({
  identifier: "Role",
  description: "The role in which a person acted."
})
export type Role = typeof Role.Type

/** Who sends a command: a person, and the roles the host vouches for. */
export const Actor = Schema.Struct({
  person: PersonRef,
  roles: Schema.Array(VouchedRole).check(Schema.isMaxLength(2))
}).annotate({ identifier: "Actor" })
export type Actor = typeof Actor.Type

/** Who did it and as what, as an event keeps it. */
export const ActedAs = Schema.Struct({ person: PersonRef, role: Role }).annotate({ identifier: "ActedAs" })
export type ActedAs = typeof ActedAs.Type
