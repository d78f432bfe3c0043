// The assessor is external: not of the school, not its coach, and without a declared interest in it. That they are of no
// network of the school is asked in of-network.ts.
import type { PersonRef, Urn } from "../vocabulary/index.ts"
import type { PersonState } from "./fold.ts"

/** Why an assessor is not external to a school; undefined where they are. */
export const whyNotExternal = (
  assessor: PersonState,
  scheme: string,
  school: Urn,
  ref: PersonRef,
  coaches: ReadonlySet<PersonRef>
): string | undefined => {
  if (assessor.assesses.get(scheme)?.schools.includes(school) === true) return "belongs to the school"
  if (coaches.has(ref)) return "coaches or coached the school, or is or was its Champion"
  const kinds = (assessor.interests.get(school) ?? []).map(({ kind }) => kind)
  return kinds.length === 0 ? undefined : `has declared an interest in the school (${kinds.join(", ")})`
}
