// An as-at on two clocks leaves events out, so folds and views are total: on any subset of a history, in any
// order, with events twice. And whatever they then make of it, `decide` answers and never throws.
import {
  awardRegister,
  type Command,
  cohortProgress,
  cohortsOf,
  countsAsAt,
  coverageOf,
  cpdCoverage,
  type Decision,
  type EnrolmentEvent,
  type Fold,
  type Handler,
  isRejection,
  journeyOf,
  lcqmHandlers,
  project,
  type Recorded,
  registeredAwards,
  schoolOfStream
} from "@lcqm/core"
import {
  anyCommand,
  anyHistory,
  anyPartialDate,
  inhabitants,
  type PlayedHistory,
  type SmallWorld
} from "@lcqm/testing/arbitraries"
import { Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Counted } from "./counted.ts"
import { byStream, emptyStoreLayer, scheme } from "./lcqm-over.ts"

const anyPlayed = anyHistory({ store: emptyStoreLayer })

/** How much of a history is left, and in which order. */
type Disorder = "some left out" | "shuffled" | "some twice" | "as at a date"

interface Disordered {
  readonly how: Disorder
  readonly events: ReadonlyArray<Recorded>
}

// The die decides about each event by itself, so that a failing subset shrinks to few events.
const disordered = ({ events }: PlayedHistory): fc.Arbitrary<Disordered> =>
  fc.oneof(
    fc
      .array(fc.boolean(), { minLength: events.length, maxLength: events.length })
      .map((kept) => ({ how: "some left out" as const, events: events.filter((_, i) => kept[i] === true) })),
    fc.shuffledSubarray([...events]).map((some) => ({ how: "shuffled" as const, events: some })),
    fc
      .tuple(fc.shuffledSubarray([...events]), fc.subarray([...events]))
      .map(([some, again]) => ({ how: "some twice" as const, events: [...some, ...again] })),
    anyPartialDate({ first: "2017-05-01", last: "2017-10-01" }).map((occurred) => ({
      how: "as at a date" as const,
      events: events.filter((event) => countsAsAt(event, { occurred }))
    }))
  )

const anyDisorder = anyPlayed.chain((played) => fc.tuple(fc.constant(played), disordered(played)))

/** The states that the streams of some events fold to, by the streams' fold. */
const statesOf = (events: ReadonlyArray<Recorded>): ReadonlyMap<string, unknown> => {
  const folds = new Map(lcqmHandlers.flatMap(({ fold }) => [...fold.types].map((type) => [type, fold])))
  return new Map(
    [...byStream(events)].flatMap(([stream, own]) => {
      const fold = folds.get(own[0]?.type ?? "")
      return fold === undefined ? [] : [[stream, fold.fold(fold.initial, own)] as const]
    })
  )
}

const stateIn = (states: ReadonlyMap<string, unknown>, stream: string, fold: Fold<unknown>): unknown =>
  states.has(stream) ? states.get(stream) : fold.initial

/** What a handler decides on states, as the loop would ask it. */
const decideOn = (handler: Handler, command: Command, states: ReadonlyMap<string, unknown>): Decision => {
  const state = stateIn(states, handler.streamOf(command.data), handler.fold)
  const facts = Object.fromEntries(
    Object.entries(handler.factsFor(command, state)).map(([name, { fold, stream }]) => [
      name,
      { stream, exists: states.has(stream), state: stateIn(states, stream, fold) }
    ])
  )
  handler.rolesOf(state, command.actor.person)
  return handler.decide(command, state, { ...facts, today: "2017-12-31", digest: () => "0".repeat(64) })
}

interface Asked {
  readonly handler: Handler
  readonly command: Command
  readonly picks: Readonly<Record<string, number>>
}

