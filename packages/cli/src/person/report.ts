// `lcqm person report PERSON`: what is held about somebody, and where.
import { PersonRef } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { actingFlags } from "../given/acting.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { keysFlags, overPeople, peopleFlag, peopleGiven } from "../given/kept-apart.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { openedText } from "../given/texts-opened.ts"
import { overStore } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { eventsAbout } from "./held.ts"
import { keyStates } from "./key-state.ts"
import { type PersonReport, reportText } from "./report-text.ts"
import { openedTexts } from "./texts.ts"

const decodeFlags = flagsOf("lcqm person report", {
  ...storeFlag,
  ...peopleFlag,
  ...keysFlags,
  ...actingFlags,
  person: PersonRef,
  texts: Schema.optionalKey(Schema.Boolean),
  json: Json
})

/** Tells what is held. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { json, people, person, store } = flags
  const file = yield* peopleGiven(people)
  const details = yield* overPeople(file, "existing", (register) => register.find(person))
  const key = (yield* keyStates(flags.keys))(person)
  const events = yield* overStore(storeGiven(given, store), "reading", (opened) =>
    eventsAbout(opened, person)
  )
  const opened = flags.texts === true ? yield* openedTexts(given, flags, person) : undefined
  const places = events.flatMap((event) => event.places)
  const counted = (as: string): number => places.filter((place) => place.as === as).length
  const report: PersonReport = {
    person,
    details,
    key,
    events,
    sealedTexts: counted("sealed text"),
    openTexts: counted("open text"),
    texts: opened?.texts
  }
  yield* Effect.promise(() => streams.out(json === true ? jsonLine(plain(report)) : reportText(report)))
  yield* Effect.promise(() => streams.err(openedText(opened?.opened ?? 0)))
  return exitCodes.ok
})
