// The SQLite store as the conformance suite asks for it.
import type { FileStore, StoreAdapter } from "@lcqm/testing/store"
import { memoryStoreWith } from "@lcqm/memory"
import { Effect } from "effect"
import { sqliteStoreWith } from "../src/index.ts"
import { earlierPlaces } from "./earlier-places.ts"
import { foreignPlaces } from "./foreign-places.ts"
import { pathOf } from "./places.ts"
import { append } from "./processes/appender.ts"

// No two processes append an event of the same id.
let processes = 0
const firstId = (): number => 10_000_000 * (processes += 1)

const file: FileStore = {
  earlierPlaces,
  foreignPlaces,
  appendElsewhere: (place, stream, count) =>
    Effect.gen(function* () {
      const work = {
        path: pathOf(place),
        stream,
        count,
        perAppend: 1,
        firstId: firstId(),
        durability: "full"
      } as const
      const { code, complaints } = yield* Effect.promise(() => append(work))
      if (code !== 0) yield* Effect.fail(new Error(`the other process ended with ${code}: ${complaints}`))
    }),
  killWhileAppending: (place, stream) => {
    const work = { path: pathOf(place), stream, count: 1_000_000, perAppend: 2, firstId: firstId() } as const
    return Effect.map(
      Effect.promise(() => append({ ...work, durability: "full" }, 100 * Math.random())),
      ({ acknowledged }) => acknowledged
    )
  }
}

/** The store in a file, compared with the one in memory. */
export const sqlite: StoreAdapter = {
  name: "sqlite",
  store: (codec, place) => sqliteStoreWith(codec, pathOf(place)),
  file,
  against: {
    name: "memory",
    store: memoryStoreWith,
    declared: ["I17", "L02", "L04", "L06", "L07"]
  }
}
