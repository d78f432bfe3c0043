// What is told of texts that nobody opens: [erased] as soon as the events or the key ring say that somebody they are
// about was erased, and [sealed] until then. Telling replaces boxes and nothing else.
import { makeMemoryKeyRing } from "@lcqm/memory"
import { anyStampedEvent, inhabitants, office, Coverage } from "@lcqm/testing/arbitraries"
import { Effect } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type KeyRing,
  KeyRingUnavailable,
  type LcqmCommand,
  type LcqmEvent,
  type Recorded,
  type Stamped,
  sealedTextsOf,
  textsOf,
  type TextTold,
  withTextsTold,
  wordsOf
} from "../../src/index.ts"
import { bring, describing, of, today } from "../deciding/a-school.ts"
import { codec, emptyStore, eventsOf } from "../properties/lcqm-over.ts"
import { lcqmWith } from "./lcqm-with.ts"

const run = Effect.runPromise
const options = { now: () => today }
const { catalogue } = codec
const [champion] = inhabitants.champions
const [assessor] = inhabitants.assessors

const sayingOf = (about: ReadonlyArray<string>, id: string): LcqmCommand => ({
  ...describing(id),
  type: "DescribeSetting",
  data: { ...of, setting: { about, text: "Something about somebody." } }
})

const world = async () => {
  const store = emptyStore()
  const keyRing = makeMemoryKeyRing()
  const lcqm = lcqmWith(store, { keyRing }, options)
  await run(bring(lcqm, "visit arranged"))
  for (const about of [[champion], [assessor], [champion, assessor], []]) {
    await run(lcqm.execute(sayingOf(about, about.join("."))))
  }
  const events = eventsOf(store) as ReadonlyArray<LcqmEvent>
  return { store, keyRing, lcqm, events }
}

const words = (told: ReadonlyArray<TextTold>): ReadonlyArray<string> => told.map((each) => wordsOf(each.told))

const erasing: LcqmCommand = {
  type: "ErasePerson",
  id: "command.erase",
  actor: office,
  occurredOn: "2018-01-14",
  data: { person: champion, request: "requests/2018-1" }
}

describe("what is told of texts that nobody opens", () => {
  it("is [sealed], also with the key ring at hand; there is nothing to tell of a text about nobody", async () => {
    const { events, lcqm, store } = await world()
    for (const each of [lcqm, lcqmWith(store, {}, options)]) {
      expect(words(await run(each.withheldTexts(events)))).toEqual(["[sealed]", "[sealed]", "[sealed]"])
    }
  })

  it("is [erased] where somebody it is about was erased, by whoever has the store", async () => {
    const { events, lcqm, store } = await world()
    await run(lcqm.execute(erasing))
    for (const each of [lcqm, lcqmWith(store, {}, options)]) {
      expect(words(await run(each.withheldTexts(events)))).toEqual(["[erased]", "[sealed]", "[erased]"])
    }
    expect(words(await run(lcqm.readTexts(office, events)))).toEqual([
      "[erased]",
      "Something about somebody.",
      "[erased]"
    ])
  })

  it("is [erased] too where the key ring alone says so; a ring that cannot be asked keeps nobody from it", async () => {
    const { events, keyRing, lcqm, store } = await world()
    await run(keyRing.forget(assessor))
    expect(words(await run(lcqm.withheldTexts(events)))).toEqual(["[sealed]", "[erased]", "[erased]"])
    const gone = new KeyRingUnavailable({ keyRing: "k", reason: "it is gone", retryable: true })
    const failing: KeyRing["Service"] = { ...keyRing, people: Effect.fail(gone) }
    const other = lcqmWith(store, { keyRing: failing }, options)
    expect(words(await run(other.withheldTexts(events)))).toEqual(["[sealed]", "[sealed]", "[sealed]"])
  })
})

const recorded = (event: Stamped): Recorded => ({ ...event, position: "0".repeat(20), leafHash: "" })

describe("telling texts in the places of their boxes", () => {
  it("leaves no box, has what was told in each place, and changes nothing else", () => {
    const met = new Coverage("events", ["with a box", "without"])
    met.assert(
      15,
      fc.property(fc.array(anyStampedEvent(), { maxLength: 5 }), (stamped) => {
        const events = stamped.map((event, at) => recorded({ ...event, id: `id-${at}` }))
        const sealed = sealedTextsOf(catalogue, events)
        const told = sealed.map(({ place, text: { about } }, at): TextTold => ({
          place,
          told: at % 2 === 0 ? { about, text: `words ${at}` } : { about, withheld: "erased", why: "" }
        }))
        const shown = withTextsTold(events, told)
        expect(sealedTextsOf(catalogue, shown)).toEqual([])
        for (const [at, { place, text }] of sealed.entries()) {
          const event = shown.find(({ id }) => id === place.eventId)!
          const there = textsOf(catalogue, event).find(
            (each) => String(each.place.path) === String(place.path)
          )
          expect(there?.text).toEqual({ about: text.about, text: wordsOf(told[at]!.told) })
        }
        // Put back, box by box, it is what it was.
        const boxes = sealed.map(({ text }) => JSON.stringify(text))
        const back = sealed.reduce(
          (json, { text: { about } }, at) =>
            json.replace(JSON.stringify({ about, text: wordsOf(told[at]!.told) }), () => boxes[at]!),
          JSON.stringify(shown)
        )
        expect(JSON.parse(back)).toEqual(JSON.parse(JSON.stringify(events)))
        for (const { id } of events) {
          met.count(sealed.some(({ place }) => place.eventId === id) ? "with a box" : "without")
        }
      })
    )
  })

  it("changes no event for what is told of another place, or of a place without a box", () => {
    fc.assert(
      fc.property(
        anyStampedEvent(),
        fc.array(fc.oneof(fc.string(), fc.nat(3)), { maxLength: 3 }),
        fc.boolean(),
        (stamped, path, other) => {
          const event = recorded(stamped)
          const boxed = sealedTextsOf(catalogue, [event]).map(({ place }) => String(place.path))
          fc.pre(other || !boxed.includes(String(path)))
          const place = { eventId: other ? `${event.id}-other` : event.id, path }
          const [shown] = withTextsTold([event], [{ place, told: { about: [], text: "words" } }])
          expect(shown).toBe(event)
        }
      )
    )
  })

  it("finds no box, and fails for none, in data of any form", () => {
    fc.assert(
      fc.property(fc.constantFrom(...catalogue.keys()), fc.jsonValue(), (type, data) => {
        expect(sealedTextsOf(catalogue, [{ id: "id", type, data }])).toEqual([])
      })
    )
    for (const reason of [null, 1, "text", [], { iv: 1 }]) {
      const event = { id: "id", type: "AwardProposed.v1", data: { reason } }
      expect(sealedTextsOf(catalogue, [event])).toEqual([])
    }
  })
})
