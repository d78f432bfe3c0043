// Files damaged anywhere: cut short at any length, or with any part overwritten. Whatever is asked of one is answered
// as before the damage, or with a typed error that names the file, never with a defect. What looks whole and is not (a
// stream's end that is nowhere, an append refused for it) is found by a verification, which trusts nothing it reads.
import { exactly, type Recorded } from "@lcqm/core"
import { Cause, Effect, Exit, Predicate, Stream } from "effect"
import fc from "fast-check"
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from "node:fs"
import { isDeepStrictEqual } from "node:util"
import { describe, expect, it } from "vitest"
import { noted, testCodec } from "@lcqm/testing/store"
import { openSqliteStore, type SqliteStore } from "../src/index.ts"
import { byHand, withoutTriggers, withStore, written } from "./opened.ts"
import { newPath } from "./places.ts"

const events = 120

const whole = await written(events)
const bytes = readFileSync(whole)
const before: ReadonlyArray<Recorded> = await withStore(whole, (store) => Stream.runCollect(store.readAll()))

/** What a damaged file may be asked, each on a copy of its own; nothing where the answer does not tell of the events. */
const questions: Readonly<Record<string, (store: SqliteStore) => Effect.Effect<unknown, unknown>>> = {
  "a stream": (store) => Effect.map(store.readStream("a"), (slice) => slice.events),
  everything: (store) => Stream.runCollect(store.readAll()),
  "one type": (store) => Stream.runCollect(store.readAll({ filter: { types: ["Noted.v1"] } })),
  "where it ends": (store) =>
    Effect.map(store.head(), ({ revision }) => (revision === events - 1 ? before : revision)),
  "a verification": (store) =>
    Effect.map(store.verify, (verified) => (verified.events === events ? before : verified)),
  "an append": (store) => Effect.asVoid(store.append("a", exactly(events - 1), [noted(900, "a", events)])),
  "a backup": (store) => Effect.asVoid(store.backup(newPath()))
}

const seen = { answers: 0, found: 0, refusals: 0 }

const exitOf = (path: string, ask: (store: SqliteStore) => Effect.Effect<unknown, unknown>) =>
  Effect.runPromiseExit(Effect.scoped(Effect.flatMap(openSqliteStore(testCodec, path), ask)))

const expectRefusal = (path: string, cause: Cause.Cause<unknown>): void => {
  expect(Cause.hasDies(cause), Cause.pretty(cause)).toBe(false)
  const error: unknown = Cause.squash(cause)
  expect(error).toMatchObject({ _tag: expect.stringMatching(/^(?:CorruptEvent|StoreUnavailable)$/) })
  expect(error).toMatchObject({ store: `sqlite:${path}`, message: expect.stringContaining(path) })
}

// A stream whose name or end was overwritten is at another revision than its writer knows.
const isConflict = (cause: Cause.Cause<unknown>): boolean =>
  Predicate.isTagged(Cause.squash(cause), "WrongExpectedRevision")

const ask = async (damage: (path: string) => void, question: string): Promise<void> => {
  const path = newPath()
  copyFileSync(whole, path)
  damage(path)
  const exit = await exitOf(path, questions[question]!)
  const isTold = Exit.isFailure(exit) && !isConflict(exit.cause)
  if (isTold) {
    seen.refusals += 1
    return expectRefusal(path, exit.cause)
  }
  seen.answers += 1
  const isAsBefore =
    Exit.isSuccess(exit) && (exit.value === undefined || isDeepStrictEqual(exit.value, before))
  if (isAsBefore && question !== "a verification") return
  // What a read trusts without looking at hashes, a verification does not.
  const verified = await exitOf(path, (store) => store.verify)
  expect(isAsBefore || Exit.isFailure(verified), `${question}: another answer, and nothing found`).toBe(true)
  if (Exit.isFailure(verified)) {
    seen.found += 1
    expectRefusal(path, verified.cause)
  }
}

describe.each(Object.keys(questions))(
  "a damaged file, asked for %s, answers whole or names itself",
  (question) => {
    it("cut short at any length", async () => {
      const cuts = fc.oneof(
        fc.nat({ max: bytes.length - 1 }),
        fc.nat({ max: bytes.length / 4096 - 1 }).map((page) => page * 4096)
      )
      await fc.assert(
        fc.asyncProperty(cuts, (length) => ask((path) => truncateSync(path, Math.max(1, length)), question)),
        { numRuns: 12 }
      )
    })

    it("with any part of it overwritten", async () => {
      const parts = fc.record({
        from: fc.nat({ max: bytes.length - 1 }),
        length: fc.constantFrom(1, 16, 512, 4096),
        by: fc.constantFrom(0x00, 0x5a, 0xff)
      })
      await fc.assert(
        fc.asyncProperty(parts, ({ by, from, length }) =>
          ask(
            (path) =>
              writeFileSync(path, Buffer.from(bytes).fill(by, from, Math.min(bytes.length, from + length))),
            question
          )
        ),
        { numRuns: 25 }
      )
    })
  }
)

it("a type damaged into one that nobody knows is named as damage, however it is read", async () => {
  const path = newPath()
  copyFileSync(whole, path)
  byHand(
    path,
    `${withoutTriggers} UPDATE events SET bytes = replace(bytes, 'Noted.v1', 'Nated.v1') WHERE ordinal = 60`
  )
  for (const question of ["a stream", "everything", "one type", "a verification"]) {
    const exit = await exitOf(path, questions[question]!)
    expect(Exit.isFailure(exit) && Cause.squash(exit.cause), question).toMatchObject({ _tag: "CorruptEvent" })
  }
})

it("a page of streams overwritten with nothing, under which an append meets a conflict, is found by a verification", async () => {
  const emptied = (path: string) => writeFileSync(path, Buffer.from(bytes).fill(0, 8_193, 8_193 + 4_096))
  const [asked, reported] = [newPath(), newPath()]
  emptied(asked)
  emptied(reported)
  const exit = await exitOf(asked, questions["an append"]!)
  expect(Exit.isFailure(exit) && isConflict(exit.cause)).toBe(true)
  const verified = await exitOf(reported, (store) => store.verify)
  expect(Exit.isFailure(verified)).toBe(true)
  if (Exit.isFailure(verified)) expectRefusal(reported, verified.cause)
})

it("damage is met both ways: some is harmless, some is refused", () => {
  console.info(
    `damaged files: ${seen.refusals} refusals, ${seen.answers} answers, ${seen.found} found by verification only`
  )
  expect(seen.answers).toBeGreaterThan(5)
  expect(seen.refusals).toBeGreaterThan(50)
})

it("a trigger or index whose text was damaged is a typed refusal that names the file, not a defect", async () => {
  const path = newPath()
  const words = [...bytes.toString("latin1").matchAll(/NOT|RAISE|SELECT|WHERE|TRIGGER|INDEX/g)]
  let refused = 0
  for (const { index } of words) {
    writeFileSync(path, Buffer.from(bytes).fill(0xff, index, index + 1))
    const exit = await exitOf(path, questions["one type"]!)
    if (Exit.isSuccess(exit)) continue
    refused += 1
    expectRefusal(path, exit.cause)
  }
  expect(refused).toBeGreaterThan(5)
})
