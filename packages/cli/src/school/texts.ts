// `lcqm school texts URN`: what was written in a school's history, opened for whoever may read it. What cannot be opened
// reads [sealed] or [erased].
import {
  lcqmCatalogue,
  type LcqmEvent,
  NotEnrolled,
  SchemeId,
  shownUnopened,
  textsOf,
  Urn,
  withTextsTold
} from "@lcqm/core"
import { Effect } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { actingFlags, actorOf } from "../given/acting.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { keyRingGiven, keysFlags } from "../given/kept-apart.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { openedIn, openedText } from "../given/texts-opened.ts"
import { overLcqm } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { table } from "../telling/table.ts"

const decodeFlags = flagsOf("lcqm school texts", {
  ...storeFlag,
  ...actingFlags,
  ...keysFlags,
  urn: Urn,
  scheme: SchemeId,
  json: Json
})

const writtenIn = (event: LcqmEvent) =>
  textsOf(lcqmCatalogue, event).map(({ place, text }) => ({
    revision: event.revision,
    type: event.type,
    path: place.path.join("."),
    by: event.metadata.actor,
    occurredOn: event.metadata.occurredOn,
    about: text.about,
    text: shownUnopened(text)
  }))

/** Shows the texts of a school's history. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { json, keys, masterKey, scheme, store, urn: school, ...acting } = yield* decodeFlags(given)
  const reader = yield* actorOf(acting)
  const beside = yield* keyRingGiven(given, { keys, masterKey })
  const { opened, told } = yield* overLcqm(
    storeGiven(given, store),
    "reading",
    (lcqm) =>
      Effect.gen(function* () {
        const events = yield* lcqm.schoolEvents({ scheme, school })
        if (events.length === 0) return yield* Effect.fail(NotEnrolled({ school }))
        const texts = yield* lcqm.readTexts(reader, events)
        return { opened: withTextsTold(events, texts), told: texts }
      }),
    beside
  )
  const written = opened.flatMap(writtenIn)
  const text = (): string =>
    written.length === 0
      ? "Nothing was written.\n"
      : table(
          [
            { title: "Rev.", align: "right" },
            { title: "On" },
            { title: "In", width: 32 },
            { title: "By" },
            { title: "About", width: 24 },
            { title: "Text", width: 60 }
          ],
          written.map(({ about, by, occurredOn, path, revision, text: words, type }) => [
            revision,
            occurredOn,
            `${type} ${path}`,
            `${by.role} ${by.person}`,
            about.length === 0 ? "nobody" : about.join(", "),
            words
          ])
        )
  yield* Effect.promise(() => streams.out(json === true ? jsonLine(written) : text()))
  yield* Effect.promise(() => streams.err(openedText(openedIn(told))))
  return exitCodes.ok
})
