// `lcqm person due --after MONTHS`: of whom nothing was recorded for so long that it is to be asked whether there is
// still a reason to keep them.
import { FullDate, type PersonDetails, type PersonRef } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { today } from "../command/give.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf, Json, wholeNumber } from "../given/flags.ts"
import { overPeople, peopleFlag, peopleGiven, ringFlag } from "../given/kept-apart.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overStore } from "../over-store.ts"
import { counted } from "../telling/counted.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { table } from "../telling/table.ts"
import { lastNamed } from "./held.ts"
import { keyStates, type KeyState } from "./key-state.ts"
import { monthsBefore } from "./months-before.ts"

const decodeFlags = flagsOf("lcqm person due", {
  ...storeFlag,
  ...peopleFlag,
  ...ringFlag,
  after: wholeNumber("months", 1, 1_200),
  on: Schema.optionalKey(FullDate),
  json: Json
})

interface DuePerson {
  readonly person: PersonRef
  readonly name: string | undefined
  /** When the last event about them was recorded; undefined where no event is about them. */
  readonly lastRecordedAt: string | undefined
  readonly events: number
  readonly key: KeyState
}

const nameOf = (details: PersonDetails | undefined): string | undefined => details?.name

/** Lists who is due. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { after, json, on, people, store, keys } = yield* decodeFlags(given)
  const file = yield* peopleGiven(people)
  const before = monthsBefore(on ?? (yield* today), after)
  const entries = yield* overPeople(file, "existing", (register) => register.everyone)
  const known = new Map(entries.map(({ details, person }) => [person, details]))
  const keyOf = yield* keyStates(keys)
  const last = yield* overStore(storeGiven(given, store), "reading", lastNamed)
  const everybody = [...new Set([...known.keys(), ...last.keys()])].toSorted()
  const due = everybody
    .map((person): DuePerson => {
      const { events = 0, lastRecordedAt } = last.get(person) ?? {}
      return { person, name: nameOf(known.get(person)), lastRecordedAt, events, key: keyOf(person) }
    })
    // Of whoever was erased a name or a key is kept no more, and there is nothing left to decide.
    .filter(({ key, name }) => name !== undefined || key === "kept")
    .filter(({ lastRecordedAt }) => lastRecordedAt === undefined || lastRecordedAt.slice(0, 10) < before)
  const text = (): string => {
    const heading = `${counted(due.length, "person", "people")} of whom nothing was recorded since ${before}\n`
    if (due.length === 0) return heading
    const columns = ["Person", "Name", "Last recorded", "Events", "Key"].map((title) => ({ title }))
    const rows = due.map(({ events, key, lastRecordedAt, name, person }) => [
      person,
      name ?? "not in the register",
      lastRecordedAt?.slice(0, 10) ?? "never",
      events,
      key
    ])
    return `${heading}\n${table(columns, rows)}`
  }
  const answer = { before, due }
  yield* Effect.promise(() => streams.out(json === true ? jsonLine(plain(answer)) : text()))
  return exitCodes.ok
})
