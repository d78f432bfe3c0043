// Everything from outside is decoded before it means anything: whatever is sent, the answer is a typed one that
// says where, what was expected and what came, and nothing is written.
import { lcqmHandlers } from "@lcqm/core"
import { anyCommand, office, Coverage } from "@lcqm/testing/arbitraries"
import { Cause, Effect, Exit } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { emptyStore, eventsOf, lcqmOver } from "../properties/lcqm-over.ts"
import { sent, today } from "./a-school.ts"

const options = { now: () => today }

/** The tag of an answer; fails where it is no typed one. */
const answered = (store: ReturnType<typeof emptyStore>, input: unknown): string => {
  const exit = Effect.runSyncExit(lcqmOver(store, options).executeUnknown(input))
  if (Exit.isSuccess(exit)) return "accepted"
  expect(Cause.hasDies(exit.cause), Cause.pretty(exit.cause)).toBe(false)
  const failure = Cause.squash(exit.cause)
  return String(Reflect.get(Object(failure), "_tag"))
}

// A value inside a command, at any depth, made something else.
const spoilt = (value: unknown, path: ReadonlyArray<number>, by: unknown): unknown => {
  const [step, ...rest] = path
  if (step === undefined || typeof value !== "object" || value === null) return by
  const keys = Object.keys(value)
  const key = keys[step % Math.max(1, keys.length)]
  if (key === undefined) return by
  const changed = spoilt(Reflect.get(value, key), rest, by)
  return Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed }
}

describe("whatever is sent as a command", () => {
  const anyCommandOfAll = fc.oneof(...lcqmHandlers.map(({ command }) => anyCommand(command)))

  it("gets a typed answer: anything at all", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.jsonValue(), fc.record({ type: fc.anything(), data: fc.anything() })),
        (input) => {
          const store = emptyStore()
          expect(answered(store, input)).toBe("Malformed")
          expect(eventsOf(store)).toEqual([])
        }
      ),
      { numRuns: 200 }
    )
  })

  it("gets a typed answer: a command with anything in the place of one of its values", () => {
    const met = new Coverage("spoilt commands", ["Malformed"])
    met.assert(
      2,
      fc.property(
        anyCommandOfAll,
        fc.array(fc.nat({ max: 20 }), { maxLength: 4 }),
        fc.oneof(
          fc.anything(),
          fc.string({ unit: "binary-ascii" }),
          fc.constantFrom("", "\\uD800", -1, 1.5, 2 ** 53, null)
        ),
        (command, path, by) => {
          const store = emptyStore()
          const tag = answered(store, spoilt(command, path, by))
          if (tag === "Malformed") expect(eventsOf(store)).toEqual([])
          met.count(tag === "Malformed" ? tag : "well-formed all the same")
        }
      ),
      { numRuns: 300 }
    )
  })

  it("gets a typed answer: half a character in any text of it", () => {
    const launching = {
      type: "LaunchCohort",
      ...sent("launch"),
      data: { scheme: "lcqm", cohort: "A", windows: {} }
    }
    const store = emptyStore()
    expect(answered(store, { ...launching, data: { ...launching.data, title: "\uD800" } })).toBe("Malformed")
    expect(answered(store, { ...launching, correlationId: "\uDC00" })).toBe("Malformed")
    expect(eventsOf(store)).toEqual([])
    expect(answered(store, { ...launching, data: { ...launching.data, title: "\u{1F600}" } })).toBe(
      "accepted"
    )
  })

  it("and is accepted by the rules can be recorded: no decision is an event that its own type refuses", () => {
    // What needs no history before it. A notice that ends after the year 9999 is left out: no date says it.
    const first = [
      "DraftCriteriaSet",
      "PublishCriteriaSet",
      "PublishRuleSet",
      "LaunchCohort",
      "AppointAssessor",
      "DeclareInterest"
    ]
    const met = new Coverage("commands without a history", first)
    const any = fc.oneof(
      ...lcqmHandlers
        .filter(({ command }) => first.includes(command.name))
        .map(({ command }) =>
          anyCommand(command).map((each) => ({ ...each, actor: office, occurredOn: "2017" }))
        )
    )
    met.assert(
      1,
      fc.property(any, (command) => {
        fc.pre(!String(Reflect.get(Object(command.data), "publishedOn")).startsWith("9999"))
        const answers = ["accepted", "InForceBeforePublished", "NoticeTooShort"]
        expect(answers).toContain(answered(emptyStore(), command))
        met.count(command.type)
      }),
      { numRuns: 150 }
    )
  })
})
