// The bytes of an event are what is hashed, proved and kept for ever: writing and reading lose nothing, whatever
// people put into an event.
import { type AnyEventType, lcqmEventTypes, positionOf, type Stamped, stampedOf } from "@lcqm/core"
import { canonicalJson, isCanonicalJson, leafHashHex, parseCanonicalJson } from "@lcqm/ledger"
import { anyHistory, anyStampedEvent, awkwardWords, Coverage } from "@lcqm/testing/arbitraries"
import { Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { codec, emptyStoreLayer } from "./lcqm-over.ts"

const runsAType = 8

/** Writes an event and reads it back; fails where either does. */
const thereAndBack = (event: Stamped): { readonly text: string; readonly read: Stamped } => {
  const { leafHash, text } = Result.getOrThrow(codec.encode(event))
  const { revision, stream } = event
  const stored = { stream, revision, position: positionOf(0), leafHash }
  expect(Result.isSuccess(codec.verifyLeaf(text, stored))).toBe(true)
  return { text, read: stampedOf(Result.getOrThrow(codec.decode(text, stored))) }
}

describe("the bytes of an event", () => {
  it.each(lcqmEventTypes.map((type): [string, AnyEventType] => [type.type, type]))(
    "of type %s read as what was written",
    (_, type) => {
      fc.assert(
        fc.property(anyStampedEvent([type]), (event) => {
          const { read, text } = thereAndBack(event)
          expect(read).toEqual(event)
          expect(isCanonicalJson(text)).toBe(true)
          expect(canonicalJson(JSON.parse(text))).toBe(text)
        }),
        { numRuns: runsAType }
      )
    }
  )

  it("hold every text as it came: markup, right to left, emoji, controls, line separators", () => {
    const met = new Coverage("awkward words in events", awkwardWords)
    met.assert(
      1,
      fc.property(anyStampedEvent(), (event) => {
        const { read, text } = thereAndBack(event)
        expect(read).toEqual(event)
        const [before, after] = [JSON.stringify(event), JSON.stringify(read)]
        for (const word of awkwardWords) {
          const written = JSON.stringify(word).slice(1, -1)
          if (before.includes(written)) met.count(word)
          expect(after.split(written).length).toBe(before.split(written).length)
        }
        expect(text).not.toMatch(/[\u0000-\u001F]/)
      }),
      { numRuns: 200 }
    )
  })

  it("of real histories are canonical, and the leaf hash is theirs", () => {
    const met = new Coverage("events of real histories", ["with a basis", "with free text", "with neither"])
    met.assert(
      1,
      fc.property(anyHistory({ store: emptyStoreLayer }), ({ events }) => {
        for (const event of events) {
          const text = canonicalJson(stampedOf(event))
          expect(canonicalJson(parseCanonicalJson(text))).toBe(text)
          expect(leafHashHex(codec.hasher, new TextEncoder().encode(text))).toBe(event.leafHash)
          const kind = text.includes('"basis"')
            ? "a basis"
            : text.includes('"about"')
              ? "free text"
              : "neither"
          met.count(`with ${kind}`)
        }
      }),
      { numRuns: 15 }
    )
  })
})
