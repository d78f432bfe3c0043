// Copies between a server and another store, both ways: the same bytes, and so the same root and the same proofs.
import { copyStore, noStream, verifiedRoot } from "@lcqm/core"
import { makeMemoryStore } from "@lcqm/memory"
import { expecting, noted, notes, testCodec } from "@lcqm/testing/store"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { upTo } from "./numbers.ts"
import { openOn, withServer } from "./opened.ts"

describe("a copy to a server and back", () => {
  it("keeps every byte that the ledger hashes: the roots are one", () =>
    withServer((server) =>
      Effect.runPromise(
        Effect.scoped(
          Effect.gen(function* () {
            const first = makeMemoryStore(testCodec)
            for (const n of upTo(30)) {
              const stream = `s-${n % 4}`
              const revision = Math.floor(n / 4)
              yield* first.append(stream, expecting(revision), [
                noted(n, stream, revision, `é 🦆 \u2028 ${n}`)
              ])
            }
            yield* first.append("many", noStream, notes(200, "many", { first: 1_000 }))
            const root = yield* verifiedRoot(first)
            const [there, back] = [yield* openOn(server), makeMemoryStore(testCodec)]
            yield* copyStore(first, there)
            expect(yield* verifiedRoot(there)).toEqual(root)
            expect(server.recorded()).toBe(230)
            yield* copyStore(there, back)
            expect(yield* verifiedRoot(back)).toEqual(root)
            // Again is not twice, and what came since is added.
            yield* first.append("s-0", expecting(8), [noted(99, "s-0", 8)])
            yield* copyStore(first, there)
            expect(yield* verifiedRoot(there)).toEqual(yield* verifiedRoot(first))
            expect(server.recorded()).toBe(231)
          })
        )
      )
    ))
})
