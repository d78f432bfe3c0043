// A history whose texts are sealed is the same history: the same answers, the same states, awards and views. Only who
// opens a text reads it, and a command sent again answers its first result, box for box.
import { makeMemoryKeyRing, memoryKeyRing } from "@lcqm/memory"
import { anyCommandSequence, inhabitants, office, playSequence, Coverage } from "@lcqm/testing/arbitraries"
import { Effect, Layer, Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { isSealed, type LcqmCommand, type LcqmEvent, type Recorded, textsOf } from "../../src/index.ts"
import { bring, describing, of, outcomeOf, stream, today } from "../deciding/a-school.ts"
import { codec, emptyStore, emptyStoreLayer, eventsOf, type Store } from "../properties/lcqm-over.ts"
import { lcqmWith } from "./lcqm-with.ts"

const run = Effect.runPromise
const options = { now: () => today }
const [champion] = inhabitants.champions
const texts = (event: Recorded) => textsOf(codec.catalogue, event)

/** An event without what sealing changes of it: its boxes, and what follows from its bytes. */
const plainly = (event: Recorded): unknown =>
  JSON.parse(
    JSON.stringify(
      { ...event, leafHash: "", metadata: { ...event.metadata, salt: "" } },
      (key, value: unknown) =>
        // A basis names the roots of what it rests on, which are those of the bytes.
        key === "root"
          ? ""
          : typeof value === "object" && value !== null && "about" in value && Array.isArray(value.about)
            ? { about: value.about }
            : value
    )
  )

const sayingOf = (person: string, id: string, text = "Something about somebody."): LcqmCommand => ({
  ...describing(id),
  type: "DescribeSetting",
  data: { ...of, setting: { about: [person], text } }
})

const world = async () => {
  const store = emptyStore()
  const keyRing = makeMemoryKeyRing()
  const lcqm = lcqmWith(store, { keyRing }, options)
  await run(bring(lcqm, "visit arranged"))
  return { store, keyRing, lcqm }
}

const eventsAt = (store: Store): ReadonlyArray<LcqmEvent> =>
  eventsOf(store).filter((event) => event.stream === stream) as ReadonlyArray<LcqmEvent>

describe("a history with a key ring", () => {
  it("is decided as without one, and differs in its boxes only, which open to what was written", async () => {
    const met = new Coverage("texts", ["sealed", "about nobody"])
    await met.assert(
      5,
      fc.asyncProperty(anyCommandSequence(), async (sequence) => {
        let now = 0
        const [plain, sealed] = [emptyStore(), emptyStore()]
        const keyRing = makeMemoryKeyRing()
        const without = lcqmWith(plain, {}, { now: () => now })
        const within = lcqmWith(sealed, { keyRing }, { now: () => now })
        for (const { at, command } of sequence.steps) {
          now = at
          const outcome = outcomeOf(await run(Effect.result(without.execute(command))))
          expect(outcomeOf(await run(Effect.result(within.execute(command))))).toBe(outcome)
        }
        const [before, after] = [eventsOf(plain), eventsOf(sealed)]
        expect(after.map(plainly)).toEqual(before.map(plainly))
        expect(await run(within.register())).toEqual(await run(without.register()))
        expect(await run(within.cohorts())).toEqual(await run(without.cohorts()))
        const opened = await run(within.openTexts(office, after as ReadonlyArray<LcqmEvent>))
        for (const [i, event] of before.entries()) {
          expect(texts(opened[i]!)).toEqual(texts(event))
          for (const [j, { text }] of texts(event).entries()) {
            expect(isSealed(texts(after[i]!)[j]!.text)).toBe(text.about.length > 0)
            met.count(text.about.length > 0 ? "sealed" : "about nobody")
          }
        }
      }),
      { numRuns: 15 }
    )
  })

  it("answers a command sent again with its first result, box for box, in the same words or others", async () => {
    const { keyRing, lcqm, store } = await world()
    const first = await run(lcqm.execute(sayingOf(champion, "1")))
    const before = eventsOf(store)
    const other = lcqmWith(store, { keyRing }, options)
    for (const again of [sayingOf(champion, "1"), sayingOf(champion, "1", "In other words.")]) {
      expect(await run(other.execute(again))).toEqual({ ...first, repeated: true })
    }
    const reused = await run(Effect.result(other.execute(sayingOf(inhabitants.coach, "1"))))
    expect(outcomeOf(reused)).toBe("CommandIdReused")
    expect(eventsOf(store)).toEqual(before)
  })

  it("is answered to one of many who send the same at once, and recorded once", async () => {
    const { keyRing, store } = await world()
    const before = eventsOf(store).length
    const lcqms = Array.from({ length: 4 }, () => lcqmWith(store, { keyRing }, options))
    const answers = await Promise.all(lcqms.map((each) => run(each.execute(sayingOf(champion, "1")))))
    expect(eventsOf(store).length).toBe(before + 1)
    expect(new Set(answers.map(({ events }) => JSON.stringify(events))).size).toBe(1)
  })
})

describe("a sealed text in a command", () => {
  it("is refused: a box is made by the loop, and by nobody else", async () => {
    const { lcqm, store } = await world()
    const { events } = await run(lcqm.execute(sayingOf(champion, "1")))
    const box = texts(events[0]!)[0]!.text
    expect(isSealed(box)).toBe(true)
    const before = eventsOf(store)
    const sent = { ...describing("2"), data: { ...of, setting: box } }
    const refused = await run(Effect.flip(lcqm.executeUnknown(sent)))
    expect(refused).toMatchObject({ _tag: "Malformed" })
    expect(eventsOf(store)).toEqual(before)
  })
})

describe("the text of a stream", () => {
  it("is opened for the office, for auditors and for those who have a part in it, and for nobody else", async () => {
    const { lcqm, store } = await world()
    await run(lcqm.execute(sayingOf(champion, "1")))
    const events = eventsAt(store)
    const readers = {
      office,
      auditor: { person: inhabitants.stranger, roles: ["Auditor"] },
      champion: { person: champion, roles: [] },
      assessor: { person: inhabitants.assessors[0], roles: [] }
    } as const
    for (const reader of Object.values(readers)) {
      const opened = await run(lcqm.openTexts(reader, events))
      expect(JSON.stringify(opened)).toContain("Something about somebody.")
    }
    for (const person of [inhabitants.stranger, inhabitants.champions[1]]) {
      const refused = await run(Effect.result(lcqm.openTexts({ person, roles: [] }, events)))
      expect(Result.isFailure(refused) && refused.failure).toMatchObject({
        _tag: "RoleRequired",
        details: { command: "ReadText" }
      })
    }
  })

  it("reads [sealed] for an Lcqm without the key ring", async () => {
    const { lcqm, store } = await world()
    await run(lcqm.execute(sayingOf(champion, "1")))
    const opened = await run(lcqmWith(store, {}, options).openTexts(office, eventsAt(store)))
    expect(opened.flatMap(texts).map(({ text }) => "text" in text && text.text)).toEqual(["[sealed]"])
  })
})

describe("texts that are opened together", () => {
  it("ask once for each person's key, and the next who ask hear that somebody was forgotten meanwhile", async () => {
    const { keyRing, lcqm, store } = await world()
    for (const [n, person] of [champion, champion, inhabitants.coach, champion].entries()) {
      await run(lcqm.execute(sayingOf(person, `said-${n}`)))
    }
    const asked: Array<string> = []
    const counting = {
      ...keyRing,
      find: (person: string) => {
        asked.push(person)
        return keyRing.find(person)
      }
    }
    const reading = lcqmWith(store, { keyRing: counting }, options)
    const opened = async () =>
      (await run(reading.openTexts(office, eventsAt(store))))
        .flatMap(texts)
        .map(({ text }) => "text" in text && text.text)
    const said = "Something about somebody."
    expect(await opened()).toEqual([said, said, said, said])
    expect(asked).toEqual([champion, inhabitants.coach])
    await run(keyRing.forget(champion))
    expect(await opened()).toEqual(["[erased]", "[erased]", said, "[erased]"])
  })
})

describe("a history with a key ring and the same random bytes", () => {
  it("is the same to the byte: keys and beginnings follow from them", async () => {
    await fc.assert(
      fc.asyncProperty(anyCommandSequence(), async (sequence) => {
        const played = async () => {
          const beside = Layer.mergeAll(emptyStoreLayer(), memoryKeyRing())
          return (await run(Effect.provide(playSequence(sequence), beside))).events
        }
        expect(await played()).toEqual(await played())
      }),
      { numRuns: 5 }
    )
  })
})
