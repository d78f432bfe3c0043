// The events the laws are tested with: made up, so that the suite tests the store and not the scheme.
import { catalogueOf, type Codec, codecOf, eventType, upcast } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { Schema } from "effect"

/** The plain one: any text and a number. */
export const Noted = eventType("Noted", 1, "Somebody noted something.", {
  n: Schema.Finite,
  note: Schema.String
})

/** Says by its fields what belongs to the envelope, and holds every kind of JSON value. */
export const Filed = eventType("Filed", 1, "A form was filed that has its own idea of an envelope.", {
  id: Schema.String,
  stream: Schema.String,
  revision: Schema.Finite,
  type: Schema.String,
  position: Schema.NullOr(Schema.String),
  leafHash: Schema.optionalKey(Schema.String),
  answers: Schema.Array(Schema.Union([Schema.String, Schema.Finite, Schema.Boolean, Schema.Null])),
  metadata: Schema.Struct({ recordedAt: Schema.String, tags: Schema.Record(Schema.String, Schema.String) })
})

/** A name in one piece, as it was kept first. */
export const NamedV1 = eventType("Named", 1, "Something was named.", { name: Schema.String })

/** A name in two pieces, as it is kept now. */
export const NamedV2 = eventType("Named", 2, "Something was named, in two parts.", {
  first: Schema.String,
  last: Schema.NullOr(Schema.String)
})

/** A type whose own name is not ASCII, and long. */
export const Toned = eventType(
  `Getönt🦆\u2028${"x".repeat(150)}`,
  1,
  "A name that a careless engine cuts or changes.",
  { n: Schema.Finite }
)

const types = [Noted, Filed, NamedV1, NamedV2, Toned]

const nameInTwo = upcast(NamedV1, NamedV2, ({ name }) => ({ first: name, last: null }))

/** The codec of the suite's own events. */
export const testCodec: Codec = codecOf(catalogueOf(types, [nameInTwo]), nodeHasher)

/** The codec of a program that is older: it knows nothing of `Filed`, and only the first version of `Named`. */
export const olderCodec: Codec = codecOf(catalogueOf([Noted, NamedV1, Toned]), nodeHasher)
