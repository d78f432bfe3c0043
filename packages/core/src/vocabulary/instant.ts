// The second clock of every event: when it was recorded, a UTC instant in one fixed form, so that instants
// compare as texts and one moment has one spelling.
import { Schema } from "effect"

const form = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/u

/** A UTC instant to the millisecond, always spelt `2017-06-30T12:00:00.000Z`: compares as text. */
export const Instant = Schema.String.check(
  Schema.isPattern(form, { expected: "a UTC instant as 2017-06-30T12:00:00.000Z" })
).annotate({ identifier: "Instant", holds: "date", description: "A UTC instant, YYYY-MM-DDThh:mm:ss.sssZ." })
export type Instant = typeof Instant.Type

/** The instant of so many milliseconds since 1970. */
export const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString()
