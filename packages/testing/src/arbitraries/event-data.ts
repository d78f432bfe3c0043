// The data of any event and of any command, of any type of the catalogue: read off its schema, with hand-made
// arbitraries where the schema's patterns do not tell the whole rule.
import { type AnyCommandType, type CommandOf, commandSchema, type EventType, longestText } from "@lcqm/core"
import * as fc from "fast-check"
import { anyCriteriaSet } from "./criteria-set.ts"
import { type ByIdentifier, fromSchema } from "./from-schema.ts"
import { anyCohortLabel, anyCommandId, anyEventId, anyPersonRef, anyUrn } from "./identifiers.ts"
import { anyPartialDate } from "./partial-date.ts"
import { anyRuleSetFor } from "./rule-set.ts"
import { anyKeptText, anyText } from "./text.ts"
import { anyWords } from "./words.ts"

const anySet = (): ReturnType<typeof anyCriteriaSet> => anyCriteriaSet({ awkwardIds: true, heaviest: 1_000 })

const handMade: ByIdentifier = {
  PartialDate: anyPartialDate,
  Text: anyText,
  KeptText: anyKeptText,
  Urn: anyUrn,
  PersonRef: anyPersonRef,
  CohortLabel: anyCohortLabel,
  CommandId: anyCommandId,
  EventId: anyEventId,
  Sha256: () => fc.stringMatching(/^[0-9a-f]{64}$/u),
  Revision: () =>
    fc.oneof(
      { withCrossShrink: true },
      fc.nat({ max: 9 }),
      fc.constantFrom(2 ** 31, Number.MAX_SAFE_INTEGER)
    ),
  CriteriaSet: anySet,
  Theme: () => anySet().map(({ themes }) => themes[0]),
  RuleSet: () => anySet().chain(anyRuleSetFor)
}

const words = (longest: number): fc.Arbitrary<string> => anyWords(Math.min(longest, longestText))

/**
 * The data of any event of a type. Shrinks field by field; what may be absent is left out first.
 * @example
 * ```ts
 * import { VisitArranged } from "@lcqm/core"
 * import { anyEventData } from "@lcqm/testing/arbitraries"
 * import { Schema } from "effect"
 * import fc from "fast-check"
 * const drawn = fc.sample(anyEventData(VisitArranged), { seed: 1, numRuns: 50 })
 * drawn.every((data) => Schema.is(VisitArranged.data)(data)) // => true
 * ```
 */
export const anyEventData = <Name extends string, V extends number, Data>(
  type: EventType<Name, V, Data>
): fc.Arbitrary<Data> => fromSchema(type.data, handMade, words)

/**
 * Any well-formed command of a type, whether or not it makes sense anywhere.
 * @example
 * ```ts
 * import { HoldVisit } from "@lcqm/core"
 * import { anyCommand } from "@lcqm/testing/arbitraries"
 * import fc from "fast-check"
 * fc.sample(anyCommand(HoldVisit), { seed: 1, numRuns: 50 }).every(({ type }) => type === "HoldVisit") // => true
 * ```
 */
export const anyCommand = <Type extends AnyCommandType>(type: Type): fc.Arbitrary<CommandOf<Type>> =>
  // The schema is the type's own: what is drawn of it is a command of the type.
  fromSchema(commandSchema(type), handMade, words) as fc.Arbitrary<CommandOf<Type>>
