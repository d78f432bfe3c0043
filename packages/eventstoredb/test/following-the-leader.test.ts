// A node that is not the leader names the one that is, and the append goes there.
import { noStream } from "@lcqm/core"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { notes, upTo } from "./noted.ts"
import { withStore } from "./opened.ts"

describe("an append that meets a node which is not the leader", () => {
  it("follows to the leader, and succeeds", () =>
    withStore((store, server) =>
      Effect.gen(function* () {
        for (const n of upTo(5)) {
          const refusal = server.faults.place({ on: "append", moment: "before", how: "not-leader" })
          const { created } = yield* store.append(`s-${n}`, noStream, notes(2, `s-${n}`, { first: 10 * n }))
          expect(created).toBe(true)
          expect(refusal.struck()).toBe(1)
        }
        expect(server.recorded()).toBe(10)
      })
    ))
})
