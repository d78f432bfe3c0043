// The story holds what the source says of the network, and nothing that it does not say; and it is a sample all through.
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import {
  codecOf,
  type DirectoryEntry,
  EventStore,
  lcqmCatalogue,
  type NetworkView,
  valueOf,
  workOf
} from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { makeMemoryStore, memoryStore } from "@lcqm/memory"
import { Layer } from "effect"
import { beforeAll, describe, expect, it } from "vitest"
import {
  everySchool,
  lead,
  network,
  type NetworkStory,
  playNetworkStory,
  sampleMark,
  story,
  toldNetwork
} from "../src/index.ts"

let played: NetworkStory<never>
let view: NetworkView
let entry: DirectoryEntry
beforeAll(async () => {
  played = await playNetworkStory(memoryStore())
  const ours = <Each extends { readonly network: string }>(all: ReadonlyArray<Each>): Each => {
    const found = all.find((each) => each.network === network)
    if (found === undefined) throw new Error("the network is not there")
    return found
  }
  view = ours(valueOf(await played.lcqm.networks()))
  entry = ours(valueOf(await played.lcqm.networkDirectory()))
})

describe("the story of one network", () => {
  it("is of five primary schools and one infants school in South East England, endorsed in their focus", () => {
    const kinds = view.members.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === "primary")).toHaveLength(5)
    expect(kinds.filter((kind) => kind === "infant")).toHaveLength(1)
    expect(entry).toMatchObject({ area: "South East England", stage: "endorsed", schools: everySchool })
    expect(entry.focus).toEqual({
      subject: "mathematics",
      topics: ["using and applying mathematics", "children's self-assessment"],
      years: []
    })
  })

  it("has all that the network did, its focus group meeting every term", () => {
    const { activities, focusGroupTerms } = workOf(view)
    expect(activities).toEqual({
      "maths week": 1,
      "authority input": 1,
      "focus-group day": 3,
      "joint planning": 1,
      "peer visit": 2,
      "more able morning": 1
    })
    expect(focusGroupTerms).toEqual(["2005 spring", "2005 summer", "2005 autumn"])
  })

  it("is evaluated by the four measures, and says where nothing is known yet", () => {
    expect(workOf(view).evaluation.map(({ last, measure }) => [measure, last?.finding])).toEqual([
      ["confidence", "improved"],
      ["test answers", "not yet known"],
      ["planning", "improved"],
      ["enthusiasm", "improved"]
    ])
  })

  it("does not say what the source does not say: no age range, no funding, no training", () => {
    expect(entry.focus?.years).toEqual([])
    expect(view).toMatchObject({ mathematicsCentre: undefined, training: [] })
  })

  it("is followed by networks with a similar focus, the nearest first", async () => {
    const similar = valueOf(await played.lcqm.similarNetworks({ network }))
    expect(similar.map((each) => each.entry.network)).toEqual(["n-sample-nearby", "n-sample-further"])
    expect(similar[0]?.why).toContain("both work on mathematics")
    const none = await played.lcqm.similarNetworks({ network: "n-nobody" })
    expect(none).toMatchObject({ ok: false, failure: { _tag: "NetworkUnknown" } })
  })

  it("shows its contact until consent is withdrawn, and then at no date", async () => {
    const { lcqm } = await playNetworkStory(memoryStore())
    const contacts = async (occurred?: string) => {
      const entries = valueOf(await lcqm.networkDirectory(occurred === undefined ? {} : { occurred }))
      return entries.find((each) => each.network === network)?.contacts
    }
    expect([await contacts(), await contacts("2006-01")]).toEqual([[lead.person], [lead.person]])
    const withdrawing = {
      type: "WithdrawContactConsent",
      id: "withdrawing.1",
      actor: lead,
      occurredOn: "2006-02-06",
      data: { network, contact: lead.person }
    }
    valueOf(await lcqm.executeUnknown(withdrawing))
    expect([await contacts(), await contacts("2006-01")]).toEqual([[], []])
    await lcqm.close()
  })

  it("played twice into one store is recorded once", async () => {
    const store = Layer.succeed(EventStore, makeMemoryStore(codecOf(lcqmCatalogue, nodeHasher)))
    expect((await playNetworkStory(store)).events).toBe(played.events)
    expect((await playNetworkStory(store)).events).toBe(0)
    expect(played.events).toBeGreaterThan(story.length)
  })
})

describe("a sample", () => {
  it("names nobody and no school: pseudonyms, URNs of a range that is not real, texts that say what they are", async () => {
    let texts = 0
    for await (const { data, metadata } of played.lcqm.events()) {
      expect(metadata.actor.person).toMatch(/^p-sample/)
      const said = JSON.stringify(data)
      for (const [, urn = ""] of said.matchAll(/"(\d{6})"/g)) expect(everySchool).toContain(urn)
      for (const [, text = ""] of said.matchAll(/"text":"([^"]*)"/g)) {
        expect(text.startsWith(sampleMark)).toBe(true)
        texts += 1
      }
    }
    expect(texts).toBeGreaterThan(3)
  })

  it("prints the entry that its page shows", async () => {
    const similar = valueOf(await played.lcqm.similarNetworks({ network }))
    const page = readFileSync(fileURLToPath(new URL("../README.md", import.meta.url)), "utf8")
    expect(page).toContain(toldNetwork(entry, view, similar).join("\n"))
  })
})
