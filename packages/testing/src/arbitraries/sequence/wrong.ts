// Commands that are wrong in one way: the actor, the criterion, the moment, the history seen, or the id.
import type { LcqmCommand } from "@lcqm/core"
import { anyAcceptable, type AtSchool, firstAcceptable, spread } from "./move.ts"
import { aside } from "./aside.ts"
import { onward } from "./onward.ts"
import { people } from "./small-world.ts"

const actors = [
  people.stranger,
  people.office,
  people.champions[0],
  people.champions[1],
  people.assessors[0],
  people.coach
] as const

/** A command that would do, made wrong in one way; or one that is out of turn. */
export const wrong = (at: AtSchool, now: number): LcqmCommand | undefined => {
  const { move, sent } = at
  const right = move.pick % 2 === 0 ? firstAcceptable(at, now, onward(at)) : anyAcceptable(at, now, aside(at))
  const outOfTurn = aside(at)[spread(move.pick) % aside(at).length]
  if (right === undefined) return outOfTurn
  switch (spread(move.pick) % 6) {
    case 0:
      return {
        ...right,
        actor: sent(actors[spread(move.pick + 7) % actors.length] ?? people.stranger).actor
      }
    case 1:
      // The data stays that of the command's type: a criterion is any text.
      return "criterion" in right.data
        ? ({ ...right, data: { ...right.data, criterion: "t9.c9" } } as LcqmCommand)
        : { ...right, actor: sent(people.stranger).actor }
    case 2:
      return { ...right, occurredOn: "2199" }
    case 3:
      return right.seen === undefined ? outOfTurn : { ...right, seen: Math.max(0, right.seen - 1) }
    case 4:
      return right.seen === undefined ? outOfTurn : { ...right, seen: right.seen + 1 }
    default:
      return outOfTurn
  }
}

/** Something sent before, once more; or under a new id; or another command under its id. */
export const again = (before: ReadonlyArray<LcqmCommand>, at: AtSchool): LcqmCommand | undefined => {
  const { id, move } = at
  const chosen = before[spread(move.pick) % Math.max(1, before.length)]
  if (chosen === undefined) return undefined
  switch (move.pick % 4) {
    case 0:
      return { ...chosen, id }
    case 1: {
      const other = onward(at)[0] ?? aside(at)[0]
      return other === undefined ? chosen : { ...other, id: chosen.id }
    }
    default:
      return chosen
  }
}
