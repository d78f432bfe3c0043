// What is told of sealed texts where no store is asked, as of an award file alone: whether somebody they are about was
// erased is what a key ring tells, which marks the keys it forgot. No key is opened for it.
import {
  lcqmCatalogue,
  type PersonRef,
  type Recorded,
  sealedTextsOf,
  type TextTold,
  unopenedText
} from "@lcqm/core"
import { Effect } from "effect"
import type { Failure } from "../failure.ts"
import { forgottenOn } from "../person/key-state.ts"

/** Every sealed text of events as `[erased]`, where the ring in a file forgot somebody it is about, or `[sealed]`. */
export const textsWithheld = (
  events: ReadonlyArray<Pick<Recorded, "data" | "id" | "type">>,
  keys: string | undefined
): Effect.Effect<ReadonlyArray<TextTold>, Failure> =>
  Effect.map(forgottenOn(keys), (erased: ReadonlySet<PersonRef>) =>
    sealedTextsOf(lcqmCatalogue, events).map(({ place, text }) => ({
      place,
      told: unopenedText(text, erased)
    }))
  )
