// Whole events as the loop stamps them: any data of any type, in any envelope.
import { type AnyEventType, lcqmEventTypes, Metadata, type Stamped } from "@lcqm/core"
import * as fc from "fast-check"
import { anyEventData } from "./event-data.ts"
import { fromSchema } from "./from-schema.ts"
import { anyCommandId, anyEventId, anyPersonRef } from "./identifiers.ts"
import { anyPartialDate } from "./partial-date.ts"
import { anyWords } from "./words.ts"

const anyMetadata = (): fc.Arbitrary<Metadata> =>
  fromSchema(
    Metadata,
    {
      CommandId: anyCommandId,
      EventId: anyEventId,
      PersonRef: anyPersonRef,
      PartialDate: () => anyPartialDate()
    },
    anyWords
  )

/**
 * Any stamped event of the types given (every type of the domain, where none are): what a store is asked to
 * append. Streams are named by any words. Shrinks field by field.
 * @example
 * ```ts
 * import { codecOf, lcqmCatalogue } from "@lcqm/core"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * import { anyStampedEvent } from "@lcqm/testing/arbitraries"
 * import fc from "fast-check"
 * const codec = codecOf(lcqmCatalogue, nodeHasher)
 * fc.sample(anyStampedEvent(), { seed: 1, numRuns: 50 }).every((event) => codec.encode(event)._tag === "Success") // => true
 * ```
 */
export const anyStampedEvent = (types: ReadonlyArray<AnyEventType> = lcqmEventTypes): fc.Arbitrary<Stamped> =>
  fc.oneof(
    { withCrossShrink: true },
    ...types.map((type) =>
      fc.record(
        {
          id: anyEventId(),
          stream: anyWords(400),
          revision: fc.oneof(
            { withCrossShrink: true },
            fc.nat({ max: 9 }),
            fc.constantFrom(2 ** 31, Number.MAX_SAFE_INTEGER)
          ),
          type: fc.constant(type.type),
          data: anyEventData(type),
          metadata: anyMetadata()
        },
        { noNullPrototype: true }
      )
    )
  )
