// What the register tells: every award with the day until which it is valid, by school.
import { isoDateOf, monthsLater, spanOf } from "../../vocabulary/index.ts"
import type { Entry, RegisterModel } from "./projection.ts"
import type { RegisteredAward } from "./registered-award.ts"

// An award whose school was replaced is shown at the other school too, unless it was carried over there.
const shownAtSuccessors = ({ awards, successors }: RegisterModel): ReadonlyArray<Entry> =>
  [...awards].flatMap(([stream, entry]) => {
    const school = successors.get(stream)
    if (school === undefined) return []
    const { school: from } = entry
    return [{ ...entry, school, held: "shown" as const, from, schoolClosed: false }]
  })

/** The register's awards, by school. */
export const registeredAwards = (model: RegisterModel): ReadonlyArray<RegisteredAward> =>
  [...model.awards.values(), ...shownAtSuccessors(model)]
    .map(({ ruleSet, ...award }) => {
      const months = model.validityMonths.get(`${award.scheme} ${ruleSet}`)
      const { last } = spanOf(award.agreedOn)
      const validUntil =
        months === undefined || last === null ? undefined : isoDateOf(monthsLater(last, months))
      return { ...award, validUntil }
    })
    .toSorted((a, b) => (`${a.school} ${a.held}` < `${b.school} ${b.held}` ? -1 : 1))
