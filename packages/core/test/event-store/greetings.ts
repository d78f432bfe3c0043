// A catalogue of the codec tests' own, with a history: greetings were a name, then who greets whom, then also how
// often. The domain's own events have no second version yet, and the way there must be trodden before it is needed.
import { Schema } from "effect"
import { nodeHasher } from "@lcqm/ledger/node"
import {
  type Catalogue,
  catalogueOf,
  codecOf,
  type Encoded,
  eventType,
  positionOf,
  type Stamped,
  type Stored,
  upcast
} from "../../src/index.ts"

/** A name said. */
export const Greeted1 = eventType("Greeted", 1, "Somebody was greeted.", { name: Schema.String })

const By = Schema.Union([Schema.String, Schema.Struct({ unknown: Schema.Literal(true) })])

/** By whom it was said was not known before. */
export const Greeted2 = eventType("Greeted", 2, "Somebody was greeted by somebody.", {
  whom: Schema.String,
  by: By
})

/** How often was not counted before. */
export const Greeted3 = eventType("Greeted", 3, "Somebody was greeted, so often.", {
  whom: Schema.String,
  by: By,
  times: Schema.Union([Schema.Int, Schema.Literal("not counted")])
})

/** An event with something to freeze. */
export const Listed1 = eventType("Listed", 1, "A list was made.", {
  items: Schema.Array(Schema.Struct({ item: Schema.String, tags: Schema.Array(Schema.String) }))
})

/** From the first version to the second. */
export const toTwo = upcast(Greeted1, Greeted2, ({ name }) => ({
  whom: name,
  by: { unknown: true as const }
}))

/** From the second version to the third. */
export const toThree = upcast(Greeted2, Greeted3, ({ by, whom }) => ({
  whom,
  by,
  times: "not counted" as const
}))

/** What a mistaken step from the first version to the second gives: the types let it pass, the schema does not. */
export const notWhatItSays = JSON.parse('{"whom":7}') as { whom: string; by: string }

/** What a program knew at each of its versions. */
export const catalogues: Readonly<Record<1 | 2 | 3, Catalogue>> = {
  1: catalogueOf([Greeted1, Listed1]),
  2: catalogueOf([Greeted1, Greeted2, Listed1], [toTwo]),
  3: catalogueOf([Greeted1, Greeted2, Greeted3, Listed1], [toTwo, toThree])
}

/** The codec of a program's version. */
export const codecAt = (version: 1 | 2 | 3) => codecOf(catalogues[version], nodeHasher)

/** A stamped event of a type. */
export const stamped = (type: string, data: unknown, change: Partial<Stamped> = {}): Stamped => ({
  id: "00000000-0000-8000-8000-000000000001",
  stream: "greetings-1",
  revision: 4,
  type,
  data,
  metadata: {
    commandId: "greet-0001",
    commandDigest: "ab".repeat(32),
    correlationId: "greet-0001",
    actor: { person: "p-greeter00", role: "SchemeOffice" },
    occurredOn: "2017-06",
    recordedAt: "2017-06-30T12:00:00.000Z",
    salt: "0f".repeat(16)
  },
  ...change
})

/** What a store knows of an event it keeps. */
export const storedAs = (
  { revision, stream }: Pick<Stamped, "revision" | "stream">,
  leafHash: Encoded["leafHash"] = "0".repeat(64)
): Stored => ({ stream, revision, position: positionOf(7), leafHash })
