// Identifiers of the scheme, each by its own pattern: schools, people, cohorts, events.
import type { CohortLabel, CommandId, EventId, PersonRef, Urn } from "@lcqm/core"
import * as fc from "fast-check"

// Texts of characters from one alphabet; shrinks to the shortest text of the alphabet's first character.
const from = (alphabet: string, minLength: number, maxLength = minLength): fc.Arbitrary<string> =>
  fc
    .array(fc.nat({ max: alphabet.length - 1 }), { minLength, maxLength })
    .map((places) => places.map((place) => alphabet.charAt(place)).join(""))

const lower = "abcdefghijklmnopqrstuvwxyz0123456789"
const hexadecimal = "0123456789abcdef"

/**
 * Any school's URN. Shrinks to 000000.
 * @example
 * ```ts
 * import { anyUrn } from "@lcqm/testing/arbitraries"
 * import fc from "fast-check"
 * fc.sample(anyUrn(), { seed: 1, numRuns: 50 }).every((urn) => /^\d{6}$/.test(urn)) // => true
 * ```
 */
export const anyUrn = (): fc.Arbitrary<Urn> => from("0123456789", 6)

/**
 * Any person's pseudonym. Shrinks to p-aaaaaaaa.
 * @example
 * ```ts
 * import { anyPersonRef } from "@lcqm/testing/arbitraries"
 * import fc from "fast-check"
 * fc.sample(anyPersonRef(), { seed: 1, numRuns: 50 }).every((ref) => ref.startsWith("p-")) // => true
 * ```
 */
export const anyPersonRef = (): fc.Arbitrary<PersonRef> => from(lower, 8, 32).map((text) => `p-${text}`)

/**
 * Any cohort's label, most often one that the source has. Shrinks to 1.
 * @example
 * ```ts
 * import { anyCohortLabel } from "@lcqm/testing/arbitraries"
 * import fc from "fast-check"
 * fc.sample(anyCohortLabel(), { seed: 1, numRuns: 100 }).includes("A") // => true
 * ```
 */
export const anyCohortLabel = (): fc.Arbitrary<CohortLabel> =>
  fc.oneof(
    { withCrossShrink: true },
    { arbitrary: fc.constantFrom("1", "2", "3", "4", "A", "B"), weight: 3 },
    { arbitrary: from(`${lower}.`, 0, 19).map((text) => `C${text}`), weight: 1 }
  )

/**
 * Any command id. Shrinks to a short one.
 * @example
 * ```ts
 * import { anyCommandId } from "@lcqm/testing/arbitraries"
 * import fc from "fast-check"
 * fc.sample(anyCommandId(), { seed: 1, numRuns: 50 }).every(({ length }) => length >= 8) // => true
 * ```
 */
export const anyCommandId = (): fc.Arbitrary<CommandId> =>
  from(`${lower}ABC._:-`, 7, 40).map((text) => `c${text}`)

/**
 * Any event's id, a lower-case UUID of any version. Shrinks to all zeros.
 * @example
 * ```ts
 * import { anyEventId } from "@lcqm/testing/arbitraries"
 * import fc from "fast-check"
 * fc.sample(anyEventId(), { seed: 1, numRuns: 50 }).every(({ length }) => length === 36) // => true
 * ```
 */
export const anyEventId = (): fc.Arbitrary<EventId> =>
  from(hexadecimal, 32).map((hex) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"))
