// The small world is reached by commands, so that it cannot drift from the rules; and a real store, sent the same
// commands, holds the same bytes.
import { describe, expect, it } from "vitest"
import { openLcqm, type Recorded, stampedOf, valueOf } from "@lcqm/core"
import { memoryStore } from "@lcqm/memory"
import {
  given,
  sampleWorld,
  smallWorld,
  type StageName,
  stages,
  worldWith
} from "@lcqm/testing/given-when-then"

const names = Object.keys(stages).filter((name): name is StageName => name in stages)

describe("the small world", () => {
  it.each(names)("reaches the stage %s, with the small and with the sample criteria set", (name) => {
    expect(smallWorld.at(name).today).toBe(stages[name].on)
    expect(smallWorld.at(name).sent.length).toBeGreaterThan(8)
    expect(sampleWorld.at(name).events.length).toBeGreaterThan(smallWorld.at(name).events.length)
  })

  it("is one and the same whenever it is asked for, and never changes", () => {
    const visited = smallWorld.at("visited")
    expect(smallWorld.at("visited")).toBe(visited)
    const before = [...visited.events]
    given(visited).on("2018-01-01")
    given(smallWorld.at("agreed"))
    expect(visited.events).toEqual(before)
    expect(worldWith().at("agreed").events).toEqual(smallWorld.at("agreed").events)
  })

  it.each(["agreed", "withheld", "further work submitted", "deferred", "withdrawn"] as const)(
    "holds what a store holds that is sent the same commands: %s",
    async (name) => {
      const story = smallWorld.at(name)
      let today = ""
      let written = 0
      const lcqm = openLcqm({
        store: memoryStore(),
        now: () => Date.parse(`${today}T12:00:00.000Z`),
        randomBytes: (count) => {
          const bytes = new Uint8Array(count)
          new DataView(bytes.buffer).setUint32(count - 4, written)
          return bytes
        }
      })
      const events: Array<Recorded> = []
      for (const sent of story.sent) {
        today = sent.today
        events.push(...valueOf(await lcqm.executeUnknown(sent.command)).events)
        written = events.length
      }
      expect(events.map(stampedOf)).toEqual(story.events.map(stampedOf))
      expect(events.map(({ leafHash }) => leafHash)).toEqual(story.events.map(({ leafHash }) => leafHash))
      await lcqm.close()
    }
  )

  it("names the rules its decisions are made under, as their basis does", () => {
    const decisions = smallWorld.at("agreed").events.filter(({ type }) => type === "AwardAgreed.v1")
    expect(decisions).toHaveLength(1)
    expect(decisions[0]?.data).toMatchObject({ basis: smallWorld.rulesApplied() })
  })
})
