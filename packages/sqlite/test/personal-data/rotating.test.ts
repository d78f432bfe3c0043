// A new master key: all of the ring or none of it.
import { Effect } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { rotateMasterKey } from "../../src/index.ts"
import { byHand } from "../opened.ts"
import { newPath } from "../places.ts"
import { bytesAround, keyOf, master, ringRefused, withRing, wrappedIn } from "./kept.ts"

const everyone = Array.from({ length: 40 }, (_, n) => `p-person${n}`)

const ring = async (masterKey: ReturnType<typeof master>): Promise<string> => {
  const path = newPath()
  await withRing(path, { masterKey }, (made) =>
    Effect.gen(function* () {
      for (const [n, each] of everyone.entries()) yield* made.obtain(each, () => keyOf(n))
      yield* made.forget("p-person7")
    })
  )
  return path
}

describe("a rotated ring", () => {
  it("has the same keys under every further master key, and nothing of the one before", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3 }), async (times) => {
        let from = master()
        const path = await ring(from)
        for (let n = 0; n < times; n += 1) {
          const [to, before] = [master(), wrappedIn(path)]
          expect(await Effect.runPromise(rotateMasterKey(path, { from, to }))).toBe(39)
          // Cut off after that and begun again: there is nothing more to do.
          expect(await Effect.runPromise(rotateMasterKey(path, { from, to }))).toBe(0)
          const bytes = bytesAround(path)
          for (const wrapped of before.values()) expect(bytes.includes(wrapped)).toBe(false)
          expect(await ringRefused(path, from)).toMatchObject({ _tag: "KeyRingUnavailable" })
          from = to
        }
        await withRing(path, { masterKey: from }, (rotated) =>
          Effect.gen(function* () {
            for (const [n, each] of everyone.entries()) {
              const found = n === 7 ? { _tag: "Forgotten" } : { _tag: "Key", key: keyOf(n) }
              expect(yield* rotated.find(each)).toEqual(found)
            }
          })
        )
      }),
      { numRuns: 3 }
    )
  })

  it("is as it was where one of its keys cannot be read, and that one is named", async () => {
    const [from, to] = [master(), master()]
    const path = await ring(from)
    byHand(path, "UPDATE keys SET iv = zeroblob(12) WHERE person = 'p-person3'")
    const before = wrappedIn(path)
    const failed = await Effect.runPromise(Effect.flip(rotateMasterKey(path, { from, to })))
    expect(failed).toMatchObject({ _tag: "KeyUnreadable", person: "p-person3" })
    expect(wrappedIn(path)).toEqual(before)
    expect(await withRing(path, { masterKey: from }, (kept) => kept.find("p-person4"))).toMatchObject({
      _tag: "Key"
    })
  })

  it("asks for the master key there is", async () => {
    const [from, other, to] = [master(), master(), master()]
    const path = await ring(from)
    const before = bytesAround(path)
    const failed = await Effect.runPromise(Effect.flip(rotateMasterKey(path, { from: other, to })))
    expect(failed).toMatchObject({ _tag: "KeyRingUnavailable", reason: expect.stringContaining(from.id) })
    expect(bytesAround(path).equals(before)).toBe(true)
  })

  it("is used no more by whoever opened it before: what they would wrap nobody could read", async () => {
    const [from, to] = [master(), master()]
    const path = await ring(from)
    await withRing(path, { masterKey: from }, (old) =>
      Effect.gen(function* () {
        yield* rotateMasterKey(path, { from, to })
        expect(yield* Effect.flip(old.find("p-person1"))).toMatchObject({ _tag: "KeyRingUnavailable" })
        const obtained = old.obtain("p-somebody9", () => keyOf(0))
        expect(yield* Effect.flip(obtained)).toMatchObject({ _tag: "KeyRingUnavailable" })
      })
    )
    expect(await withRing(path, { masterKey: to }, (ringNow) => ringNow.find("p-somebody9"))).toEqual({
      _tag: "NoKey"
    })
  })
})
