// `lcqm person erase PERSON --request REFERENCE`: it is recorded that somebody was erased, their key is forgotten and
// their entry removed. Cut off at any point it is given again and goes on; given again when done it changes nothing.
import { type KeyFound, type LcqmCommand, type LcqmOperations, PersonRef, RequestReference } from "@lcqm/core"
import { sqlitePeopleRegister } from "@lcqm/sqlite"
import { Effect } from "effect"
import type { Run } from "../carry-out.ts"
import { today } from "../command/give.ts"
import { exitCodes } from "../exit-codes.ts"
import { actingFlags, actorOf } from "../given/acting.ts"
import { flagsOf, Json } from "../given/flags.ts"
import {
  keyRingGiven,
  keysFlags,
  keysGiven,
  overKeys,
  overPeople,
  peopleFlag,
  peopleGiven
} from "../given/kept-apart.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overLcqm } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { type Erased, erasedText, type WasThere } from "./erased-text.ts"
import { toPurge } from "./purge.ts"

const decodeFlags = flagsOf("lcqm person erase", {
  ...storeFlag,
  ...actingFlags,
  ...peopleFlag,
  ...keysFlags,
  person: PersonRef,
  request: RequestReference,
  json: Json
})

const keyWas: Readonly<Record<KeyFound["_tag"], WasThere>> = {
  Key: "now",
  Forgotten: "before",
  NoKey: "never"
}

/** Erases somebody. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { json, keys, masterKey, people, person, request, store, ...acting } = yield* decodeFlags(given)
  const actor = yield* actorOf(acting)
  const register = yield* peopleGiven(people)
  yield* keysGiven(keys)
  const ring = { keys, masterKey }
  // Both are looked at before anything is recorded: what cannot be opened is told while nothing has changed.
  const entry = yield* overPeople(register, "existing", (open) => open.find(person))
  const key = yield* overKeys(given, ring, (open) => open.find(person))
  const command: LcqmCommand = {
    type: "ErasePerson",
    id: crypto.randomUUID(),
    actor,
    occurredOn: yield* today,
    data: { person, request }
  }
  const execute = (lcqm: LcqmOperations) => lcqm.execute(command)
  const beside = {
    ...(yield* keyRingGiven(given, ring)),
    people: sqlitePeopleRegister(register, { existing: true })
  }
  const { events, stream } = yield* overLcqm(storeGiven(given, store), "writing", execute, beside)
  const erased: Erased = {
    person,
    request,
    stream,
    recorded: events.length === 0 ? "before" : "now",
    key: keyWas[key._tag],
    entry: entry === undefined ? "never" : "now",
    toPurge
  }
  yield* Effect.promise(() => streams.out(json === true ? jsonLine(erased) : erasedText(erased)))
  return exitCodes.ok
})
