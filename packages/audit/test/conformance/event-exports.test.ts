// The whole story of the six cohorts, exported, and held against the official schemas of CloudEvents and OCEL 2.0, and
// against our own JSON Schemas by a validator that is not ours.
import { beforeAll, expect, it } from "vitest"
import { eventSchemasOf, lcqmCatalogue, type Recorded, stampedOf } from "@lcqm/core"
import { memoryStore } from "@lcqm/memory"
import { openStory, playStory } from "@lcqm/story-so-far"
import { describeWithVectors, readVector } from "../../../ledger/test/conformance/vectors.ts"
import { cloudEventOf, ocelOf } from "@lcqm/audit"
import { validatorOf } from "./official.ts"

describeWithVectors("the story's events, exported", () => {
  const events: Array<Recorded> = []
  beforeAll(async () => {
    const lcqm = openStory({ store: memoryStore(), seed: 7 })
    await playStory({ lcqm, seed: 7 })
    for await (const event of lcqm.events()) events.push(event)
    await lcqm.close()
  }, 120_000)

  it("are CloudEvents, each by the official schema, none under an id and source of another", () => {
    const conforms = validatorOf(JSON.parse(readVector("cloudevents/cloudevents.json")), "07")
    const batch = events.map((event) => cloudEventOf(event, "https://sample.example/lcqm"))
    expect(batch.length).toBeGreaterThan(10_000)
    expect(batch.flatMap((each) => conforms(each))).toEqual([])
    expect(new Set(batch.map(({ id, source }) => `${source} ${id}`)).size).toBe(batch.length)
    // Extension attributes are named in lower-case letters and digits (CloudEvents 1.0.2, naming conventions).
    expect(
      Object.keys(batch[0] ?? {}).filter((name) => !/^[a-z0-9]+$/.test(name) && name !== "data")
    ).toEqual([])
  })

  it("are an object-centric event log by the official schema", () => {
    const conforms = validatorOf(JSON.parse(readVector("ocel20/ocel20-schema-json.json")), "07")
    expect(conforms(ocelOf(events, lcqmCatalogue))).toEqual([])
  })

  it("are each as the JSON Schema of its type says", () => {
    const validators = new Map(
      [...eventSchemasOf(lcqmCatalogue)].map(([type, schema]) => [type, validatorOf(schema, "2020-12")])
    )
    const wrong = events.flatMap((event) => validators.get(event.type)?.(stampedOf(event)) ?? [])
    expect(wrong).toEqual([])
    expect(new Set(events.map(({ type }) => type)).size).toBeGreaterThan(20)
  })
})
