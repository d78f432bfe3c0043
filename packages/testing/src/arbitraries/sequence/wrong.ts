// Commands that are wrong in one way: the actor, the criterion, the moment, the history seen, or the id.
import type { LcqmCommand } from "@lcqm/core"
import { anyAcceptable, type AtSchool, spread } from "./move.ts"
import { aside } from "./aside.ts"
import { onward } from "./onward.ts"
import { inhabitants } from "./small-world.ts"

const actors = [
  inhabitants.stranger,
  inhabitants.office,
  inhabitants.champions[0],
  inhabitants.champions[1],
  inhabitants.assessors[0],
  inhabitants.coach
] as const

/** A command that would do, made wrong in one way; or one that is out of turn. */
export const wrong = (at: AtSchool, now: number): LcqmCommand | undefined => {
  const { move, sent } = at
  const all = [...onward(at), ...aside(at)]
  switch (spread(move.pick) % 6) {
    case 0: {
      const right = anyAcceptable(at, now, all)
      const actor = actors[spread(move.pick + 7) % actors.length] ?? inhabitants.stranger
      return right === undefined ? undefined : { ...right, actor: sent(actor).actor }
    }
    case 1: {
      const right = anyAcceptable(
        at,
        now,
        all.filter(({ data }) => "criterion" in data)
      )
      // The data stays that of the command's type: a criterion is any text.
      return right === undefined
        ? undefined
        : ({ ...right, data: { ...right.data, criterion: "t9.c9" } } as LcqmCommand)
    }
    case 2: {
      const right = anyAcceptable(at, now, all)
      return right === undefined ? undefined : { ...right, occurredOn: "2199" }
    }
    case 3:
    case 4: {
      const judgement = all.find(({ seen }) => seen !== undefined)
      const off = spread(move.pick) % 2 === 0 ? -1 : 1
      return judgement === undefined
        ? undefined
        : { ...judgement, seen: Math.max(0, (judgement.seen ?? 0) + off) }
    }
    default:
      return all[spread(move.pick) % all.length]
  }
}

/** Something sent before, once more; or something just sent, under a new id; or another command under its id. */
export const again = (before: ReadonlyArray<LcqmCommand>, at: AtSchool): LcqmCommand | undefined => {
  const { id, move } = at
  const back = spread(move.pick)
  const chosen = before[back % Math.max(1, before.length)]
  const recent = before[before.length - 1 - (back % 4)]
  switch (back % 3) {
    case 0:
      return recent === undefined ? undefined : { ...recent, id }
    case 1: {
      const other = onward(at)[0] ?? aside(at)[0]
      return chosen === undefined || other === undefined ? chosen : { ...other, id: chosen.id }
    }
    default:
      return chosen
  }
}
