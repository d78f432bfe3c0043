// Which of an event's data is a basis. Audit reads events of any version and of later programs, so it asks the data,
// not the type.
import { Basis } from "@lcqm/core"
import { Schema } from "effect"

const isBasis = Schema.is(Basis)

/** The basis a decision's data holds; undefined where it holds none, and so is no decision. */
export const basisOf = (data: unknown): Basis | undefined => {
  const basis: unknown = typeof data === "object" && data !== null ? Reflect.get(data, "basis") : undefined
  return isBasis(basis) ? basis : undefined
}
