// A stored event with a key that its type does not know says more than the schema, at whatever depth it stands: it is
// refused, for every type, and what is read is frozen at every depth.
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { Result } from "effect"
import { nodeHasher } from "@lcqm/ledger/node"
import { codecOf, lcqmCatalogue, positionOf, type Stamped } from "../../src/index.ts"

const folder = join(import.meta.dirname, "golden")
const codec = codecOf(lcqmCatalogue, nodeHasher)
const files = readdirSync(folder).toSorted()

const decoded = (text: string, { revision, stream }: Stamped) =>
  codec.decode(text, { stream, revision, position: positionOf(0), leafHash: "0".repeat(64) })

/** A value and everything in it that is an object or an array. */
const partsOf = (value: unknown): ReadonlyArray<object> =>
  typeof value === "object" && value !== null ? [value, ...Object.values(value).flatMap(partsOf)] : []

/** The text with one key more in each of its objects, one at a time. */
const withAnotherKey = (text: string): ReadonlyArray<string> =>
  Array.from(
    text.matchAll(/\{(?=")/gu),
    ({ index }) => `${text.slice(0, index + 1)}"zz":1,${text.slice(index + 1)}`
  ).filter((other) => {
    try {
      // A brace in a text begins no object.
      return JSON.stringify(JSON.parse(other)).includes('"zz":1')
    } catch {
      return false
    }
  })

describe("a stored event of every type", () => {
  it.each(files)("is frozen in all its parts, and refused with an unknown key in any of them: %s", (file) => {
    const text = readFileSync(join(folder, file), "utf8")
    const event: Stamped = JSON.parse(text)
    const read = Result.getOrThrow(decoded(text, event))
    expect(partsOf(read).every((part) => Object.isFrozen(part))).toBe(true)
    const others = withAnotherKey(text)
    // The envelope, its metadata and the actor at least.
    expect(others.length).toBeGreaterThanOrEqual(3)
    for (const other of others) {
      const failure = Result.getOrThrow(Result.flip(decoded(other, event)))
      expect(failure).toMatchObject({ _tag: "CorruptEvent", stream: event.stream, revision: event.revision })
    }
  })
})
