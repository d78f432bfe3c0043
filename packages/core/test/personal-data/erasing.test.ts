// Erasing a person: it is recorded, their key and their name are forgotten, and nothing else changes. The event comes
// first; what is cut off after it is finished by sending the command again, or by finishing all erasures.
import { makeMemoryKeyRing, makeMemoryPeopleRegister } from "@lcqm/memory"
import { anyHistory, inhabitants, office } from "@lcqm/testing/arbitraries"
import { Effect, Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type KeyRing,
  KeyRingUnavailable,
  type LcqmCommand,
  type LcqmEvent,
  type Recorded,
  textsOf
} from "../../src/index.ts"
import { bring, describing, of, outcomeOf, today } from "../deciding/a-school.ts"
import { codec, emptyStore, emptyStoreLayer, eventsOf, storeHolding } from "../properties/lcqm-over.ts"
import { lcqmWith } from "./lcqm-with.ts"

const run = Effect.runPromise
const options = { now: () => today }
const [champion] = inhabitants.champions
const [assessor] = inhabitants.assessors

const erasing = (person: string, id = "1"): LcqmCommand => ({
  type: "ErasePerson",
  id: `command.erase.${person}.${id}`,
  actor: office,
  occurredOn: "2018-01-14",
  data: { person, request: "requests/2018-1" }
})

const sayingOf = (about: ReadonlyArray<string>, id: string): LcqmCommand => ({
  ...describing(id),
  type: "DescribeSetting",
  data: { ...of, setting: { about, text: "Something about somebody." } }
})

const world = async () => {
  const store = emptyStore()
  const keyRing = makeMemoryKeyRing()
  const people = makeMemoryPeopleRegister()
  const lcqm = lcqmWith(store, { keyRing, people }, options)
  await run(bring(lcqm, "visit arranged"))
  await run(people.enter(champion, { name: "A Sample" }))
  for (const [n, about] of [[champion], [assessor], [champion, assessor]].entries()) {
    await run(lcqm.execute(sayingOf(about, String(n))))
  }
  return { store, keyRing, people, lcqm }
}

const wordsIn = (events: ReadonlyArray<Recorded>): ReadonlyArray<unknown> =>
  events.flatMap((event) =>
    textsOf(codec.catalogue, event).flatMap(({ text }) =>
      text.about.length === 0 ? [] : ["text" in text && text.text]
    )
  )

const read = async (lcqm: ReturnType<typeof lcqmWith>, events: ReadonlyArray<Recorded>) =>
  wordsIn(await run(lcqm.openTexts(office, events as ReadonlyArray<LcqmEvent>)))

