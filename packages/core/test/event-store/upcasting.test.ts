// Upcasting: old versions are read for ever, in one place, step by step; a gap is found when a program starts.
import { describe, expect, it } from "vitest"
import { Result } from "effect"
import { canonicalJson } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import {
  CatalogueError,
  catalogueOf,
  codecOf,
  eventType,
  lcqmCatalogue,
  lcqmEventTypes,
  stampedOf,
  upcast
} from "../../src/index.ts"
import {
  codecAt,
  Greeted1,
  Greeted2,
  Greeted3,
  Listed1,
  notWhatItSays,
  stamped,
  storedAs,
  toThree,
  toTwo
} from "./greetings.ts"

const first = stamped("Greeted.v1", { name: "Ada" })
const second = stamped("Greeted.v2", { whom: "Ada", by: "Grace" })
const third = stamped("Greeted.v3", { whom: "Ada", by: "Grace", times: 2 })
const textOf = (version: 1 | 2 | 3, event: typeof first): string =>
  Result.getOrThrow(codecAt(version).encode(event)).text
const read = (version: 1 | 2 | 3, text: string) =>
  Result.getOrThrow(codecAt(version).decode(text, storedAs(first)))

describe("an event of an older version", () => {
  it("is read as the newest, step by step, and what it did not say becomes an explicit unknown", () => {
    expect(read(2, textOf(1, first))).toMatchObject({
      type: "Greeted.v2",
      data: { whom: "Ada", by: { unknown: true } }
    })
    expect(read(3, textOf(1, first))).toMatchObject({
      type: "Greeted.v3",
      data: { whom: "Ada", by: { unknown: true }, times: "not counted" }
    })
    expect(read(3, textOf(2, second))).toMatchObject({
      type: "Greeted.v3",
      data: { whom: "Ada", by: "Grace", times: "not counted" }
    })
    expect(read(3, textOf(3, third))).toMatchObject({ type: "Greeted.v3", data: third.data })
  })

  it("whose step gives what the newest version is not is a CorruptEvent, never handed on", () => {
    const mistaken = catalogueOf([Greeted1, Greeted2], [upcast(Greeted1, Greeted2, () => notWhatItSays)])
    const read = codecOf(mistaken, nodeHasher).decode(textOf(1, first), storedAs(first))
    expect(Result.flip(read)).toMatchObject({ success: { _tag: "CorruptEvent", revision: first.revision } })
  })

  it("keeps its envelope, and is frozen", () => {
    const { id, leafHash, metadata, revision, stream } = read(3, textOf(1, first))
    expect({ id, metadata, revision, stream }).toEqual({
      id: first.id,
      metadata: first.metadata,
      revision: first.revision,
      stream: first.stream
    })
    expect(leafHash).toBe("0".repeat(64))
    expect(Object.isFrozen(read(3, textOf(1, first)).data)).toBe(true)
  })

  it("is read as it was stored where its bytes are asked for", () => {
    const text = textOf(1, first)
    const asStored = Result.getOrThrow(codecAt(3).decodeAsStored(text, storedAs(first)))
    expect(asStored.type).toBe("Greeted.v1")
    expect(canonicalJson(stampedOf(asStored))).toBe(text)
    expect(Result.getOrThrow(codecAt(3).encode(stampedOf(asStored))).text).toBe(text)
  })

  it("is checked as what it was: a first version that says what a third does is corrupt", () => {
    const text = textOf(1, first).replace('"name"', '"times":1,"name"')
    expect(codecAt(3).decode(text, storedAs(first))).toMatchObject({ failure: { _tag: "CorruptEvent" } })
  })

  it("is of a future version to a program that is older than it", () => {
    expect(codecAt(2).decode(textOf(3, third), storedAs(third))).toMatchObject({
      failure: { _tag: "UnknownEventType", type: "Greeted.v3", known: ["Greeted.v1", "Greeted.v2"] }
    })
  })
})

describe("a catalogue", () => {
  it("with a gap is refused when it is built", () => {
    expect(() => catalogueOf([Greeted1, Greeted2])).toThrow(CatalogueError)
    expect(() => catalogueOf([Greeted1, Greeted2])).toThrow("Greeted.v1 has no step to Greeted.v2")
    expect(() => catalogueOf([Greeted1, Greeted2, Greeted3], [toTwo])).toThrow(
      "Greeted.v2 has no step to Greeted.v3"
    )
    expect(() => catalogueOf([Greeted1, Greeted2, Greeted3], [toThree])).toThrow(
      "Greeted.v1 has no step to Greeted.v2"
    )
  })

  it("with a step that leaves a version out is refused too", () => {
    const leap = upcast(Greeted1, Greeted3, ({ name }) => ({
      whom: name,
      by: { unknown: true as const },
      times: "not counted" as const
    }))
    expect(() => catalogueOf([Greeted1, Greeted3], [leap])).toThrow("Greeted.v1 has no step to Greeted.v2")
  })

  it("with a type twice is refused", () => {
    expect(() => catalogueOf([Greeted1, Listed1, Greeted1])).toThrow(
      "Greeted.v1 stands in the catalogue twice"
    )
  })

  it("takes its types in any order", () => {
    const other = catalogueOf([Greeted3, Listed1, Greeted1, Greeted2], [toThree, toTwo])
    expect(other.get("Greeted.v1")?.steps).toEqual([toTwo, toThree])
    expect(other.get("Greeted.v3")?.steps).toEqual([])
  })

  it("of the domain knows every type as its newest, by name and version", () => {
    for (const { name, type, version } of lcqmEventTypes) {
      expect(type).toBe(`${name}.v${version}`)
      expect(lcqmCatalogue.get(type)?.newest.type).toBe(type)
    }
  })

  it("may hold an event that says no more than its type", () => {
    const Rang = eventType("Rang", 1, "The bell rang.", {})
    expect(catalogueOf([Rang]).get("Rang.v1")?.type.decision).toBe(false)
  })
})
