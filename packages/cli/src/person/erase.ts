// `lcqm person erase PERSON --request REFERENCE`: it is recorded that somebody was erased, their key is forgotten and
// their entry removed. Cut off at any point it is given again and goes on; given again when done it changes nothing.
import {
  type KeyRing,
  type KeyRingUnavailable,
  type LcqmCommand,
  type LcqmOperations,
  PersonRef,
  RequestReference
} from "@lcqm/core"
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
  lostMasterKeyFlag,
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
import { type KeySeen, sealedTextsAbout, uncheckedOf } from "./unchecked.ts"

const decodeFlags = flagsOf("lcqm person erase", {
  ...storeFlag,
  ...actingFlags,
  ...peopleFlag,
  ...keysFlags,
  ...lostMasterKeyFlag,
  person: PersonRef,
  request: RequestReference,
  json: Json
})

const keyWas: Readonly<Record<KeySeen, WasThere>> = {
  Key: "now",
  Unreadable: "now",
  Forgotten: "before",
  NoKey: "never"
}

// Forgetting takes no reading: a key that was damaged is forgotten as any other.
const lookedFor = (ring: KeyRing["Service"], person: PersonRef): Effect.Effect<KeySeen, KeyRingUnavailable> =>
  ring.find(person).pipe(
    Effect.map(({ _tag }): KeySeen => _tag),
    Effect.catchTag("KeyUnreadable", () => Effect.succeed<KeySeen>("Unreadable"))
  )

/** Erases somebody. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { json, people, person, request, store } = flags
  const actor = yield* actorOf(flags)
  const register = yield* peopleGiven(people)
  yield* keysGiven(flags.keys)
  // Both are looked at before anything is recorded: what cannot be opened is told while nothing has changed.
  const entry = yield* overPeople(register, "existing", (open) => open.find(person))
  const key = yield* overKeys(given, flags, (open) => lookedFor(open, person))
  const command: LcqmCommand = {
    type: "ErasePerson",
    id: crypto.randomUUID(),
    actor,
    occurredOn: yield* today,
    data: { person, request }
  }
  const erasing = (lcqm: LcqmOperations) =>
    Effect.gen(function* () {
      const accepted = yield* lcqm.execute(command)
      return { ...accepted, sealedTexts: key === "NoKey" ? yield* sealedTextsAbout(lcqm, person) : 0 }
    })
  const beside = {
    ...(yield* keyRingGiven(given, flags)),
    people: sqlitePeopleRegister(register, { existing: true })
  }
  const { events, sealedTexts, stream } = yield* overLcqm(
    storeGiven(given, store),
    "writing",
    erasing,
    beside
  )
  const erased: Erased = {
    person,
    request,
    stream,
    recorded: events.length === 0 ? "before" : "now",
    key: keyWas[key],
    entry: entry === undefined ? "never" : "now",
    unchecked: uncheckedOf({ key, masterKeyLost: flags.lostMasterKey === true, sealedTexts }),
    toPurge
  }
  yield* Effect.promise(() => streams.out(json === true ? jsonLine(erased) : erasedText(erased)))
  return exitCodes.ok
})
