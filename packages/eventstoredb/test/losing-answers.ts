// Journeys over a store whose answers get lost: every append is committed, and then nobody hears of it.
import { type EventStore as Port, EventStore } from "@lcqm/core"
import { anyJourney, runJourney } from "@lcqm/testing/journey"
import { Effect, Layer } from "effect"
import * as fc from "fast-check"
import { eventStoreDbStore } from "../src/index.ts"
import { type RunningServer, startServer } from "./server/index.ts"

/** Every way in which an answer can be lost. */
export const waysToLose = [
  "connection",
  "unavailable",
  "cancelled",
  "unknown",
  "timeout",
  "not-ready",
  "silence"
] as const

/** What came of it. */
export interface Losses {
  readonly lost: number
  readonly appends: number
  readonly byWay: ReadonlyMap<string, number>
  readonly journeys: number
}

interface Tally {
  lost: number
  appends: number
  readonly byWay: Map<string, number>
}

// Numbers that look random, the same for the same seed.
const numbersFrom = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Loses the answers of some appends, and counts what each append has brought about: its own events, once. */
const losing = (
  store: Port["Service"],
  server: RunningServer,
  tally: Tally,
  random: (below: number) => number,
  most: number
): Port["Service"] => ({
  ...store,
  append: (stream, expected, events) =>
    Effect.suspend(() => {
      const before = server.recorded()
      const way = waysToLose[random(waysToLose.length)] ?? "connection"
      const fault =
        tally.lost < most && random(3) > 0
          ? server.faults.place({ on: "append", moment: "after", how: way })
          : undefined
      tally.appends += 1
      return Effect.tap(store.append(stream, expected, events), () =>
        Effect.sync(() => {
          const effects = server.recorded() - before
          if (effects !== events.length) {
            throw new Error(
              `an append of ${events.length} events whose answer was lost (${way}) has recorded ${effects}`
            )
          }
          if (fault === undefined) return
          if (fault.struck() !== 1) throw new Error(`the answer was not lost: ${way}`)
          tally.lost += 1
          tally.byWay.set(way, (tally.byWay.get(way) ?? 0) + 1)
        })
      )
    })
})

/**
 * Plays random journeys beside their model until so many answers were lost; every command has exactly its one effect,
 * or the run fails.
 */
export const loseAnswers = async (most: number, seed: number): Promise<Losses> => {
  const tally: Tally = { lost: 0, appends: 0, byWay: new Map() }
  const random = numbersFrom(seed)
  let journeys = 0
  const server = await startServer()
  try {
    for (; tally.lost < most; journeys += 1) {
      const store = Layer.effect(
        EventStore,
        Effect.map(EventStore, (opened) => losing(opened, server, tally, random, most))
      ).pipe(
        Layer.provide(
          eventStoreDbStore(server.connectionString, {
            prefix: `j${journeys}`,
            deadline: 150,
            patience: 20_000
          })
        )
      )
      const [steps] = fc.sample(anyJourney({ mostSteps: 60 }), { seed: seed + journeys, numRuns: 1 })
      if (steps !== undefined) await runJourney({ store, steps })
    }
  } finally {
    await server.stop()
  }
  return { ...tally, journeys }
}
