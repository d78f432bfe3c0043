// S4: every event read and its texts opened one by one, as a read model of what was written would have it.
import { lcqmCatalogue, openText, textsOf } from "@lcqm/core"
import { Effect, Stream } from "effect"
import { storeOfTexts } from "../../workload/sealed.js"
import { openedSqlite } from "../sqlite/opened.js"

/** @param {{ schools: number, kept: "plain" | "sealed" }} params */
export const prepare = async ({ kept, schools }) => {
  const { path, ring } = await storeOfTexts(schools, kept)
  const store = await openedSqlite(path)
  const head = await Effect.runPromise(store.head())
  const openedWith = { keyRing: ring, erased: new Set() }
  let characters = 0
  const page = Effect.fnUntraced(function* (events) {
    for (const event of events) {
      for (const { place, text } of textsOf(lcqmCatalogue, event)) {
        characters += (yield* openText(openedWith, text, place)).text.length
      }
    }
  })
  return {
    batch: async () => {
      characters = 0
      await Effect.runPromise(Stream.runForEachArray(store.readAll(), page))
    },
    operations: Number(head.position) + 1,
    found: () => characters
  }
}
