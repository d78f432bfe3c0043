// A history is all there is: whatever the loop or a view has in hand, folding the same events from the beginning
// gives the same.
import {
  awardRegister,
  cohortProgress,
  cohortsOf,
  coverageOf,
  cpdCoverage,
  type Fold,
  type Handler,
  inMemory,
  instantOf,
  type LcqmCommand,
  lcqmHandlers,
  loopOf,
  project,
  type Projection,
  projectionsOver,
  type Recorded,
  registeredAwards,
  rolesByCommand,
  streamsNaming
} from "@lcqm/core"
import { anyCommandSequence, anyHistory, type CommandSequence, Coverage } from "@lcqm/testing/arbitraries"
import { Effect } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { byStream, emptyStore, emptyStoreLayer, eventsOf, lcqmOver, type Store } from "./lcqm-over.ts"

type Check = (stream: string, fold: Fold<unknown>, state: unknown) => void

/** The domain's handlers, each state they are given checked first: the stream's own, and those of the facts. */
const watchedBy = (check: Check, recorded: () => ReadonlyArray<Recorded>): ReadonlyArray<Handler> =>
  lcqmHandlers.map((handler) => ({
    ...handler,
    decide: (command, state, facts) => {
      check(handler.streamOf(command.data), handler.fold, state)
      const lookUp = handler.lookUpFor(command)
      const found = lookUp === undefined ? [] : streamsNaming(recorded(), lookUp)
      const requests = handler.factsFor(command, state, found)
      for (const [name, asked] of Object.entries(requests)) {
        const given: unknown = Reflect.get(facts, name)
        const each = "fold" in asked ? [asked] : asked
        for (const [place, fact] of (Array.isArray(given) ? given : [given]).entries()) {
          const request = each[place]
          expect(request?.stream, name).toBe(Reflect.get(Object(fact), "stream"))
          if (request !== undefined) check(request.stream, request.fold, Reflect.get(Object(fact), "state"))
        }
        expect(each.length, name).toBe(Array.isArray(given) ? given.length : 1)
      }
      return handler.decide(command, state, facts)
    }
  }))

const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf("-"))

/** Sends a sequence's commands one after the other, calling back after each. */
const send = (
  { steps }: CommandSequence,
  execute: (command: LcqmCommand) => Effect.Effect<unknown, unknown>,
  clock: { now: number },
  after: (place: number) => void = () => {}
): void => {
  for (const [place, { at, command }] of steps.entries()) {
    clock.now = at
    Effect.runSync(Effect.result(execute(command)))
    after(place)
  }
}

describe("replaying a history", () => {
  it("gives the state and the facts that every decision was made on", () => {
    const met = new Coverage("decisions by stream", ["school", "cohort", "person", "criteria", "ruleset"])
    met.assert(
      10,
      fc.property(anyCommandSequence({ mostMoves: 12 }), (sequence) => {
        const store = emptyStore()
        const handlers = watchedBy(
          (stream, fold, state) => {
            const { events } = Effect.runSync(store.readStream(stream))
            expect(state, stream).toEqual(fold.fold(fold.initial, events))
            met.count(categoryOf(stream))
          },
          () => eventsOf(store)
        )
        const clock = { now: 0 }
        send(sequence, loopOf(store, handlers, rolesByCommand, { now: () => clock.now }), clock)
      }),
      { numRuns: 25 }
    )
  })

  it("gives for every prefix of a stream what was folded event by event", () => {
    const met = new Coverage("prefixes by stream", ["school", "cohort", "person", "criteria", "ruleset"])
    const foldsByType = new Map(
      lcqmHandlers.flatMap(({ fold }) => [...fold.types].map((type) => [type, fold]))
    )
    met.assert(
      10,
      fc.property(anyHistory({ store: emptyStoreLayer }), ({ events }) => {
        for (const [stream, own] of byStream(events)) {
          const fold = foldsByType.get(own[0]?.type ?? "")
          if (fold === undefined) throw new TypeError(`no fold for ${stream}`)
          let state = fold.initial
          own.forEach((event, i) => {
            state = fold.evolve(state, event)
            expect(state, `${stream} at ${i}`).toEqual(fold.fold(fold.initial, own.slice(0, i + 1)))
            met.count(categoryOf(stream))
          })
        }
      }),
      { numRuns: 20 }
    )
  })

  it("gives what a view kept up to date answers after every command, and what a view as at then answers later", () => {
    const met = new Coverage("answers of views", ["an award", "a school in a cohort", "an attendance"])
    const kept = <Model, Answer>(
      store: Store,
      projection: Projection<Model>,
      answer: (model: Model) => Answer
    ) => {
      const { models } = Effect.runSync(projectionsOver(store, { kept: inMemory(projection) }))
      return (): Answer => {
        const now = Effect.runSync(models.kept.readCaughtUp(answer))
        expect(now, projection.name).toEqual(answer(project(projection, eventsOf(store))))
        return structuredClone(now)
      }
    }
    met.assert(
      1,
      fc.property(
        anyCommandSequence({ fewestMoves: 8 }),
        fc.integer({ min: 1, max: 6 }),
        (sequence, every) => {
          const store = emptyStore()
          const clock = { now: 0 }
          const lcqm = lcqmOver(store, { now: () => clock.now })
          const register = kept(store, awardRegister, registeredAwards)
          const cohorts = kept(store, cohortProgress, cohortsOf)
          const coverage = kept(store, cpdCoverage, coverageOf)
          const answered: Array<readonly [at: number, answers: ReadonlyArray<unknown>]> = []
          send(sequence, lcqm.execute, clock, (place) => {
            if (place % every === 0) answered.push([clock.now, [register(), cohorts(), coverage()]])
          })
          met.count("an award", register().length)
          met.count("a school in a cohort", cohorts().flatMap(({ schools }) => schools).length)
          met.count("an attendance", coverage().flatMap(({ attended }) => attended).length)
          for (const [at, answers] of answered) {
            const asAt = { recorded: instantOf(at) }
            const then = [lcqm.register(asAt), lcqm.cohorts(asAt), lcqm.cpdCoverage(asAt)]
            expect(then.map((view) => Effect.runSync<unknown, unknown>(view))).toEqual(answers)
          }
        }
      ),
      { numRuns: 20 }
    )
  })
})
