// Every text of every event says what it is, so that what is personal is known, and free text can be sealed.
import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import {
  type AnyEventType,
  classifiedTexts,
  EventId,
  eventType,
  KeptText,
  lcqmCatalogue,
  PersonRef,
  Text
} from "../../src/index.ts"

const types: ReadonlyArray<AnyEventType> = [...lcqmCatalogue.values()].map(({ type }) => type)

const unclassified = (type: AnyEventType): ReadonlyArray<string> =>
  classifiedTexts(type).flatMap(({ holds, path }) => (holds === undefined ? [`${type.type} ${path}`] : []))

describe("every text of every event", () => {
  it("is marked as an identifier, a scheme word, a date, a hash or free text", () => {
    expect(types.flatMap(unclassified)).toEqual([])
  })

  it("is looked at in the envelope too, and in lists, unions and parts", () => {
    const told = new Map(
      classifiedTexts(lcqmCatalogue.get("AwardProposed.v1")!.type).map(({ holds, path }) => [path, holds])
    )
    expect(told.get("id")).toBe("identifier")
    expect(told.get("metadata.actor.person")).toBe("identifier")
    expect(told.get("metadata.recordedAt")).toBe("date")
    expect(told.get("metadata.salt")).toBe("hash")
    expect(told.get("data.basis.facts[].root")).toBe("hash")
    expect(told.get("data.basis.facts[].revision")).toBe("scheme word")
    expect(told.get("data.level")).toBe("scheme word")
    expect(told.get("data.reason")).toBe("text")
    const judged = classifiedTexts(lcqmCatalogue.get("CriterionAssessed.v1")!.type)
    expect(judged).toContainEqual({ path: "data.judgement.setAside", holds: "text" })
  })

  it("that is free is kept in a schema that can hold a box", () => {
    const free = types.flatMap((type) =>
      classifiedTexts(type).flatMap(({ holds, path }) => (holds === "text" ? [`${type.type} ${path}`] : []))
    )
    expect(free.length).toBeGreaterThan(30)
    expect(Schema.is(KeptText)({ about: ["p-somebody"], iv: "A".repeat(16), ct: "A".repeat(24) })).toBe(true)
  })
})

describe("a text that is not marked", () => {
  const unmarked = (fields: { readonly [key: string]: Schema.Codec<unknown, unknown> }) =>
    unclassified(eventType("Greeted", 1, "Somebody was greeted.", fields))

  it.each([
    ["a text", { by: Schema.String }, "data.by"],
    ["a text in a list", { by: Schema.Array(Schema.NonEmptyString) }, "data.by[]"],
    ["a text in a part", { of: Schema.Struct({ by: Schema.optionalKey(Schema.String) }) }, "data.of.by"],
    ["a text beside marked ones", { by: Schema.Union([PersonRef, EventId, Schema.String]) }, "data.by"],
    ["a key", { by: Schema.Record(Schema.String, Schema.Int) }, "data.by{}"],
    ["whatever comes", { by: Schema.Unknown }, "data.by"],
    ["free text as a command carries it, which holds no box", { reason: Text }, "data.reason.text"]
  ])("is named with its path: %s", (_, fields, path) => {
    expect(unmarked(fields)).toEqual([`Greeted.v1 ${path}`])
  })

  it("is not one that a further check was put on, nor a word the schema lists", () => {
    expect(
      unmarked({ by: PersonRef.check(Schema.isMaxLength(20)), as: Schema.Literals(["first", "second"]) })
    ).toEqual([])
  })
})
