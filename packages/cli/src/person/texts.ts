// The texts about somebody as they were written, for whoever may read them: what a request for access asks for.
import {
  type Actor,
  lcqmCatalogue,
  type LcqmEvent,
  type LcqmOperations,
  type PersonRef,
  shownUnopened,
  textsOf,
  withTextsTold
} from "@lcqm/core"
import { Effect, Stream } from "effect"
import type { Given } from "../carry-out.ts"
import type { Failure } from "../failure.ts"
import { type Acting, actorOf } from "../given/acting.ts"
import { keyRingGiven, type KeysGiven } from "../given/kept-apart.ts"
import { storeGiven } from "../given/store.ts"
import { openedIn } from "../given/texts-opened.ts"
import { overLcqm } from "../over-store.ts"

/** A text about somebody: its words, `[erased]` or `[sealed]`. */
export interface TextAbout {
  readonly stream: string
  readonly revision: number
  readonly text: string
}

/** The texts about somebody, and how many sealed ones of them stand in their words. */
export interface TextsAbout {
  readonly texts: ReadonlyArray<TextAbout>
  readonly opened: number
}

const textsAbout = (lcqm: LcqmOperations, reader: Actor, person: PersonRef) =>
  Effect.gen(function* () {
    const about = (event: LcqmEvent) =>
      textsOf(lcqmCatalogue, event).filter(({ text }) => text.about.includes(person))
    const found: Array<LcqmEvent> = []
    yield* Stream.runForEach(lcqm.events(), (event) =>
      Effect.sync(() => {
        if (about(event).length > 0) found.push(event)
      })
    )
    const told = yield* lcqm.readTexts(reader, found)
    const texts = withTextsTold(found, told).flatMap((event) =>
      about(event).map(({ text }): TextAbout => {
        const { revision, stream } = event
        return { stream, revision, text: shownUnopened(text) }
      })
    )
    return { texts, opened: openedIn(told.filter((each) => each.told.about.includes(person))) }
  })

/** Every text about a person, opened for whoever acts; refused where they may not read one of the streams. */
export const openedTexts = (
  given: Given,
  flags: KeysGiven & { readonly store?: string | undefined } & Acting,
  person: PersonRef
): Effect.Effect<TextsAbout, Failure> =>
  Effect.gen(function* () {
    const reader = yield* actorOf(flags)
    const beside = yield* keyRingGiven(given, flags)
    return yield* overLcqm(
      storeGiven(given, flags.store),
      "reading",
      (lcqm) => textsAbout(lcqm, reader, person),
      beside
    )
  })
