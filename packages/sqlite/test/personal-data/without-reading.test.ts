// A ring whose master key is lost: nobody reads a key on it any more, and people are forgotten all the same.
import type { KeyRing } from "@lcqm/core"
import { Effect } from "effect"
import { chmodSync, statSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { openKeyRingWithoutMasterKey } from "../../src/index.ts"
import { written } from "../opened.ts"
import { newPath } from "../places.ts"
import { bytesAround, keyOf, master, withRing, wrappedIn } from "./kept.ts"

const masterKey = master()
const everybody = Array.from({ length: 30 }, (_, n) => `p-person${n}`)

const ring = async (): Promise<string> => {
  const path = newPath()
  await withRing(path, { masterKey }, (made) =>
    Effect.forEach(everybody, (each, n) => made.obtain(each, () => keyOf(n)))
  )
  return path
}

const without = <A, E>(path: string, use: (ring: KeyRing["Service"]) => Effect.Effect<A, E>): Promise<A> =>
  Effect.runPromise(Effect.scoped(Effect.flatMap(openKeyRingWithoutMasterKey(path), use)))

const fresh = (): Uint8Array => {
  throw new Error("a key was to be made")
}

describe("a key ring without its master key", () => {
  it("forgets whoever is to be forgotten: in no byte of the file are they left, and everybody else is as they were", async () => {
    const path = await ring()
    const before = wrappedIn(path)
    const gone = everybody.filter((_, n) => n % 3 === 0)
    await without(path, (lost) =>
      Effect.gen(function* () {
        for (const each of gone) expect(yield* lost.forget(each)).toBe(true)
        // While it is open: nothing is left to a later clean-up.
        const after = bytesAround(path)
        for (const [each, wrapped] of before) {
          expect([each, after.includes(wrapped)]).toEqual([each, !gone.includes(each)])
        }
        for (const each of gone) expect(yield* lost.forget(each)).toBe(false)
        expect(yield* lost.forget("p-nobody01")).toBe(false)
      })
    )
    // The master key is found again.
    await withRing(path, { masterKey }, (found) =>
      Effect.gen(function* () {
        for (const [n, each] of everybody.entries()) {
          const key = gone.includes(each) ? { _tag: "Forgotten" } : { _tag: "Key", key: keyOf(n) }
          expect(yield* found.find(each)).toEqual(key)
        }
        const again = Effect.flip(found.obtain("p-nobody01", fresh))
        expect(yield* again).toMatchObject({ _tag: "KeyForgotten" })
      })
    )
  })

  it("tells whom it knows of, and neither reads a key nor makes one", async () => {
    const path = await ring()
    await without(path, (lost) =>
      Effect.gen(function* () {
        yield* lost.forget("p-person1")
        expect(yield* lost.find("p-person1")).toEqual({ _tag: "Forgotten" })
        expect(yield* lost.find("p-nobody01")).toEqual({ _tag: "NoKey" })
        expect(yield* Effect.flip(lost.obtain("p-person1", fresh))).toMatchObject({ _tag: "KeyForgotten" })
        for (const failed of [
          yield* Effect.flip(lost.find("p-person2")),
          yield* Effect.flip(lost.obtain("p-person2", fresh)),
          yield* Effect.flip(lost.obtain("p-nobody01", fresh))
        ]) {
          expect(failed).toMatchObject({
            _tag: "KeyUnreadable",
            message: expect.stringContaining("the ring was opened without its master key")
          })
        }
        const people = yield* lost.people
        expect(people.map(({ person }) => person)).toEqual(everybody.toSorted())
        expect(people.filter(({ forgotten }) => forgotten).map(({ person }) => person)).toEqual(["p-person1"])
      })
    )
  })

  it("is refused where there is none, where others may read it, and where it is something else", async () => {
    const refused = (path: string) =>
      Effect.runPromise(Effect.flip(Effect.scoped(openKeyRingWithoutMasterKey(path))))
    const nowhere = newPath()
    expect(await refused(nowhere)).toMatchObject({ reason: "there is no such file" })
    expect(statSync(nowhere, { throwIfNoEntry: false })).toBeUndefined()
    const store = await written()
    const before = bytesAround(store)
    expect(await refused(store)).toMatchObject({ reason: expect.stringContaining("it is an event store") })
    expect(bytesAround(store).equals(before)).toBe(true)
    if (process.platform === "win32") return
    const open = await ring()
    chmodSync(open, 0o644)
    expect(await refused(open)).toMatchObject({ reason: expect.stringContaining("others may read it") })
  })
})
