// Exports of whole generated histories: nothing is lost, nothing points nowhere, and no free text leaves with what
// does not need it.
import { lcqmCatalogue, type Recorded } from "@lcqm/core"
import { memoryStore } from "@lcqm/memory"
import { anyHistory, Coverage } from "@lcqm/testing/arbitraries"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cloudEventOf, ocelOf, provOf } from "@lcqm/audit"

const histories = anyHistory({ store: memoryStore })
const runs = { numRuns: 12 }

const textsIn = (value: unknown): ReadonlyArray<string> => {
  if (typeof value !== "object" || value === null) return []
  if ("about" in value && "text" in value && typeof value.text === "string") return [value.text]
  return Object.values(value).flatMap(textsIn)
}

// Free text can be the same as an id by chance, so each is put under a mark.
const marker = "what somebody wrote"
const withMarks = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value
  if (Array.isArray(value)) return value.map(withMarks)
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key === "text" && "about" in value ? marker : withMarks(each)
    ])
  )
}
const marked = (event: Recorded): Recorded => ({ ...event, data: withMarks(event.data) })

const met = new Coverage("exported", ["histories", "events", "texts", "decisions"])
const ofAnyHistory = (holds: (events: ReadonlyArray<Recorded>) => void): void => {
  met.assert(
    1,
    fc.property(histories, ({ events }) => {
      met.count("histories")
      met.count("events", events.length)
      met.count("texts", events.flatMap(({ data }) => textsIn(data)).length)
      met.count("decisions", events.filter(({ type }) => lcqmCatalogue.get(type)?.type.decision).length)
      holds(events)
    }),
    runs
  )
}

describe("an object-centric event log", () => {
  it("has every event once, each about its stream's own thing and whoever acted", () => {
    ofAnyHistory((events) => {
      const log = ocelOf(events, lcqmCatalogue)
      expect(log.events.map(({ id }) => id)).toEqual(events.map(({ id }) => id))
      log.events.forEach(({ relationships }, at) => {
        const actor = events[at]?.metadata.actor
        expect(relationships.map(({ qualifier }) => qualifier)).toContain("of")
        expect(relationships).toContainEqual({
          objectId: `person:${actor?.person}`,
          qualifier: `by ${actor?.role}`
        })
      })
    })
  })

  it("declares every type and attribute it uses, and every object its events are about", () => {
    ofAnyHistory((events) => {
      const { eventTypes, events: logged, objects, objectTypes } = ocelOf(events, lcqmCatalogue)
      const ids = new Set(objects.map(({ id }) => id))
      expect(ids.size).toBe(objects.length)
      const declared = new Map(
        [...eventTypes, ...objectTypes].map(({ attributes, name }) => [
          name,
          attributes.map((each) => each.name)
        ])
      )
      for (const { attributes, type } of [...logged, ...objects]) {
        for (const { name } of attributes) expect(declared.get(type)).toContain(name)
      }
      for (const { relationships } of logged) {
        for (const { objectId } of relationships) expect(ids).toContain(objectId)
      }
    })
  })

  it("holds none of the free text", () => {
    ofAnyHistory((events) => {
      const log = JSON.stringify(ocelOf(events.map(marked), lcqmCatalogue))
      expect(log).not.toContain(marker)
    })
  })

  it("tells a school's stage as it changed, ending with what it is", () => {
    ofAnyHistory((events) => {
      const schools = ocelOf(events, lcqmCatalogue).objects.filter(({ type }) => type === "school")
      for (const { attributes } of schools) {
        const stages = attributes.filter(({ name }) => name === "stage").map(({ value }) => value)
        stages.slice(1).forEach((stage, at) => expect(stage).not.toBe(stages[at]))
        const times = attributes.map(({ time }) => time)
        expect(times).toEqual(times.toSorted())
      }
    })
  })
})

describe("provenance", () => {
  it("generates every event by one command of one person, and points to nothing that is not there", () => {
    ofAnyHistory((events) => {
      const prov = provOf(events, lcqmCatalogue)
      expect(Object.keys(prov.wasGeneratedBy)).toHaveLength(events.length)
      const known = new Set([prov.entity, prov.activity, prov.agent].flatMap(Object.keys))
      const relations = [prov.wasGeneratedBy, prov.wasAssociatedWith, prov.wasDerivedFrom, prov.wasInformedBy]
      for (const relation of relations.flatMap(Object.values)) {
        for (const [name, value] of Object.entries(relation)) {
          if (name !== "prov:time" && name !== "prov:role") expect(known).toContain(value)
        }
      }
    })
  })

  it("derives every decision from its own stream as it stood and from every fact it read", () => {
    ofAnyHistory((events) => {
      const { wasDerivedFrom } = provOf(events, lcqmCatalogue)
      const expected = events.flatMap(({ data, type }) =>
        lcqmCatalogue.get(type)?.type.decision === true
          ? [1 + (data as { basis: { facts: ReadonlyArray<unknown> } }).basis.facts.length]
          : []
      )
      const sum = expected.reduce((total, each) => total + each, 0)
      expect(Object.keys(wasDerivedFrom)).toHaveLength(sum)
    })
  })
})

describe("CloudEvents", () => {
  it("keep id, stream, both times, data and leaf hash", () => {
    ofAnyHistory((events) => {
      for (const event of events) {
        const { data, id, leafHash, metadata, stream } = event
        expect(cloudEventOf(event, "https://sample.example")).toMatchObject({
          id,
          subject: stream,
          time: metadata.recordedAt,
          occurredon: metadata.occurredOn,
          leafhash: leafHash,
          data
        })
      }
    })
  })
})