const anyAsked: fc.Arbitrary<Asked> = fc
  .record({
    handlerAndCommand: fc.oneof(
      ...lcqmHandlers.map((handler) => anyCommand(handler.command).map((command) => ({ handler, command })))
    ),
    picks: fc.record({
      school: fc.nat(),
      person: fc.nat(),
      cohort: fc.nat(),
      criterion: fc.nat(),
      evidence: fc.nat()
    })
  })
  .map(({ handlerAndCommand, picks }) => ({ ...handlerAndCommand, picks }))

// The command put to the people and the school of the small world: elsewhere nothing has happened.
const aimed = ({ command, picks }: Asked, { criteriaSet, schools }: SmallWorld): Command => {
  const everybody = [...inhabitants.assessors, ...inhabitants.champions]
  const among: Readonly<Record<string, ReadonlyArray<string>>> = {
    school: schools,
    person: everybody,
    assessor: everybody,
    champion: everybody,
    cohort: ["A", "B"],
    criterion: [...criteriaSet.themes.flatMap(({ criteria }) => criteria.map(({ id }) => id)), "no such"],
    evidence: ["e0", "e1", "x0"]
  }
  const data: Readonly<Record<string, unknown>> = { ...Object(command.data) }
  const known = Object.keys(among).flatMap((key) => {
    const values = among[key] ?? []
    return key in data ? [[key, values[(picks[key] ?? picks["person"] ?? 0) % values.length]] as const] : []
  })
  return {
    ...command,
    data: { ...data, ...("scheme" in data ? { scheme } : {}), ...Object.fromEntries(known) }
  }
}

const ways: ReadonlyArray<Disorder> = ["some left out", "shuffled", "some twice", "as at a date"]

describe("on any part of a history, in any order", () => {
  it("every fold and every view gives an answer", () => {
    const met = new Counted("parts of histories", [...ways, "an event whose predecessor is missing"])
    fc.assert(
      fc.property(anyDisorder, ([, { events, how }]) => {
        statesOf(events)
        registeredAwards(project(awardRegister, events))
        cohortsOf(project(cohortProgress, events))
        coverageOf(project(cpdCoverage, events))
        for (const [stream, own] of byStream(events)) {
          // The codec has checked that the events of a school's stream are a school's.
          if (schoolOfStream(stream) !== undefined) {
            expect(journeyOf(own as ReadonlyArray<Recorded<EnrolmentEvent>>)).toHaveLength(own.length)
          }
          if (own.some(({ revision }, i) => revision !== i))
            met.count("an event whose predecessor is missing")
        }
        met.count(how)
      }),
      { numRuns: 60 }
    )
    met.expectEach(2)
  })

  it("every decision is events or a rejection, and is never thrown: the history's own commands", () => {
    const met = new Counted("decisions on parts", ["events", "nothing to do", "rejection"])
    fc.assert(
      fc.property(anyDisorder, ([{ sequence }, { events }]) => {
        const states = statesOf(events)
        for (const { command } of sequence.steps) {
          const handler = lcqmHandlers.find((each) => each.command.name === command.type)
          if (handler === undefined) throw new TypeError(command.type)
          met.count(kindOf(decideOn(handler, command, states)))
        }
      }),
      { numRuns: 40 }
    )
    met.expectEach(2)
  })

  it("every decision is events or a rejection, and is never thrown: any command of every type", () => {
    const names = lcqmHandlers.map(({ command }) => command.name)
    const met = new Counted("decisions on parts", ["events", "rejection", ...names])
    fc.assert(
      fc.property(
        anyDisorder,
        fc.array(anyAsked, { minLength: 10, maxLength: 30 }),
        ([{ sequence }, { events }], asked) => {
          const states = statesOf(events)
          for (const each of asked) {
            met.count(kindOf(decideOn(each.handler, aimed(each, sequence.world), states)))
            met.count(each.command.type)
          }
        }
      ),
      { numRuns: 60 }
    )
    met.expectEach()
  })
})

const kindOf = (decision: Decision): string => {
  if (Result.isFailure(decision)) {
    expect(isRejection(decision.failure)).toBe(true)
    return "rejection"
  }
  return decision.success.length === 0 ? "nothing to do" : "events"
}
