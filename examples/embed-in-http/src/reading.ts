// What a request says in its address, decoded by the same schemas as everything from outside.
import { decoderOf, FullDate, type Malformed, SchemeId, Urn } from "@lcqm/core"
import { type Result, Schema } from "effect"

const Days = Schema.String.check(
  Schema.isPattern(/^\d{1,4}$/u, { expected: "a number of days: one to four digits" })
)

const decodeRegister = decoderOf(
  "query of the register",
  Schema.Struct({
    scheme: Schema.optionalKey(SchemeId),
    "as-at": Schema.optionalKey(FullDate),
    expiring: Schema.optionalKey(Days)
  })
)

/** Which part of the register: as at which day, and only what ends within so many days. */
export const registerQuery = (
  query: Readonly<Record<string, string>>
): Result.Result<
  { readonly scheme?: string; readonly "as-at"?: string; readonly expiring?: string },
  Malformed
> => decodeRegister(query)

const decodeSchool = decoderOf(
  "address of a school",
  Schema.Struct({ school: Urn, scheme: Schema.optionalKey(SchemeId) })
)

/** Which school of which scheme. */
export const schoolAddress = (
  school: string,
  query: Readonly<Record<string, string>>
): Result.Result<{ readonly school: string; readonly scheme?: string }, Malformed> =>
  decodeSchool({ ...query, school })
