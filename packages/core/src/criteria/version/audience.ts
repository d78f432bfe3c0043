// For whom guidance is: a phase, year groups, or everyone. Source: guidance "tailored to the needs of a particular
// teacher, for example a Year 3 teacher".
import { Schema } from "effect"
import { Phase, YearGroup, yearGroups } from "../../vocabulary/index.ts"

/** Whom guidance is for. What is left out is not asked: an empty audience is everyone. */
export const Audience = Schema.Struct({
  phase: Schema.optionalKey(Phase),
  yearGroups: Schema.optionalKey(
    Schema.Array(YearGroup).check(
      Schema.isMinLength(1, { expected: "at least one year group, or no `yearGroups`" }),
      Schema.isMaxLength(yearGroups.length),
      Schema.isUnique({ expected: "each year group once" })
    )
  )
}).annotate({ identifier: "Audience", description: "Whom guidance is for; an empty one is everyone." })
export type Audience = typeof Audience.Type

/** A reader of guidance, as far as it is known who they are. */
export interface Reader {
  readonly phase?: Phase
  readonly yearGroup?: YearGroup
}

/**
 * Whether an audience takes a reader in. Of a reader of whom something is not known nothing is held against it.
 * @example
 * ```ts
 * import { isFor } from "@lcqm/core"
 * isFor({ phase: "primary", yearGroups: ["Year 3", "Year 4"] }, { yearGroup: "Year 3" }) // => true
 * isFor({ yearGroups: ["Year 3"] }, { yearGroup: "Year 6" }) // => false
 * isFor({}, { phase: "special" }) // => true
 * ```
 */
export const isFor = (audience: Audience, { phase, yearGroup }: Reader): boolean =>
  (audience.phase === undefined || phase === undefined || audience.phase === phase) &&
  (audience.yearGroups === undefined ||
    yearGroup === undefined ||
    audience.yearGroups.some((each) => each === yearGroup))
