// A store whose texts are sealed takes no text about people from an Lcqm without its key ring: what is stored plain is
// plain for ever. A text about nobody, a command without one, and a store without a sealed text are as before.
import { makeMemoryKeyRing } from "@lcqm/memory"
import { anyCommandSequence, inhabitants, Coverage } from "@lcqm/testing/arbitraries"
import { Effect, Layer, Result, Stream } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type CommandAccepted,
  EventStore,
  isSealed,
  type LcqmCommand,
  type LoopOptions,
  openLcqm,
  textsOf,
  valueOf
} from "../../src/index.ts"
import { bring, describing, of, outcomeOf, stream, today } from "../deciding/a-school.ts"
import { codec, emptyStore, eventsOf, type Store } from "../properties/lcqm-over.ts"
import { lcqmWith } from "./lcqm-with.ts"

type Answered = Result.Result<CommandAccepted, unknown>

const run = Effect.runPromise
const options: LoopOptions = { now: () => today }
const [champion, other] = inhabitants.champions

const saying = (about: ReadonlyArray<string>, id: string): LcqmCommand => ({
  ...describing(id),
  type: "DescribeSetting",
  data: { ...of, setting: { about, text: "Something about somebody." } }
})

const world = async (sealed: boolean) => {
  const store = emptyStore()
  const keyRing = makeMemoryKeyRing()
  const lcqm = lcqmWith(store, sealed ? { keyRing } : {}, options)
  await run(bring(lcqm, "visit arranged"))
  await run(lcqm.execute(saying([champion], "first")))
  return { store, keyRing, lcqm }
}

/** A store that counts how often it is read from end to end. */
const counting = (store: Store): { readonly store: Store; readonly reads: () => number } => {
  let reads = 0
  const readAll: Store["readAll"] = (range) => {
    const all = store.readAll(range)
    return range?.direction === "backward" ? Stream.tap(all, () => Effect.sync(() => (reads += 1))) : all
  }
  return { store: { ...store, readAll }, reads: () => reads }
}

describe("a store of sealed texts without its key ring", () => {
  it("takes no text about people: it is said what was missing, of whom the text is, and nothing of it", async () => {
    const { store } = await world(true)
    const before = eventsOf(store)
    const without = lcqmWith(store, {}, options)
    const refused = await run(Effect.flip(without.execute(saying([other, champion, other], "plain"))))
    expect(refused).toMatchObject({
      _tag: "TextWouldStayPlain",
      store: "memory:",
      people: [champion, other].toSorted()
    })
    expect(refused.message).toContain("without its key ring")
    expect(refused.message).not.toContain("Something")
    expect(eventsOf(store)).toEqual(before)
  })

  it("takes commands without a text, and texts about nobody", async () => {
    const { store } = await world(true)
    const without = lcqmWith(store, {}, options)
    for (const command of [saying([], "nobody"), describing("plainly")]) {
      expect(outcomeOf(await run(Effect.result(without.execute(command))))).toBe("accepted")
    }
  })

  it("answers a command that was recorded before, as ever", async () => {
    const { store } = await world(true)
    const again = await run(lcqmWith(store, {}, options).execute(saying([champion], "first")))
    expect(again).toMatchObject({ repeated: true })
  })

  it("takes the text where the key ring comes back, and where whoever opens it wants it plain", async () => {
    const { keyRing, store } = await world(true)
    await run(lcqmWith(store, { keyRing }, options).execute(saying([champion], "sealed")))
    const plain = lcqmWith(store, {}, { ...options, leaveTextsPlain: true })
    await run(plain.execute(saying([champion], "plain")))
    const kept = eventsOf(store)
      .slice(-2)
      .flatMap((event) => textsOf(codec.catalogue, event).map(({ text }) => isSealed(text)))
    expect(kept).toEqual([true, false])
    // With a key ring there is nothing to leave plain.
    const both = lcqmWith(store, { keyRing }, { ...options, leaveTextsPlain: true })
    await run(both.execute(saying([champion], "both")))
    expect(eventsOf(store).at(-1)?.data).toMatchObject({ setting: { iv: expect.any(String) } })
  })

  it("notices that somebody else began to seal since it was opened", async () => {
    const { keyRing, store } = await world(false)
    const without = lcqmWith(store, {}, options)
    expect(outcomeOf(await run(Effect.result(without.execute(saying([champion], "1")))))).toBe("accepted")
    await run(lcqmWith(store, { keyRing }, options).execute(saying([champion], "2")))
    expect(outcomeOf(await run(Effect.result(without.execute(saying([champion], "3")))))).toBe(
      "TextWouldStayPlain"
    )
  })

  it("looks at the newest thousand events that may hold a text, and at no older ones", async () => {
    const { store } = await world(true)
    const plain = lcqmWith(store, {}, { ...options, leaveTextsPlain: true })
    const plainly = (nth: number) => {
      const { data, ...command } = saying([champion], `plain-${nth}`)
      return { ...command, data: { ...data, setting: { about: [champion], text: `Words ${nth}.` } } }
    }
    const asked = async (id: string) =>
      outcomeOf(await run(Effect.result(lcqmWith(store, {}, options).execute(saying([champion], id)))))
    for (let nth = 1; nth <= 999; nth += 1) await run(plain.execute(plainly(nth) as LcqmCommand))
    expect(await asked("near")).toBe("TextWouldStayPlain")
    await run(plain.execute(plainly(1_000) as LcqmCommand))
    expect(await asked("far")).toBe("accepted")
  })

  it("is told so by openLcqm too", async () => {
    const { store } = await world(true)
    const layer = Layer.succeed(EventStore, store)
    const lcqm = openLcqm({ store: layer, ...options })
    const refused = await lcqm.execute(saying([champion], "plain"))
    expect(refused.ok ? "accepted" : refused.failure._tag).toBe("TextWouldStayPlain")
    const plain = openLcqm({ store: layer, ...options, leaveTextsPlain: true })
    expect(valueOf(await plain.execute(saying([champion], "plain"))).stream).toBe(stream)
  })
})

