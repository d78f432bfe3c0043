// A box opens where it was sealed, under the keys it was sealed with, and nowhere else: whoever moves, swaps, cuts or
// changes one reads `[sealed]`, and never what somebody else wrote.
import { makeMemoryKeyRing } from "@lcqm/memory"
import { anyEventId, anyPersonRef, anyText, anyWords, Coverage } from "@lcqm/testing/arbitraries"
import { fromBase64, toBase64 } from "@lcqm/ledger"
import { Effect, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type EventId,
  type KeyRing,
  KeyRingUnavailable,
  KeyUnreadable,
  type OpenedText,
  openText,
  SealedText,
  sealText,
  type Text,
  type TextPlace,
  wordsOf
} from "../../src/index.ts"
import { openedByOthers } from "./others-opening.ts"

type Ring = KeyRing["Service"]

const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count))

const sealed = (keyRing: Ring, text: Text, place: TextPlace): Promise<SealedText> =>
  Effect.runPromise(sealText({ keyRing, randomBytes }, text, place))

const opened = (
  keyRing: Ring | undefined,
  box: SealedText,
  place: TextPlace,
  erased: ReadonlyArray<string> = []
): Promise<OpenedText> => Effect.runPromise(openText({ keyRing, erased: new Set(erased) }, box, place))

const keyOn =
  (ring: Ring) =>
  (person: string): Uint8Array => {
    const found = Effect.runSync(ring.find(person))
    if (found._tag !== "Key") throw new Error(`${person} has no key`)
    return found.key
  }

const opensForOthers = (box: SealedText, place: TextPlace, ring: Ring): boolean => {
  try {
    openedByOthers(box, place, keyOn(ring))
    return true
  } catch {
    return false
  }
}

const anyTextAboutSomebody = (): fc.Arbitrary<Text> =>
  fc.record({
    about: fc.array(anyPersonRef(), { minLength: 1, maxLength: 4 }),
    text: fc.oneof(
      anyWords(2_000),
      anyText().map(({ text }) => text)
    )
  })

const anyPlace = (): fc.Arbitrary<TextPlace> =>
  fc.record({
    eventId: anyEventId(),
    path: fc.array(fc.oneof(fc.constantFrom("reason", "judgement", "setAside", "note"), fc.nat({ max: 9 })), {
      minLength: 1,
      maxLength: 3
    })
  })

describe("a sealed text", () => {
  it("is opened where it stands, and is opened alike by other people's code, under one key and under those of several", async () => {
    const met = new Coverage("whom boxes are about", ["one person", "several", "somebody twice"])
    const named = fc.tuple(anyTextAboutSomebody(), fc.nat({ max: 2 })).map(
      // Now and then somebody is named a second time, which takes no second key.
      ([{ about, text }, twice]) => ({ about: twice === 0 ? [...about, about[0]!] : about, text })
    )
    await met.assert(
      10,
      fc.asyncProperty(named, anyPlace(), async (text, place) => {
        const ring = makeMemoryKeyRing()
        const box = await sealed(ring, text, place)
        expect(Schema.is(SealedText)(box)).toBe(true)
        expect(await opened(ring, box, place)).toEqual(text)
        expect(openedByOthers(box, place, keyOn(ring))).toBe(text.text)
        const people = new Set(text.about).size
        met.count(people === 1 ? "one person" : "several")
        if (people < text.about.length) met.count("somebody twice")
      }),
      { numRuns: 200 }
    )
  })

  it("is another box each time, under one key a person however often it is needed", async () => {
    const ring = makeMemoryKeyRing()
    const place = { eventId: "00000000-0000-8000-8000-000000000001", path: ["reason"] }
    const text = { about: ["p-somebody1", "p-somebody2", "p-somebody1"], text: "Once said." }
    const boxes = await Promise.all(Array.from({ length: 20 }, () => sealed(ring, text, place)))
    expect(new Set(boxes.map(({ iv }) => iv)).size).toBe(20)
    expect(new Set(boxes.map(({ ct }) => ct)).size).toBe(20)
    expect(Effect.runSync(ring.people).length).toBe(2)
    const turned = { ...boxes[0]!, about: ["p-somebody2", "p-somebody1"] }
    expect(wordsOf(await opened(ring, turned, place))).toBe("Once said.")
  })

  it("takes the key of everybody it is about: with one of them forgotten it is erased", async () => {
    await fc.assert(
      fc.asyncProperty(anyTextAboutSomebody(), anyPlace(), fc.nat(), async (text, place, which) => {
        const ring = makeMemoryKeyRing()
        const box = await sealed(ring, text, place)
        Effect.runSync(ring.forget(text.about[which % text.about.length]!))
        expect(await opened(ring, box, place)).toMatchObject({ about: text.about, withheld: "erased" })
      }),
      { numRuns: 50 }
    )
  })

  it("is erased for a ring restored from before the erasure, where the events say who was", async () => {
    const ring = makeMemoryKeyRing()
    const place = { eventId: "00000000-0000-8000-8000-000000000001", path: ["reason"] }
    const box = await sealed(ring, { about: ["p-somebody1", "p-somebody2"], text: "Said." }, place)
    expect(wordsOf(await opened(ring, box, place, ["p-somebody2"]))).toBe("[erased]")
    expect(wordsOf(await opened(ring, box, place, ["p-somebody3"]))).toBe("Said.")
  })

  it("stays sealed without a ring, without a key, and with a ring that cannot be read, and says why", async () => {
    const ring = makeMemoryKeyRing()
    const place = { eventId: "00000000-0000-8000-8000-000000000001", path: ["reason"] }
    const person = "p-somebody1"
    const box = await sealed(ring, { about: [person], text: "Said." }, place)
    const failing = (failure: KeyUnreadable | KeyRingUnavailable): Ring => ({
      ...ring,
      find: () => Effect.fail(failure)
    })
    const wrapped = new KeyUnreadable({
      keyRing: "k",
      person,
      reason: "it is wrapped under another master key"
    })
    const locked = new KeyRingUnavailable({ keyRing: "k", reason: "it is locked", retryable: true })
    for (const [keyRing, why] of [
      [undefined, "there is no key ring here"],
      [makeMemoryKeyRing(), `there is no key of ${person} here`],
      [failing(wrapped), wrapped.message],
      [failing(locked), locked.message]
    ] as const) {
      const withheld = await opened(keyRing, box, place)
      expect(withheld).toEqual({ about: [person], withheld: "sealed", why })
      expect(wordsOf(withheld)).toBe("[sealed]")
    }
  })

  it("cannot be sealed about somebody who was erased, and no key of anybody is lost by that", async () => {
    const ring = makeMemoryKeyRing()
    const place = { eventId: "00000000-0000-8000-8000-000000000001", path: ["reason"] }
    Effect.runSync(ring.forget("p-somebody2"))
    const sealing = sealText({ keyRing: ring, randomBytes }, { about: ["p-somebody2"], text: "Said." }, place)
    const refused = await Effect.runPromise(Effect.flip(sealing))
    expect(refused).toMatchObject({ _tag: "KeyForgotten", person: "p-somebody2" })
    expect(refused.message).not.toContain("Said.")
  })
})

