// What is forgotten is gone: not only from the tables, but from every byte of the file and of those beside it.
import { Coverage } from "@lcqm/testing/arbitraries"
import { Effect } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { raw } from "../opened.ts"
import { newPath } from "../places.ts"
import { bytesAround, keyOf, master, withPeople, withRing, wrappedIn } from "./kept.ts"

const masterKey = master()

// Pseudonyms in no order, enough of them for the file to have many pages, which are split and joined.
const person = fc.string({
  unit: fc.constantFrom(...Array.from("abcdefghijklmnopqrstuvwxyz0123456789")),
  minLength: 8,
  maxLength: 20
})
const people = fc.uniqueArray(
  person.map((name) => `p-${name}`),
  { minLength: 90, maxLength: 100, size: "max" }
)

describe("a key that is forgotten", () => {
  it("is in no byte of the file nor of those beside it, and every other key opens, whoever is forgotten and in whichever order", async () => {
    const met = new Coverage("keys", ["forgotten"])
    await met.assert(
      21,
      fc.asyncProperty(people, fc.infiniteStream(fc.boolean()), async (everyone, choices) => {
        const path = newPath()
        const gone = everyone.filter(() => choices.next().value === true).slice(0, 25)
        await withRing(path, { masterKey }, (ring) =>
          Effect.gen(function* () {
            for (const [n, each] of everyone.entries()) yield* ring.obtain(each, () => keyOf(n))
            const wrapped = wrappedIn(path)
            const before = bytesAround(path)
            for (const each of everyone) expect(before.includes(wrapped.get(each) ?? "none")).toBe(true)
            for (const each of gone) yield* ring.forget(each)
            // While the ring is open: nothing is left to a later clean-up.
            const after = bytesAround(path)
            for (const [n, each] of everyone.entries()) {
              const isGone = gone.includes(each)
              expect(after.includes(wrapped.get(each) ?? "none")).toBe(!isGone)
              const found = isGone ? { _tag: "Forgotten" } : { _tag: "Key", key: keyOf(n) }
              expect(yield* ring.find(each)).toEqual(found)
            }
          })
        )
        met.count("forgotten", gone.length)
      }),
      { numRuns: 2 }
    )
  })

  it("is cleaned out of the file when it is next opened, where a crash came between", async () => {
    const path = newPath()
    await withRing(path, { masterKey }, (ring) =>
      Effect.forEach(["p-ada00001", "p-ben00001"], (each, n) => ring.obtain(each, () => keyOf(n)))
    )
    const wrapped = wrappedIn(path).get("p-ada00001") ?? Buffer.from("none")
    // What is committed before the file is written anew, by a SQLite that leaves deleted bytes where they are.
    const theirs = raw(path)
    theirs.exec("PRAGMA secure_delete = OFF")
    theirs.exec("BEGIN; DELETE FROM keys WHERE person = 'p-ada00001'")
    theirs.exec("INSERT INTO forgotten VALUES ('p-ada00001'); UPDATE apart SET rewriting_due = 1; COMMIT")
    theirs.close()
    expect(bytesAround(path).includes(wrapped)).toBe(true)
    const found = await withRing(path, { masterKey }, (ring) => ring.find("p-ben00001"))
    expect(found).toEqual({ _tag: "Key", key: keyOf(1) })
    expect(bytesAround(path).includes(wrapped)).toBe(false)
  })
})

describe("whoever is removed from the people register", () => {
  it("is in no byte of the file nor of those beside it, nor is what their entry said before", async () => {
    const path = newPath()
    const marked = (n: number) => ({
      name: `Marker-${n}-Quill`,
      address: `${n} Marker-Street\n${"x".repeat(n)}`
    })
    await withPeople(path, (register) =>
      Effect.gen(function* () {
        for (let n = 0; n < 60; n += 1) yield* register.enter(`p-person${n % 40}`, marked(n))
        const entered = bytesAround(path)
        for (let n = 0; n < 60; n += 1) expect(entered.includes(`Marker-${n}-Quill`)).toBe(n >= 20)
        for (let n = 0; n < 20; n += 1) yield* register.remove(`p-person${n}`)
        const left = bytesAround(path)
        for (let n = 0; n < 60; n += 1) {
          expect([n, left.includes(`Marker-${n}-Quill`), left.includes(`"${n} Marker-Street`)]).toEqual([
            n,
            n >= 20 && n < 40,
            n >= 20 && n < 40
          ])
        }
      })
    )
  })
})
