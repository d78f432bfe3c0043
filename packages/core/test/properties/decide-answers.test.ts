// Whatever states the parts of histories fold to, `decide` answers with events or a rejection; it is never thrown.
import {
  type Command,
  type Decision,
  factsByName,
  type Handler,
  isRejection,
  lcqmHandlers,
  mondayToFriday,
  type Recorded,
  streamsNaming
} from "@lcqm/core"
import { anyCommand, inhabitants, type SmallWorld, Coverage } from "@lcqm/testing/arbitraries"
import { Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { anyDisorder, stateIn, statesOf } from "./disorder.ts"
import { scheme } from "./lcqm-over.ts"

/** What a handler decides on states, as the loop would ask it. */
const decideOn = (
  handler: Handler,
  command: Command,
  states: ReadonlyMap<string, unknown>,
  events: ReadonlyArray<Recorded>
): Decision => {
  const state = stateIn(states, handler.streamOf(command.data), handler.fold)
  const lookUp = handler.lookUpFor(command)
  const found = lookUp === undefined ? [] : streamsNaming(events, lookUp)
  const facts = factsByName(handler.factsFor(command, state, found), ({ fold, stream }) => ({
    stream,
    exists: states.has(stream),
    state: stateIn(states, stream, fold)
  }))
  handler.rolesOf(state, command.actor.person)
  return handler.decide(command, state, {
    ...facts,
    today: "2017-12-31",
    digest: () => "0".repeat(64),
    isWorkingDay: mondayToFriday
  })
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

const kindOf = (decision: Decision): string => {
  if (Result.isFailure(decision)) {
    expect(isRejection(decision.failure)).toBe(true)
    return "rejection"
  }
  return decision.success.length === 0 ? "nothing to do" : "events"
}

describe("on what any part of a history folds to", () => {
  it("every decision is events or a rejection, and is never thrown: the history's own commands", () => {
    const met = new Coverage("decisions on parts", ["events", "nothing to do", "rejection"])
    met.assert(
      2,
      fc.property(anyDisorder, ([{ sequence }, { events }]) => {
        const states = statesOf(events)
        for (const { command } of sequence.steps) {
          const handler = lcqmHandlers.find((each) => each.command.name === command.type)
          if (handler === undefined) throw new TypeError(command.type)
          met.count(kindOf(decideOn(handler, command, states, events)))
        }
      }),
      { numRuns: 40 }
    )
  })

  it("every decision is events or a rejection, and is never thrown: any command of every type", () => {
    const names = lcqmHandlers.map(({ command }) => command.name)
    const met = new Coverage("decisions on parts", ["events", "rejection", ...names])
    met.assert(
      1,
      fc.property(
        anyDisorder,
        fc.array(anyAsked, { minLength: 10, maxLength: 30 }),
        ([{ sequence }, { events }], asked) => {
          const states = statesOf(events)
          for (const each of asked) {
            met.count(kindOf(decideOn(each.handler, aimed(each, sequence.world), states, events)))
            met.count(each.command.type)
          }
        }
      ),
      { numRuns: 60 }
    )
  })
})
