// Another process writes first, at each moment of a command in turn: a "no", a "nothing to do" and a "yes" are
// given on what then is, never on what was in hand.
import type { LcqmCommand, LcqmOperations } from "@lcqm/core"
import { inhabitants } from "@lcqm/testing/arbitraries"
import { Effect, Result } from "effect"
import { describe, expect, it } from "vitest"
import { emptyStore, eventsOf, lcqmOver } from "../properties/lcqm-over.ts"
import {
  bring,
  describing,
  movingVisit,
  outcomeOf,
  replacing,
  type Stage,
  stream,
  today,
  visitOn
} from "./a-school.ts"
import { withMoments } from "./moments.ts"

const [former, current] = inhabitants.champions

/** An Lcqm that knows a school so far, and another over the same store that writes before a moment of the next command. */
const rivals = (stage: Stage, others: ReadonlyArray<LcqmCommand>, moment: number) => {
  const store = emptyStore()
  const other = lcqmOver(store, { now: () => today })
  let moments = -1
  const meddled = withMoments(store, () =>
    Effect.suspend(() => {
      if (moments < 0 || moments++ !== moment) return Effect.void
      return Effect.orDie(Effect.forEach(others, (command) => other.execute(command), { discard: true }))
    })
  )
  const lcqm = lcqmOver(meddled, { now: () => today })
  Effect.runSync(bring(lcqm, stage))
  return {
    store,
    other,
    send: (command: LcqmCommand) => {
      moments = 0
      const answer = Effect.runSync(Effect.result(lcqm.execute(command)))
      const met = moments
      moments = -1
      return { answer, met }
    }
  }
}

const write = (lcqm: LcqmOperations, command: LcqmCommand): void => void Effect.runSync(lcqm.execute(command))

describe("a Champion replaced by another process", () => {
  it("is the former at once, also for an Lcqm that knew no other", () => {
    const { other, send } = rivals("enrolled", [], -1)
    write(other, replacing(1, current))
    expect(outcomeOf(send(describing("former", former)).answer)).toBe("NotTheChampion")
    write(other, replacing(2, former))
    expect(outcomeOf(send(describing("again", former)).answer)).toBe("accepted")
  })

  it("is known as such by an Lcqm that had refused the new one", () => {
    const { other, send } = rivals("enrolled", [], -1)
    expect(outcomeOf(send(describing("too.early", current)).answer)).toBe("NotTheChampion")
    write(other, replacing(1, current))
    expect(outcomeOf(send(describing("in.time", current)).answer)).toBe("accepted")
  })

  // A command without facts: append, then perhaps the read that makes the answer final.
  it.each([0, 1, 2, 3, 4, 5])(
    "at moment %i of the former's command: refused, or recorded before it",
    (moment) => {
      const { send, store } = rivals("enrolled", [replacing(1, current)], moment)
      const { answer } = send(describing("former", former))
      const types = eventsOf(store)
        .filter((event) => event.stream === stream)
        .map(({ type }) => type)
      const [replaced, described] = [
        types.indexOf("ChampionReplaced.v1"),
        types.indexOf("SettingDescribed.v1")
      ]
      if (Result.isSuccess(answer)) expect(described).toBeGreaterThan(-1)
      else expect({ tag: outcomeOf(answer), described }).toEqual({ tag: "NotTheChampion", described: -1 })
      if (Result.isSuccess(answer) && replaced >= 0) expect(described).toBeLessThan(replaced)
    }
  )

  it.each([0, 1, 2, 3, 4, 5])(
    "at moment %i of the new one's command: accepted if it came to be known before the no",
    (moment) => {
      const { send, store } = rivals("enrolled", [replacing(1, current)], moment)
      const { answer, met } = send(describing("new", current))
      const isReplaced = eventsOf(store).some(({ type }) => type === "ChampionReplaced.v1")
      // A "no" is final after the read of the head: what comes behind that read comes too late.
      expect(outcomeOf(answer)).toBe(isReplaced && moment === 0 ? "accepted" : "NotTheChampion")
      if (!isReplaced) expect(met).toBeLessThanOrEqual(moment)
    }
  )
})

describe("a visit moved by another process", () => {
  it("is moved back, and not left because it was in hand at that date", () => {
    const { other, send } = rivals("visit arranged", [], -1)
    write(other, movingVisit(1, "2018-01-12"))
    const { answer } = send(movingVisit(2, visitOn))
    expect(Result.getOrThrow(answer).events.map(({ type }) => type)).toEqual(["VisitMoved.v1"])
  })

  it("is not moved again to the date it has by then", () => {
    const { other, send } = rivals("visit arranged", [], -1)
    write(other, movingVisit(1, "2018-01-12"))
    const { answer } = send(movingVisit(2, "2018-01-12"))
    expect(Result.getOrThrow(answer)).toMatchObject({ events: [], repeated: false })
  })

  it("before the head was read makes a nothing-to-do into an event", () => {
    const { send } = rivals("visit arranged", [movingVisit(1, "2018-01-12")], 0)
    const { answer } = send(movingVisit(2, visitOn))
    expect(Result.getOrThrow(answer).events).toHaveLength(1)
  })
})
