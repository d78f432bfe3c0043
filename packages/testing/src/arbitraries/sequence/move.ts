// A move is one draw of a sequence: which way things go next, and what to say. It names no command, so that a
// shortened sequence is still one that makes sense: the command is chosen for what has happened so far.
import {
  type Actor,
  type EnrolmentState,
  type LcqmCommand,
  type Level,
  type PersonRef,
  schoolStream,
  type Text,
  type Urn
} from "@lcqm/core"
import * as fc from "fast-check"
import { anyLevel } from "../level.ts"
import type { Rehearsal } from "./rehearsal.ts"
import { inhabitants, scheme, type SmallWorld } from "./small-world.ts"
import { anyText } from "../text.ts"

/** Which way things go: along the main road, off it, beside any school (networks, versions), wrong in some way, or sent before. */
export type Way = "onward" | "aside" | "together" | "wrong" | "again"

/** One draw of a sequence. */
export interface Move {
  readonly way: Way
  /** How many steps along the main road, or in a network. */
  readonly times: number
  /** Which of what is possible. */
  readonly pick: number
  readonly school: number
  /** A level of one's own; the one that most of the world's judgements are near to, where none is drawn. */
  readonly level: Level | undefined
  readonly setAside: boolean
  readonly text: Text
}

const namedPeople = [inhabitants.champions[0], inhabitants.coach, inhabitants.assessors[0]] as const

/** Any move. Shrinks to one step along the main road. */
export const anyMove = (): fc.Arbitrary<Move> =>
  fc.record(
    {
      way: fc.oneof(
        { withCrossShrink: true },
        { arbitrary: fc.constant("onward" as const), weight: 6 },
        { arbitrary: fc.constant("aside" as const), weight: 4 },
        { arbitrary: fc.constant("together" as const), weight: 1 },
        { arbitrary: fc.constant("wrong" as const), weight: 2 },
        { arbitrary: fc.constant("again" as const), weight: 2 }
      ),
      times: fc.integer({ min: 1, max: 20 }),
      pick: fc.nat({ max: 999 }),
      school: fc.oneof(
        { withCrossShrink: true },
        { arbitrary: fc.constant(0), weight: 3 },
        { arbitrary: fc.constant(1), weight: 1 }
      ),
      level: fc.option(anyLevel(), { nil: undefined, freq: 2 }),
      setAside: fc.oneof(
        { withCrossShrink: true },
        { arbitrary: fc.constant(false), weight: 7 },
        { arbitrary: fc.constant(true), weight: 1 }
      ),
      text: anyText(namedPeople)
    },
    { noNullPrototype: true }
  )

/** What a command is chosen by: the world, what has happened in it, and the move. */
export interface Circumstances {
  readonly world: SmallWorld
  readonly rehearsal: Rehearsal
  readonly move: Move
  readonly id: string
  readonly occurredOn: string
}

/** The circumstances at one school, put the way its commands are written. */
export interface AtSchool extends Circumstances {
  readonly urn: Urn
  readonly state: EnrolmentState
  readonly level: Level
  /** The champion acting: the school's own where there is one. */
  readonly champion: PersonRef
  /** The assessor acting: that of the visit where there is one. */
  readonly assessor: PersonRef
  /** What every command about the school says. */
  readonly of: { readonly scheme: string; readonly school: Urn }
  /** What every command says. */
  readonly sent: (person: PersonRef) => {
    readonly id: string
    readonly occurredOn: string
    readonly actor: Actor
  }
  /** The same for a judgement on the school's history. */
  readonly seen: { readonly seen: number }
}

/** Puts the circumstances at the move's school. */
export const atSchool = (given: Circumstances): AtSchool => {
  const { id, move, occurredOn, rehearsal, world } = given
  const urn = world.schools[move.school % world.schools.length] ?? world.schools[0]
  const state = rehearsal.school(urn)
  const revision = rehearsal.revision(schoolStream(scheme, urn))
  return {
    ...given,
    urn,
    state,
    level: move.level ?? world.around,
    champion: state.champion ?? inhabitants.champions[0],
    assessor: state.visit?.assessor ?? inhabitants.assessors[move.pick % 2] ?? inhabitants.assessors[0],
    of: { scheme, school: urn },
    sent: (person) => ({
      id,
      occurredOn,
      actor: { person, roles: person === inhabitants.office ? ["SchemeOffice"] : [] }
    }),
    seen: { seen: revision === "none" ? 0 : revision }
  }
}

/** A number drawn small is spread over all that there is to pick from. */
export const spread = (pick: number): number => Math.imul(pick, 0x9e3779b1) >>> 8

const acceptedAt =
  ({ rehearsal }: Circumstances, at: number) =>
  (command: LcqmCommand): boolean =>
    rehearsal.would(command, at).outcome === "accepted"

/** The first of some commands that would be accepted, else the first. */
export const firstAcceptable = (
  here: Circumstances,
  at: number,
  commands: ReadonlyArray<LcqmCommand>
): LcqmCommand | undefined => commands.find(acceptedAt(here, at)) ?? commands[0]

/**
 * A command that would be accepted, the first from the place that the move picks, round and round; else the one
 * in that place. By steps of a prime number, so that no command owes its luck to the one before it in the list.
 */
export const anyAcceptable = (
  here: Circumstances,
  at: number,
  commands: ReadonlyArray<LcqmCommand>
): LcqmCommand | undefined => {
  const from = spread(here.move.pick)
  const inTurn = commands.map((_, i) => commands[(from + i * 101) % commands.length])
  return inTurn.find((command) => command !== undefined && acceptedAt(here, at)(command)) ?? inTurn[0]
}
