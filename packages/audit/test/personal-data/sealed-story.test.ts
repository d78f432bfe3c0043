// The demo with every text sealed: erasing half of its people changes nothing that was recorded, proved or awarded, and no
// badge holds a text.
import { openBadgeOf, readWholeStream, replay, schoolHistory } from "@lcqm/audit"
import {
  EventStore,
  isSealed,
  KeyRing,
  type LcqmCommand,
  lcqmCatalogue,
  sampleCriteriaSet,
  schoolOfStream,
  textsOf,
  valueOf
} from "@lcqm/core"
import { memoryKeyRing, memoryStore } from "@lcqm/memory"
import { openStory, playStory } from "@lcqm/story-so-far"
import { Effect, Stream } from "effect"
import { describe, expect, it } from "vitest"

import { issuer } from "../exports/badges.ts"

const run = Effect.runPromise
const sampleMark = "Sample text:"

/** A command with every text of it about whoever sends it. */
const aboutTheSender = (input: unknown): unknown => {
  const { actor } = input as LcqmCommand
  const about = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(about)
    if (typeof value !== "object" || value === null) return value
    if ("text" in value && "about" in value) return { ...value, about: [actor.person] }
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, about(each)]))
  }
  return about(input)
}

const played = async () => {
  const [store, keyRing] = [memoryStore(), memoryKeyRing()]
  const lcqm = openStory({ store, keyRing, seed: 7 })
  const sealing: typeof lcqm = {
    ...lcqm,
    executeUnknown: (input) => lcqm.executeUnknown(aboutTheSender(input))
  }
  await playStory({ lcqm: sealing, seed: 7 })
  const all = Effect.flatMap(EventStore, (port) => Stream.runCollect(port.readAll()))
  return { lcqm, store, keyRing, events: () => run(Effect.provide(all, store)) }
}

describe("the story of 110 schools with its text sealed", () => {
  it("has the same bytes, roots, decisions and awards before and after half of its people were erased", async () => {
    const [one, other] = [await played(), await played()]
    const events = await one.events()
    expect((await other.events()).map(({ leafHash }) => leafHash)).toEqual(
      events.map(({ leafHash }) => leafHash)
    )

    const texts = events.flatMap((event) => textsOf(lcqmCatalogue, event))
    expect(texts.length).toBeGreaterThan(100)
    expect(texts.filter(({ text }) => !isSealed(text))).toEqual([])

    const schools = [...new Set(events.flatMap(({ stream }) => schoolOfStream(stream) ?? []))]
    const past = async () => {
      const asked = Effect.flatMap(EventStore, (store) =>
        Effect.all({
          histories: Effect.forEach(schools, (school) => schoolHistory(store, { scheme: "lcqm", school })),
          roots: Effect.forEach(schools, (school) => readWholeStream(store, `school-lcqm-${school}`))
        })
      )
      const { histories, roots } = await run(Effect.provide(asked, one.store))
      return { replayed: histories.map(replay), roots, register: valueOf(await one.lcqm.register()) }
    }
    const before = await past()
    expect(before.replayed.flat().filter(({ outcome }) => outcome !== "same")).toEqual([])
    expect(before.register.length).toBeGreaterThan(10)
    const badges = before.register.map((award, n) =>
      JSON.stringify(
        openBadgeOf({ id: `https://sample.example/${n}`, award, criteriaSet: sampleCriteriaSet, issuer })
      )
    )
    expect(badges.filter((badge) => badge.includes(sampleMark))).toEqual([])

    const people = await run(
      Effect.provide(
        Effect.flatMap(KeyRing, (ring) => ring.people),
        one.keyRing
      )
    )
    const half = people.filter((_, n) => n % 2 === 0).map(({ person }) => person)
    expect(half.length).toBeGreaterThan(20)
    for (const person of half) {
      valueOf(
        await one.lcqm.execute({
          type: "ErasePerson",
          id: `erase.${person}`,
          actor: { person: "p-office001", roles: ["SchemeOffice"] },
          occurredOn: "2017",
          data: { person, request: "requests/1" }
        })
      )
    }
    expect((await one.events()).slice(0, events.length)).toEqual(events)
    expect(await past()).toEqual(before)
    const auditor = { person: "p-auditor01", roles: ["Auditor"] } as const
    const opened = valueOf(await one.lcqm.openTexts(auditor, events as never))
    const words = opened.flatMap((event) =>
      textsOf(lcqmCatalogue, event).map(({ text }) => "text" in text && text.text)
    )
    const erased = texts.filter(({ text }) => text.about.some((person) => half.includes(person))).length
    expect(words.filter((each) => each === "[erased]").length).toBe(erased)
    expect(words.filter((each) => String(each).startsWith(sampleMark)).length).toBe(texts.length - erased)
    expect(erased).toBeGreaterThan(20)
  })
})
