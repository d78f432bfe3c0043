// Appends go to the leader of a cluster: where a node that follows names it, and where another is elected meanwhile.
import { noStream, openLcqm } from "@lcqm/core"
import { expecting, noted, notes } from "@lcqm/testing/store"
import { Effect, Stream } from "effect"
import { describe, expect, it } from "vitest"
import { eventStoreDbStore } from "../src/index.ts"
import { numbersOf, upTo } from "./numbers.ts"
import { openOn, withStore } from "./opened.ts"
import { type RunningCluster, startCluster } from "./server/index.ts"

const withCluster = async (use: (cluster: RunningCluster) => Promise<void>) => {
  const cluster = await startCluster()
  try {
    await use(cluster)
  } finally {
    await cluster.stop()
  }
}

describe("an append that meets a node which is not the leader", () => {
  it("follows to the leader that the node names, and succeeds", () =>
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

  it("follows where the only node it was told of is a follower, and so does every command", () =>
    withCluster(async (cluster) => {
      const follower = cluster.nodes[1]?.connectionString ?? ""
      const lcqm = openLcqm({
        store: eventStoreDbStore(follower, { prefix: "told" }),
        now: () => Date.UTC(2018, 0, 1)
      })
      for (const cohort of ["1", "2", "3"]) {
        const launch = await lcqm.execute({
          id: `launch.cohort.${cohort}`,
          type: "LaunchCohort",
          actor: { person: "p-office0001", roles: ["SchemeOffice"] },
          occurredOn: "2017-06",
          data: { scheme: "lcqm", cohort, windows: {} }
        })
        expect(launch).toMatchObject({ ok: true })
      }
      await lcqm.close()
      expect(cluster.nodes[0]?.recorded()).toBe(3)
    }))
})

describe("a store on a cluster", () => {
  it("goes on, every event once, in order, while leader after leader is elected", () =>
    withCluster((cluster) =>
      Effect.runPromise(
        Effect.scoped(
          Effect.gen(function* () {
            const store = yield* openOn(cluster)
            for (const n of upTo(30)) {
              if (n % 5 === 4) cluster.elect(Math.floor(n / 5) % 3)
              yield* store.append("a", expecting(n), [noted(n, "a", n)])
            }
            expect(numbersOf((yield* store.readStream("a")).events)).toEqual(upTo(30))
            expect(numbersOf(yield* Stream.runCollect(store.readAll()))).toEqual(upTo(30))
            expect(cluster.nodes[0]?.recorded()).toBe(30)
          })
        )
      )
    ))
})
