// Sequences of commands in a small world. Most are acceptable when they are given, because each is chosen for
// what has happened before it; the rest are wrong in one way, or sent before.
import type { LcqmCommand } from "@lcqm/core"
import * as fc from "fast-check"
import { aside } from "./aside.ts"
import {
  anyAcceptable,
  anyMove,
  type AtSchool,
  atSchool,
  firstAcceptable,
  type Move,
  type Way
} from "./move.ts"
import { drafting } from "./drafting.ts"
import { networking } from "./networking.ts"
import { onward } from "./onward.ts"
import { Rehearsal } from "./rehearsal.ts"
import {
  anySmallWorld,
  beginning,
  foundingCommands,
  type SmallWorld,
  type SmallWorldOptions
} from "./small-world.ts"
import { again, wrong } from "./wrong.ts"

/** One command of a sequence. */
export interface SequenceStep {
  readonly command: LcqmCommand
  /** When it is sent, in milliseconds since 1970. */
  readonly at: number
  /** What it comes to where nobody else writes: accepted, nothing to do, repeated, or the rejection's name. */
  readonly comesTo: string
}

/** A small world and what is asked for in it. */
export interface CommandSequence {
  readonly world: SmallWorld
  /** In the order they are sent; the founding of the world comes first. */
  readonly steps: ReadonlyArray<SequenceStep>
}

/** How long sequences are, and in how large a world. */
export interface CommandSequenceOptions extends SmallWorldOptions {
  /** At most so many moves (default 25); a move along the main road is up to twenty commands. */
  readonly mostMoves?: number
  /** At least so many moves (default 0): where a property is about what comes late in a journey. */
  readonly fewestMoves?: number
  /** Whether wrong and repeated commands are among them (default true). */
  readonly noise?: boolean
}

// Seven hours: now and then two commands fall on one day.
const pace = 7 * 3_600_000

const told = ({ command: { actor, data, id, type }, comesTo }: SequenceStep): string =>
  `${id} ${type} by ${actor.person}: ${comesTo}  ${JSON.stringify(data)}`

// Some ways are gone for several steps at once, or what comes late on them would seldom be met.
const severalSteps: ReadonlySet<Way> = new Set(["onward", "together"])

// A run along the main road is left for a step now and then.
const wayOf = ({ pick, way }: Move, time: number): Way =>
  way === "onward" && (pick + time) % 7 === 6 ? "aside" : way

const chosen = (
  way: Way,
  here: AtSchool,
  at: number,
  sent: ReadonlyArray<LcqmCommand>
): LcqmCommand | undefined => {
  switch (way) {
    case "onward":
      return firstAcceptable(here, at, onward(here))
    case "aside":
      return anyAcceptable(here, at, aside(here))
    case "together":
      // Seven steps in a network or two, then seven at the scheme's own versions.
      return anyAcceptable(
        here,
        at,
        Math.floor(here.move.pick / 7) % 3 === 2 ? drafting(here) : networking(here)
      )
    case "wrong":
      return wrong(here, at)
    case "again":
      return again(sent, here)
  }
}

const sequenceOf = (world: SmallWorld, moves: ReadonlyArray<Move>): CommandSequence => {
  const rehearsal = new Rehearsal()
  const steps: Array<SequenceStep> = []
  const sent: Array<LcqmCommand> = []
  const send = (command: LcqmCommand, at: number): void => {
    const outcome = rehearsal.carryOut(command, at)
    sent.push(command)
    steps.push({ command, at, comesTo: outcome.outcome === "rejected" ? outcome.tag : outcome.outcome })
  }
  for (const command of foundingCommands(world)) send(command, beginning + steps.length * pace)
  for (const move of moves) {
    for (let time = 0; time < (severalSteps.has(move.way) ? move.times : 1); time += 1) {
      const at = beginning + steps.length * pace
      const occurredOn = new Date(at).toISOString().slice(0, 10)
      const id = `command.${steps.length}`
      const here = atSchool({ world, rehearsal, move: { ...move, pick: move.pick + time }, id, occurredOn })
      const command = chosen(wayOf(move, time), here, at, sent)
      if (command !== undefined) send(command, at)
    }
  }
  const text = () => [JSON.stringify(world), ...steps.map(told)].join("\n  ")
  return Object.defineProperty({ world, steps }, fc.toStringMethod, { value: text })
}

/**
 * Any sequence of commands in a small world, each with what it comes to. Shrinks to fewer and plainer steps; what
 * is left makes sense without what was taken out. Shown by fast-check as a line a command.
 * @example
 * ```ts
 * import { anyCommandSequence } from "@lcqm/testing/arbitraries"
 * import fc from "fast-check"
 * const drawn = fc.sample(anyCommandSequence(), { seed: 1, numRuns: 100 })
 * const sent = drawn.flatMap(({ steps }) => steps)
 * sent.filter(({ comesTo }) => comesTo === "accepted").length > sent.length / 2 // => true
 * sent.some(({ command, comesTo }) => command.type === "AcceptProposal" && comesTo === "accepted") // => true
 * ```
 */
export const anyCommandSequence = ({
  fewestMoves = 0,
  mostMoves = 25,
  noise = true,
  ...options
}: CommandSequenceOptions = {}): fc.Arbitrary<CommandSequence> =>
  fc
    .tuple(
      anySmallWorld(options),
      fc.array(anyMove(), { minLength: fewestMoves, maxLength: Math.max(fewestMoves, mostMoves) })
    )
    .map(([world, moves]) =>
      sequenceOf(world, noise ? moves : moves.filter(({ way }) => way !== "wrong" && way !== "again"))
    )