/** Whether a command has a text about somebody. */
const namesSomebody = ({ data }: { readonly data: unknown }): boolean =>
  /"about":\["/.test(JSON.stringify(data))

describe("a store without a sealed text", () => {
  it("takes every text, and its newest events are looked at for it once: afterwards only what is new", async () => {
    const { store } = await world(false)
    const counted = counting(store)
    const lcqm = lcqmWith(counted.store, {}, options)
    await run(lcqm.execute(saying([champion], "1")))
    const first = counted.reads()
    expect(first).toBeGreaterThan(0)
    await run(lcqm.execute(saying([champion], "2")))
    expect(counted.reads()).toBe(first + 1)
    await run(
      lcqmWith(counted.store, {}, { ...options, leaveTextsPlain: true }).execute(saying([champion], "3"))
    )
    expect(counted.reads()).toBe(first + 1)
  })

  it("refuses of any history exactly the texts about people, once a text is sealed", async () => {
    const met = new Coverage("commands without the key ring", ["accepted", "refused"])
    await met.assert(
      1,
      fc.asyncProperty(anyCommandSequence({ fewestMoves: 6 }), fc.nat(), async ({ steps }, cut) => {
        let now = 0
        const clock = { now: () => now }
        const store = emptyStore()
        const sealing = lcqmWith(store, { keyRing: makeMemoryKeyRing() }, clock)
        const without = lcqmWith(store, {}, clock)
        const model = lcqmWith(emptyStore(), {}, clock)
        const about = (answer: Answered) =>
          Result.isSuccess(answer) &&
          !answer.success.repeated &&
          answer.success.events.some((event) =>
            textsOf(codec.catalogue, event).some(({ text }) => text.about.length > 0)
          )
        let isSealed = false
        for (const [n, { at, command }] of steps.entries()) {
          now = at
          const expected = await run(Effect.result(model.execute(command)))
          if (n < cut % steps.length) {
            isSealed = about(await run(Effect.result(sealing.execute(command)))) || isSealed
            continue
          }
          const got = outcomeOf(await run(Effect.result(without.execute(command))))
          // Only the append finds out that a command of another stream has its id, and the texts come before that.
          const unread = outcomeOf(expected) === "CommandIdReused" && got === "TextWouldStayPlain"
          const refused = isSealed && (about(expected) || (unread && namesSomebody(command)))
          expect(got).toBe(refused ? "TextWouldStayPlain" : outcomeOf(expected))
          met.count(refused ? "refused" : "accepted")
          // From here on the two histories are not the same.
          if (refused) return
        }
      }),
      { numRuns: 60 }
    )
  })
})
