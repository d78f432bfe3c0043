// Year groups as schools in England count them. Source: guidance "tailored to the needs of a particular teacher, for
// example a Year 3 teacher", and networks whose focus is an age range ("Year 3 then Year 4").
import { Schema } from "effect"

/** A year group of a school in England, youngest first. */
export const YearGroup = Schema.Literals([
  "Nursery",
  "Reception",
  "Year 1",
  "Year 2",
  "Year 3",
  "Year 4",
  "Year 5",
  "Year 6",
  "Year 7",
  "Year 8",
  "Year 9",
  "Year 10",
  "Year 11",
  "Year 12",
  "Year 13"
]).annotate({
  identifier: "YearGroup",
  description: "A year group, as Year 3.",
  message: "a year group: Nursery, Reception, or Year 1 to Year 13"
})
export type YearGroup = typeof YearGroup.Type

/**
 * Every year group, youngest first.
 * @example
 * ```ts
 * import { yearGroups } from "@lcqm/core"
 * yearGroups.length // => 15
 * yearGroups.indexOf("Year 3") // => 4
 * ```
 */
export const yearGroups: ReadonlyArray<YearGroup> = YearGroup.literals
