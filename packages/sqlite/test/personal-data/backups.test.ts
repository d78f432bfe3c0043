// Backups have a life, which is shorter than an erasure may take; and what is restored is without those erased since.
import { Coverage } from "@lcqm/testing/arbitraries"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import fc from "fast-check"
import { copyFileSync, statSync } from "node:fs"
import { describe, expect, it } from "vitest"
import {
  backUpKeyRing,
  backUpPeopleRegister,
  longestBackupDays,
  restoreKeyRing,
  restorePeopleRegister
} from "../../src/index.ts"
import { newPath } from "../places.ts"
import { bytesAround, keyOf, master, ringRefused, withPeople, withRing, wrappedIn } from "./kept.ts"

const masterKey = master()
const people = ["p-ada00001", "p-ben00001", "p-cleo0001"]

const ringOfThree = async (): Promise<string> => {
  const path = newPath()
  await withRing(path, { masterKey }, (ring) =>
    Effect.forEach(people, (each, n) => ring.obtain(each, () => keyOf(n)))
  )
  return path
}

const registerOfThree = async (): Promise<string> => {
  const path = newPath()
  await withPeople(path, (register) =>
    Effect.forEach(people, (each, n) => register.enter(each, { name: `Marker-${n}-Quill` }))
  )
  return path
}

/** Runs on a clock of its own, which begins at 1970-01-01T00:00:00.000Z. */
const onClock = <A, E>(effect: Effect.Effect<A, E>): Promise<A> =>
  Effect.runPromise(Effect.provide(effect, TestClock.layer()))

describe("a backup of a key ring", () => {
  it("tells until when it may be restored, and is restored until then and no later", async () => {
    const path = await ringOfThree()
    const met = new Coverage("restorings", ["in time", "late"])
    await met.assert(
      1,
      fc.asyncProperty(
        fc.integer({ min: 1, max: longestBackupDays }),
        fc.integer({ min: 0, max: 60 }),
        async (days, later) => {
          const [backup, to] = [newPath(), newPath()]
          const restored = await onClock(
            Effect.gen(function* () {
              const taken = yield* backUpKeyRing(path, backup, { days })
              const until = new Date(days * 86_400_000).toISOString()
              expect(taken).toEqual({ takenAt: "1970-01-01T00:00:00.000Z", usableUntil: until })
              yield* TestClock.adjust(`${later} days`)
              return yield* Effect.exit(restoreKeyRing({ backup, to, masterKey, erased: [] }))
            })
          )
          const inTime = later <= days
          met.count(inTime ? "in time" : "late")
          expect(restored._tag).toBe(inTime ? "Success" : "Failure")
          expect(statSync(to, { throwIfNoEntry: false }) !== undefined).toBe(inTime)
          if (!inTime) expect(JSON.stringify(restored)).toContain("was to be destroyed by")
        }
      ),
      {
        numRuns: 12,
        examples: [
          [3, 3],
          [3, 4]
        ]
      }
    )
  })

  it("is its owner's alone, is no ring to work on, and gives the same keys when it is restored", async () => {
    const [path, backup, to] = [await ringOfThree(), newPath(), newPath()]
    await Effect.runPromise(backUpKeyRing(path, backup))
    expect(statSync(backup).mode & 0o777).toBe(0o600)
    expect(await ringRefused(backup, masterKey)).toMatchObject({
      reason: expect.stringMatching(/^it is a backup, taken at .*; restore it/)
    })
    await Effect.runPromise(restoreKeyRing({ backup, to, masterKey, erased: [] }))
    const found = await withRing(to, { masterKey }, (ring) =>
      Effect.forEach(people, (each) => ring.find(each))
    )
    expect(found).toEqual(people.map((_, n) => ({ _tag: "Key", key: keyOf(n) })))
  })

  it("comes back without those erased since, not even in bytes", async () => {
    const [path, backup, to] = [await ringOfThree(), newPath(), newPath()]
    await Effect.runPromise(backUpKeyRing(path, backup))
    const wrapped = wrappedIn(path).get("p-ben00001") ?? Buffer.from("none")
    expect(bytesAround(backup).includes(wrapped)).toBe(true)
    await Effect.runPromise(restoreKeyRing({ backup, to, masterKey, erased: ["p-ben00001", "p-dora0001"] }))
    expect(bytesAround(to).includes(wrapped)).toBe(false)
    const all = await withRing(to, { masterKey }, (ring) => ring.people)
    expect(all.filter(({ forgotten }) => forgotten).map(({ person }) => person)).toEqual([
      "p-ben00001",
      "p-dora0001"
    ])
  })

  it.each([
    ["a ring in use", async () => ringOfThree(), "no backup of one"],
    ["a people register", async () => registerOfThree(), "it is a people register, and no key ring"],
    ["nothing", async () => newPath(), "there is no such file"]
  ])("is not made of %s", async (_, make, why) => {
    const [backup, to] = [await make(), newPath()]
    const failed = await Effect.runPromise(Effect.flip(restoreKeyRing({ backup, to, masterKey, erased: [] })))
    expect(failed.reason).toContain(why)
    expect(statSync(to, { throwIfNoEntry: false })).toBeUndefined()
  })

  it("asks for the master key it was made under, and leaves alone what is there already", async () => {
    const [path, backup, other] = [await ringOfThree(), newPath(), await ringOfThree()]
    await Effect.runPromise(backUpKeyRing(path, backup))
    const lost = restoreKeyRing({ backup, to: newPath(), masterKey: master(), erased: [] })
    expect((await Effect.runPromise(Effect.flip(lost))).reason).toContain(
      `under the master key ${masterKey.id}`
    )
    const before = bytesAround(other)
    for (const attempt of [
      restoreKeyRing({ backup, to: other, masterKey, erased: [] }),
      backUpKeyRing(path, other)
    ]) {
      const failed = await Effect.runPromise(Effect.flip(Effect.asVoid(attempt)))
      expect(failed.reason).toContain("there is something at")
    }
    expect(bytesAround(other).equals(before)).toBe(true)
  })

  it("copied by hand and not by this is a ring like any other: no date can be told of it", async () => {
    const [path, copy] = [await ringOfThree(), newPath()]
    copyFileSync(path, copy)
    const failed = restoreKeyRing({ backup: copy, to: newPath(), masterKey, erased: [] })
    expect((await Effect.runPromise(Effect.flip(failed))).reason).toContain("no backup of one")
  })
})

describe("a backup of a people register", () => {
  it("comes back without those erased since, not even in bytes, and nobody enters them again", async () => {
    const [path, backup, to] = [await registerOfThree(), newPath(), newPath()]
    await Effect.runPromise(backUpPeopleRegister(path, backup))
    expect(bytesAround(backup).includes("Marker-1-Quill")).toBe(true)
    await Effect.runPromise(restorePeopleRegister({ backup, to, erased: ["p-ben00001"] }))
    expect(bytesAround(to).includes("Marker-1-Quill")).toBe(false)
    const [everyone, refused] = await withPeople(to, (register) =>
      Effect.all([register.everyone, Effect.flip(register.enter("p-ben00001", { name: "Ben Sample" }))])
    )
    expect(everyone.map(({ person }) => person)).toEqual(["p-ada00001", "p-cleo0001"])
    expect(refused).toMatchObject({ _tag: "PersonRemoved" })
  })
})