describe("erasing a person", () => {
  it("is recorded with the request's reference, and leaves of them no key, no name and no text", async () => {
    const { keyRing, lcqm, people, store } = await world()
    const before = eventsOf(store)
    const { events } = await run(lcqm.execute(erasing(champion)))
    expect(events.map(({ data, type }) => ({ type, data }))).toEqual([
      { type: "PersonErased.v1", data: { person: champion, request: "requests/2018-1" } }
    ])
    expect(await run(keyRing.find(champion))).toEqual({ _tag: "Forgotten" })
    expect(await run(people.find(champion))).toBeUndefined()
    expect(await read(lcqm, before)).toEqual(["[erased]", "Something about somebody.", "[erased]"])
    expect(await run(lcqm.erased())).toMatchObject([{ person: champion, request: "requests/2018-1" }])
  })

  it("changes no byte that was recorded, and no state, award or view", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyHistory({ store: emptyStoreLayer }),
        fc.uniqueArray(
          fc.constantFrom(...inhabitants.champions, ...inhabitants.assessors, inhabitants.coach),
          {
            minLength: 1
          }
        ),
        async (history, erased) => {
          const store = storeHolding(history.events)
          const keyRing = makeMemoryKeyRing()
          const lcqm = lcqmWith(store, { keyRing }, { now: () => Date.UTC(2030, 0) })
          const views = async () => [
            await run(lcqm.register()),
            await run(lcqm.cohorts()),
            await run(lcqm.cpdCoverage())
          ]
          const seen = await views()
          for (const person of erased) {
            await run(lcqm.execute({ ...erasing(person), occurredOn: "2030" }))
          }
          expect(eventsOf(store).slice(0, history.events.length)).toEqual(history.events)
          expect(eventsOf(store).length).toBe(history.events.length + erased.length)
          expect(await views()).toEqual(seen)
        }
      ),
      { numRuns: 15 }
    )
  })

  it("is done once: again there is nothing to do, under the same id or another", async () => {
    const { lcqm, store } = await world()
    const first = await run(lcqm.execute(erasing(champion)))
    const before = eventsOf(store)
    expect(await run(lcqm.execute(erasing(champion)))).toEqual({ ...first, repeated: true })
    expect((await run(lcqm.execute(erasing(champion, "2")))).events).toEqual([])
    expect(eventsOf(store)).toEqual(before)
    expect(await run(lcqm.finishErasures())).toEqual([])
  })

  it("is possible of whoever is named anywhere, and keeps a key from ever being made", async () => {
    const { lcqm, store } = await world()
    await run(lcqm.execute(erasing(inhabitants.stranger)))
    const before = eventsOf(store)
    const refused = await run(Effect.flip(lcqm.execute(sayingOf([inhabitants.stranger], "late"))))
    expect(refused).toMatchObject({ _tag: "KeyForgotten", person: inhabitants.stranger })
    expect(refused.message).toContain('leave them out of "about"')
    expect(refused.message).not.toContain("Something")
    expect(eventsOf(store)).toEqual(before)
  })

  it("is the office's to ask for", async () => {
    const { keyRing, lcqm, store } = await world()
    const before = eventsOf(store)
    const asked = { ...erasing(assessor), actor: { person: assessor, roles: [] } }
    expect(outcomeOf(await run(Effect.result(lcqm.execute(asked))))).toBe("RoleRequired")
    expect(eventsOf(store)).toEqual(before)
    expect((await run(keyRing.find(assessor)))._tag).toBe("Key")
  })

  it("is refused where there is no key ring, since nothing would be forgotten", async () => {
    const { keyRing, store } = await world()
    const before = eventsOf(store)
    const lcqm = lcqmWith(store, {}, options)
    const refused = await run(Effect.flip(lcqm.execute(erasing(champion))))
    expect(refused).toMatchObject({ _tag: "NoKeyRing", store: "memory:" })
    expect(await run(Effect.flip(lcqm.finishErasures()))).toMatchObject({ _tag: "NoKeyRing" })
    expect(eventsOf(store)).toEqual(before)
    expect((await run(keyRing.find(champion)))._tag).toBe("Key")
  })
})

describe("an erasure that is cut off after it was recorded", () => {
  const cutOff = async () => {
    const made = await world()
    const { keyRing, people, store } = made
    const failing: KeyRing["Service"] = {
      ...keyRing,
      forget: () =>
        Effect.fail(new KeyRingUnavailable({ keyRing: "k", reason: "it is gone", retryable: true }))
    }
    const lcqm = lcqmWith(store, { keyRing: failing, people }, options)
    const failure = await run(Effect.flip(lcqm.execute(erasing(champion))))
    expect(failure).toMatchObject({ _tag: "ErasureUnfinished", person: champion })
    expect(failure.message).toContain("Send the command again")
    expect((await run(keyRing.find(champion)))._tag).toBe("Key")
    return made
  }

  it("opens nothing any more, because the events say who was erased", async () => {
    const { lcqm, store } = await cutOff()
    expect(await read(lcqm, eventsOf(store))).toEqual(["[erased]", "Something about somebody.", "[erased]"])
  })

  it.each(["1", "2"])("is finished by sending the command again, also under another id (%s)", async (id) => {
    const { keyRing, people, store } = await cutOff()
    const again = lcqmWith(store, { keyRing, people }, options)
    expect(Result.isSuccess(await run(Effect.result(again.execute(erasing(champion, id)))))).toBe(true)
    expect(await run(keyRing.find(champion))).toEqual({ _tag: "Forgotten" })
    expect(await run(people.find(champion))).toBeUndefined()
  })

  it("is finished with all others by whoever opens the store next, once", async () => {
    const { keyRing, people, store } = await cutOff()
    const again = lcqmWith(store, { keyRing, people }, options)
    expect(await run(again.finishErasures())).toEqual([champion])
    expect(await run(keyRing.find(champion))).toEqual({ _tag: "Forgotten" })
    expect(await run(again.finishErasures())).toEqual([])
  })

  it("is seen too where a key ring comes back from a backup of before", async () => {
    const { lcqm, store } = await world()
    await run(lcqm.execute(erasing(champion)))
    const restored = makeMemoryKeyRing()
    await run(restored.obtain(champion, () => new Uint8Array(32).fill(1)))
    const later = lcqmWith(store, { keyRing: restored }, options)
    expect((await read(later, eventsOf(store)))[0]).toBe("[erased]")
    expect(await run(later.finishErasures())).toEqual([champion])
    expect(await run(restored.find(champion))).toEqual({ _tag: "Forgotten" })
  })
})
