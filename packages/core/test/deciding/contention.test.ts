// Commands to one stream, at the same time: through one Lcqm they wait for each other, through two the store
// decides, and nothing is lost or recorded twice. Laws V23 to V25 of the store's contract, seen from the loop.
import { Coverage } from "@lcqm/testing/arbitraries"
import { type Handler, lcqmHandlers, loopOf, rolesByCommand, type LoopOptions } from "@lcqm/core"
import { Effect, Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { emptyStore, eventsOf, lcqmOver, type Store } from "../properties/lcqm-over.ts"
import { bring, describing, of, outcomeOf, sent, stream, submitting, today } from "./a-school.ts"
import { counting, inTurns, withMoments } from "./moments.ts"

/** A loop that counts how often it decided. */
const countedLoop = (store: Store, options: LoopOptions = {}) => {
  const decided = { times: 0 }
  const handlers = lcqmHandlers.map((handler): Handler => ({
    ...handler,
    decide: (command, state, facts) => {
      decided.times += 1
      return handler.decide(command, state, facts)
    }
  }))
  return { decided, execute: loopOf(store, handlers, rolesByCommand, { now: () => today, ...options }) }
}

const atOnce = <A, E>(effects: ReadonlyArray<Effect.Effect<A, E>>) =>
  Effect.runPromise(
    Effect.all(
      effects.map((each) => Effect.result(each)),
      { concurrency: "unbounded" }
    )
  )

describe("commands to one stream at the same time", () => {
  it("through one Lcqm are each decided once, and all are recorded", async () => {
    const met = new Coverage("commands at once through one Lcqm", ["recorded"])
    await met.assert(
      50,
      fc.asyncProperty(fc.integer({ min: 2, max: 30 }), async (n) => {
        const store = emptyStore()
        const revision = Effect.runSync(bring(lcqmOver(store, { now: () => today }), "enrolled"))
        const { appends, store: counted } = counting(inTurns(store))
        const { decided, execute } = countedLoop(counted)
        const answers = await atOnce(Array.from({ length: n }, (_, i) => execute(submitting(i))))
        expect(answers.map(outcomeOf)).toEqual(Array.from({ length: n }, () => "accepted"))
        expect({ decided: decided.times, ...appends }).toEqual({ decided: n, recorded: n, conflicts: 0 })
        expect(answers.map((answer) => Result.getOrThrow(answer).revision)).toEqual(
          Array.from({ length: n }, (_, i) => revision + 1 + i)
        )
        met.count("recorded", n)
      }),
      { numRuns: 15 }
    )
  })

  it("through several Lcqms are each recorded once, without a gap, however often they meet", async () => {
    const met = new Coverage("commands at once through several Lcqms", [
      "recorded",
      "decided again",
      "conflict"
    ])
    await met.assert(
      20,
      fc.asyncProperty(
        fc.integer({ min: 2, max: 3 }),
        fc.integer({ min: 2, max: 12 }),
        async (lcqms, each) => {
          const store = emptyStore()
          Effect.runSync(bring(lcqmOver(store, { now: () => today }), "enrolled"))
          const before = eventsOf(store).length
          const { appends, store: counted } = counting(inTurns(store))
          const loops = Array.from({ length: lcqms }, () => countedLoop(counted, { attempts: 200 }))
          const answers = await atOnce(
            Array.from({ length: each }, (_, i) =>
              loops.map(({ execute }, l) => execute(submitting(`${l}.${i}`)))
            ).flat()
          )
          expect(answers.map(outcomeOf)).toEqual(Array.from({ length: lcqms * each }, () => "accepted"))
          const recorded = eventsOf(store).slice(before)
          expect(recorded.map(({ metadata }) => metadata.commandId).toSorted()).toEqual(
            loops
              .flatMap((_, l) => Array.from({ length: each }, (_, i) => submitting(`${l}.${i}`).id))
              .toSorted()
          )
          const first = recorded[0]?.revision ?? 0
          expect(recorded.map(({ revision }) => revision)).toEqual(recorded.map((_, i) => first + i))
          met.count("recorded", recorded.length)
          met.count("conflict", appends.conflicts)
          met.count(
            "decided again",
            loops.reduce((sum, { decided }) => sum + decided.times, 0) - recorded.length
          )
        }
      ),
      { numRuns: 15 }
    )
  })

  it("that bring a stream into being are accepted once: the other is told that it is there", async () => {
    const store = emptyStore()
    const [a, b] = [inTurns(store), inTurns(store)].map((each) => lcqmOver(each, { now: () => today }))
    const launch = (id: string) => ({
      type: "LaunchCohort" as const,
      ...sent(id),
      data: { scheme: "lcqm", cohort: "B", windows: {} }
    })
    const answers = await atOnce([a!.execute(launch("by.a")), b!.execute(launch("by.b"))])
    expect(answers.map(outcomeOf).toSorted()).toEqual(["CohortAlreadyLaunched", "accepted"])
    expect(eventsOf(store)).toHaveLength(1)
  })

  it("of which another writer always wins give TooMuchContention after the attempts asked for, and nothing is written", async () => {
    const met = new Coverage("attempts until given up", ["one", "several"])
    await met.assert(
      1,
      fc.asyncProperty(fc.integer({ min: 1, max: 8 }), async (attempts) => {
        const store = emptyStore()
        const other = lcqmOver(store, { now: () => today })
        Effect.runSync(bring(other, "enrolled"))
        let written = 0
        const contended = withMoments(store, (moment, at) =>
          moment === "before append" && at === stream
            ? Effect.orDie(Effect.asVoid(other.execute(describing((written += 1)))))
            : Effect.void
        )
        const { decided, execute } = countedLoop(contended, { attempts })
        const [answer] = await atOnce([execute(submitting(1))])
        expect(answer).toMatchObject({
          failure: {
            _tag: "TooMuchContention",
            stream,
            attempts,
            message: `Stream ${stream} was written to by others in each of ${attempts} attempts. Nothing was written; send the command again, under the same id.`
          }
        })
        expect({ decided: decided.times, written }).toEqual({ decided: attempts, written: attempts })
        const ids = eventsOf(store).map(({ metadata }) => metadata.commandId)
        expect(ids).not.toContain(submitting(1).id)
        // The same command is decided as soon as the other lets go.
        expect(outcomeOf(Effect.runSync(Effect.result(other.execute(submitting(1)))))).toBe("accepted")
        met.count(attempts === 1 ? "one" : "several")
      }),
      // Both classes are met whatever is drawn.
      { numRuns: 20, examples: [[1], [5]] }
    )
  })

  it("never meet a conflict where they are about different schools", async () => {
    const store = emptyStore()
    const { appends, store: counted } = counting(inTurns(store))
    const [a, b] = [lcqmOver(counted, { now: () => today }), lcqmOver(counted, { now: () => today })]
    Effect.runSync(bring(lcqmOver(store, { now: () => today }), "enrolled"))
    const enrol = (school: string) => ({
      type: "EnrolSchool" as const,
      ...sent(`enrol.${school}`),
      data: { ...of, school, cohort: "A", criteriaSet: "1", ruleSet: "1" }
    })
    const schools = Array.from({ length: 10 }, (_, i) => `90010${i}`)
    const answers = await atOnce(schools.map((school, i) => (i % 2 === 0 ? a : b).execute(enrol(school))))
    expect(new Set(answers.map(outcomeOf))).toEqual(new Set(["accepted"]))
    expect(appends).toEqual({ recorded: 10, conflicts: 0 })
  })
})
