// Events of the suite's catalogue, at random: any text JSON can hold, any number, any place.
import type { Stamped } from "@lcqm/core"
import fc from "fast-check"
import { metadataOf, stamp } from "./stamping.ts"
import { Filed, NamedV1, NamedV2, Noted, Toned } from "./test-catalogue.ts"

// Well-formed texts only: half a surrogate pair has no bytes.
const text = fc.string({ unit: "binary", maxLength: 20 })
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((n) => n + 0)
const answer = fc.oneof(text, number, fc.boolean(), fc.constant(null))

const filed = fc.record(
  {
    id: text,
    stream: text,
    revision: number,
    type: text,
    position: fc.option(text),
    leafHash: text,
    answers: fc.array(answer, { maxLength: 5 }),
    metadata: fc.record(
      { recordedAt: text, tags: fc.dictionary(text, text, { maxKeys: 4, noNullPrototype: true }) },
      { noNullPrototype: true }
    )
  },
  {
    noNullPrototype: true,
    requiredKeys: ["id", "stream", "revision", "type", "position", "answers", "metadata"]
  }
)

const plain = { noNullPrototype: true } as const

const told = fc.oneof(
  fc.record({ n: number, note: text }, plain).map((data) => ({ type: Noted.type, data })),
  filed.map((data) => ({ type: Filed.type, data })),
  fc.record({ name: text }, plain).map((data) => ({ type: NamedV1.type, data })),
  fc.record({ first: text, last: fc.option(text) }, plain).map((data) => ({ type: NamedV2.type, data })),
  fc.record({ n: number }, plain).map((data) => ({ type: Toned.type, data }))
)

/** Any event of the suite's catalogue, stamped for any place. */
export const stampedArbitrary: fc.Arbitrary<Stamped> = fc
  .record({
    n: fc.nat(),
    stream: fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
    revision: fc.maxSafeNat(),
    cause: fc.boolean(),
    told
  })
  .map(({ cause, n, revision, stream, told: { data, type } }) => {
    const event = stamp(n, stream, revision, { type, data })
    const caused = { ...metadataOf(n), causationId: event.id }
    return cause ? { ...event, metadata: caused } : event
  })
