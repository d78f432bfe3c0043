// No answer is given on a state that had moved on. While a command is decided another process writes at every
// moment it can: after the read, among the facts, before the append. Whatever is answered must be what would have
// been answered, with nobody else about, at some instant between the call and the answer.
import {
  type CommandAccepted,
  type ExecuteError,
  isRejection,
  type LcqmCommand,
  type LcqmOperations,
  type Recorded
} from "@lcqm/core"
import { anyCommandSequence, Coverage } from "@lcqm/testing/arbitraries"
import { Effect, Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { emptyStore, eventsOf, lcqmOver, storeHolding } from "../properties/lcqm-over.ts"
import { withMoments } from "./moments.ts"

type Answer = Result.Result<CommandAccepted, ExecuteError>

// What an answer says, but for what the fresh store of the comparison cannot know: salt, position, hashes.
const said = (answer: Answer): unknown => {
  if (Result.isFailure(answer)) {
    const { failure } = answer
    return isRejection(failure) ? { tag: failure._tag, details: failure.details } : { tag: failure._tag }
  }
  const { events, repeated, revision } = answer.success
  return {
    repeated,
    revision,
    events: events.map(({ data, id, metadata, type }) => ({
      id,
      type,
      data: { ...Object(data), basis: undefined },
      role: metadata.actor.role
    }))
  }
}

/** What would be answered to a command, with nobody else about, by whoever finds these events. */
const atInstant = (events: ReadonlyArray<Recorded>, command: LcqmCommand, now: number): Answer =>
  Effect.runSync(Effect.result(lcqmOver(storeHolding(events), { now: () => now }).execute(command)))

describe("while others write", () => {
  it("every answer is the right one for an instant between the call and the answer", () => {
    const met = new Coverage("answers while others wrote", [
      "accepted",
      "nothing to do",
      "repeated",
      "rejected",
      "others wrote meanwhile",
      "what was in hand would have given another answer",
      "an answer changed while it was decided"
    ])
    const anyScript = fc.array(
      fc.oneof(
        { arbitrary: fc.constant(0), weight: 2 },
        { arbitrary: fc.integer({ min: 1, max: 3 }), weight: 1 }
      ),
      { maxLength: 24 }
    )
    met.assert(
      1,
      fc.property(
        anyCommandSequence({ fewestMoves: 4, mostMoves: 14, mostSchools: 1 }),
        fc.integer({ min: 0, max: 1_000 }),
        fc.nat({ max: 12 }),
        fc.boolean(),
        fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
        anyScript,
        ({ steps }, cut, unseen, sendsTheSame, doneBefore, script) => {
          const store = emptyStore()
          const clock = { now: 0 }
          const other = lcqmOver(store, { now: () => clock.now })
          const place = Math.floor((cut * steps.length) / 1_001)
          const next = steps[place]
          if (next === undefined) return
          // Some ask for what was done a few steps ago: then there may be nothing to do.
          const done = doneBefore === undefined ? undefined : steps[place - doneBefore]?.command
          const step = done === undefined ? next : { ...next, command: { ...done, id: "command.once.more" } }
          // What others do meanwhile is what would have come next, and perhaps the very same command.
          const todo = [
            ...(sendsTheSame ? [step] : []),
            ...steps.slice(done === undefined ? place + 1 : place)
          ]
          let moments = 0
          let meddling = false
          const meddled = withMoments(store, () =>
            Effect.suspend(() => {
              if (!meddling) return Effect.void
              const next = todo.splice(0, script[moments++] ?? 0)
              return Effect.forEach(next, ({ command }) => Effect.result(other.execute(command)), {
                discard: true
              })
            })
          )
          const lcqm = lcqmOver(meddled, { now: () => clock.now })
          const send = (through: LcqmOperations, command: LcqmCommand, at: number): Answer => {
            clock.now = at
            return Effect.runSync(Effect.result(through.execute(command)))
          }
          // It has seen the history up to a point, and others have gone on since.
          const seen = Math.max(0, place - unseen)
          for (const { at, command } of steps.slice(0, seen)) send(lcqm, command, at)
          const inHand = eventsOf(store)
          for (const { at, command } of steps.slice(seen, place)) send(other, command, at)
          const before = eventsOf(store)
          meddling = true
          const answer = send(lcqm, step.command, step.at)
          meddling = false
          const after = eventsOf(store)

          const own = after.findIndex(({ metadata }) => metadata.commandId === step.command.id)
          const last =
            Result.isSuccess(answer) && answer.success.events.length > 0 && !answer.success.repeated
              ? own
              : after.length
          const possible = Array.from({ length: last - before.length + 1 }, (_, i) =>
            said(atInstant(after.slice(0, before.length + i), step.command, step.at))
          )
          expect(possible).toContainEqual(said(answer))

          met.count(
            Result.isFailure(answer)
              ? "rejected"
              : answer.success.repeated
                ? "repeated"
                : answer.success.events.length === 0
                  ? "nothing to do"
                  : "accepted"
          )
          const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
          if (after.slice(before.length).some(({ metadata }) => metadata.commandId !== step.command.id)) {
            met.count("others wrote meanwhile")
          }
          if (!same(said(atInstant(inHand, step.command, step.at)), said(answer))) {
            met.count("what was in hand would have given another answer")
          }
          if (!same(possible[0], said(answer))) met.count("an answer changed while it was decided")
        }
      ),
      { numRuns: 100 }
    )
  })
})