describe("a box that somebody changed", () => {
  type Change = (box: SealedText, other: SealedText, at: number) => SealedText

  const flipped = (base64: string, at: number): string => {
    const bytes = fromBase64(base64)
    const place = Math.floor(at / 8) % bytes.length
    bytes[place] = bytes[place]! ^ (1 << (at % 8))
    return toBase64(bytes)
  }
  const cut = (base64: string, at: number): string => {
    const bytes = fromBase64(base64)
    return toBase64(bytes.slice(0, 16 + (at % (bytes.length - 16))))
  }

  const changes: Readonly<Record<string, Change>> = {
    "a bit of the ciphertext or tag": (box, _, at) => ({ ...box, ct: flipped(box.ct, at) }),
    "a bit of the beginning": (box, _, at) => ({ ...box, iv: flipped(box.iv, at) }),
    "cut short": (box, _, at) => ({ ...box, ct: cut(box.ct, at) }),
    lengthened: (box) => ({ ...box, ct: toBase64(Uint8Array.from([...fromBase64(box.ct), 0])) }),
    "with another's beginning": (box, { iv }) => ({ ...box, iv }),
    "with another's ciphertext": (box, { ct }) => ({ ...box, ct }),
    "about somebody else": (box, { about }) => ({ ...box, about }),
    "about somebody more": (box, { about }) => ({ ...box, about: [...box.about, ...about] }),
    "another box, put in its place": (_, other) => other
  }

  it("reads [sealed], whatever was done to it, and nobody else's words", async () => {
    const met = new Coverage("changed boxes", Object.keys(changes))
    await met.assert(
      1,
      fc.asyncProperty(
        anyTextAboutSomebody(),
        anyTextAboutSomebody(),
        anyPlace(),
        anyPlace(),
        fc.constantFrom(...Object.keys(changes)),
        fc.nat(),
        async (text, otherText, place, otherPlace, kind, at) => {
          const ring = makeMemoryKeyRing()
          const box = await sealed(ring, text, place)
          // About people of its own, somewhere else.
          const other = await sealed(
            ring,
            { ...otherText, about: otherText.about.map((person) => `${person.slice(0, 30)}zz`) },
            JSON.stringify(place) === JSON.stringify(otherPlace) ? { ...place, path: ["else"] } : otherPlace
          )
          const changed = changes[kind]!(box, other, at)
          const found = await opened(ring, changed, place)
          expect(found).toMatchObject({ withheld: "sealed" })
          expect(opensForOthers(changed, place, ring)).toBe(false)
          met.count(kind)
        }
      ),
      { numRuns: 150 }
    )
  })

  it("reads [sealed] in every other place: another event, another path", async () => {
    await fc.assert(
      fc.asyncProperty(anyTextAboutSomebody(), anyPlace(), anyPlace(), async (text, place, elsewhere) => {
        const ring = makeMemoryKeyRing()
        const box = await sealed(ring, text, place)
        const places: ReadonlyArray<TextPlace> = [
          { ...place, eventId: elsewhere.eventId === place.eventId ? anotherId : elsewhere.eventId },
          { ...place, path: [...place.path, "text"] },
          { ...place, path: place.path.slice(1) },
          // A place of a list is no name.
          { ...place, path: place.path.map((key) => (typeof key === "number" ? String(key) : 0)) }
        ]
        for (const moved of places) {
          expect(await opened(ring, box, moved)).toMatchObject({ withheld: "sealed" })
        }
      }),
      { numRuns: 60 }
    )
  })

  it("reads [sealed] under other keys of the same people", async () => {
    await fc.assert(
      fc.asyncProperty(anyTextAboutSomebody(), anyPlace(), async (text, place) => {
        const [ring, another] = [makeMemoryKeyRing(), makeMemoryKeyRing()]
        const box = await sealed(ring, text, place)
        await sealed(another, text, place)
        expect(await opened(another, box, place)).toMatchObject({ withheld: "sealed" })
      }),
      { numRuns: 40 }
    )
  })
})

const anotherId: EventId = "00000000-0000-8000-8000-00000000ffff"
