// The rules carried out in the head: commands decided on states folded in memory, one after the other, with no
// store, cache or conflict. It knows which command would be accepted next, and what the loop should answer.
import {
  authorise,
  type Command,
  type EnrolmentState,
  type EventBody,
  factsByName,
  type FactRequest,
  type Handler,
  isCertainlyBefore,
  type LcqmCommand,
  lcqmHandlers,
  mondayToFriday,
  type Recorded,
  type Revision,
  rolesByCommand,
  schoolFact,
  type StreamName,
  streamsNaming,
  type Urn
} from "@lcqm/core"
import { canonicalJson, toHex } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import { Result } from "effect"
import type { Outcome } from "./outcome.ts"
import { scheme } from "./small-world.ts"

interface Known {
  readonly state: unknown
  readonly events: ReadonlyArray<Recorded>
}

const handlers: ReadonlyMap<string, Handler> = new Map(lcqmHandlers.map((each) => [each.command.name, each]))

// What tells a repeated command from another under its id: everything but free text and who is told.
const asked = ({ actor, data, occurredOn, seen, type }: Command): string =>
  canonicalJson(
    JSON.parse(
      JSON.stringify({ type, person: actor.person, occurredOn, seen, data }, (_, value: unknown) =>
        typeof value === "object" && value !== null && "about" in value && "text" in value
          ? { about: value.about }
          : value
      )
    )
  )

// As the design says it: a UUID of version 8 from SHA-256 over the command's id and the event's index.
const eventId = (command: string, index: number): string => {
  const bytes = nodeHasher.sha256(new TextEncoder().encode(`${command}#${index}`)).slice(0, 16)
  bytes[6] = 0x80 | ((bytes[6] ?? 0) % 16)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) % 64)
  return toHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")
}

/**
 * Commands carried out in the head, in the order they come.
 * @example
 * ```ts
 * import { beginning, office, Rehearsal } from "@lcqm/testing/arbitraries"
 * const rehearsal = new Rehearsal()
 * const data = { scheme: "lcqm", cohort: "A", windows: {} }
 * const launching = { type: "LaunchCohort", id: "command.1", actor: office, occurredOn: "2017-05-01", data } as const
 * rehearsal.carryOut(launching, beginning).outcome // => "accepted"
 * rehearsal.would({ ...launching, id: "command.2" }, beginning) // => { outcome: "rejected", tag: "CohortAlreadyLaunched" }
 * rehearsal.revision("cohort-lcqm-A") // => 0
 * ```
 */
export class Rehearsal {
  readonly #streams = new Map<StreamName, Known>()
  readonly #commands = new Map<string, { readonly stream: StreamName; readonly command: LcqmCommand }>()

  /** What is known of a stream. */
  state<State>({ fold, stream }: FactRequest<State>): State {
    const known = this.#streams.get(stream)
    return known === undefined ? fold.initial : (known.state as State)
  }

  /** The revision of a stream's last event. */
  revision(stream: StreamName): Revision | "none" {
    const size = this.#streams.get(stream)?.events.length ?? 0
    return size === 0 ? "none" : size - 1
  }

  /** What is known of a school. */
  school(school: Urn): EnrolmentState {
    return this.state(schoolFact(scheme, school))
  }

  /** What a command would come to at an instant (milliseconds since 1970); nothing changes. */
  would(command: LcqmCommand, at: number): Outcome {
    const handler = handlers.get(command.type)
    if (handler === undefined) throw new TypeError(`no command ${command.type}`)
    const stream = handler.streamOf(command.data)
    const before = this.#commands.get(command.id)
    if (before?.stream === stream) {
      return asked(before.command) === asked(command)
        ? { outcome: "repeated" }
        : { outcome: "rejected", tag: "CommandIdReused" }
    }
    const decided = this.#decide(command, handler, at)
    if (Result.isFailure(decided)) return { outcome: "rejected", tag: decided.failure }
    const [first] = decided.success
    if (first === undefined) return { outcome: "nothing to do" }
    // Event ids follow from the command's id, so that a store that knows them elsewhere refuses them.
    return before === undefined
      ? { outcome: "accepted", events: decided.success }
      : { outcome: "rejected", tag: "CommandIdReused" }
  }

  /** The same, and what it comes to has happened. */
  carryOut(command: LcqmCommand, at: number): Outcome {
    const outcome = this.would(command, at)
    const handler = handlers.get(command.type)
    if (outcome.outcome === "accepted" && handler !== undefined) {
      const { fold } = handler
      const stream = handler.streamOf(command.data)
      const known = this.#streams.get(stream) ?? { state: fold.initial, events: [] }
      this.#streams.set(stream, {
        state: fold.fold(known.state, outcome.events),
        events: [...known.events, ...outcome.events]
      })
      this.#commands.set(command.id, { stream, command })
    }
    return outcome
  }

  #decide(
    command: LcqmCommand,
    handler: Handler,
    at: number
  ): Result.Result<ReadonlyArray<Recorded>, string> {
    const stream = handler.streamOf(command.data)
    const { events, state } = this.#streams.get(stream) ?? { state: handler.fold.initial, events: [] }
    const now = new Date(at).toISOString()
    const today = now.slice(0, 10)
    if (handler.command.seen && command.seen !== this.revision(stream)) return Result.fail("HistoryMovedOn")
    if (isCertainlyBefore(today, command.occurredOn)) return Result.fail("NotYetHappened")
    const { person } = command.actor
    const role = authorise(rolesByCommand, command.type, command.actor, handler.rolesOf(state, person))
    if (Result.isFailure(role)) return Result.fail(role.failure._tag)
    const lookUp = handler.lookUpFor(command)
    const all = [...this.#streams.values()].flatMap((known) => known.events)
    const found = lookUp === undefined ? [] : streamsNaming(all, lookUp)
    const facts = factsByName(handler.factsFor(command, state, found), (request) => ({
      stream: request.stream,
      exists: this.revision(request.stream) !== "none",
      state: this.state(request)
    }))
    const decision = handler.decide(command, state, {
      ...facts,
      today,
      digest: () => "0".repeat(64),
      isWorkingDay: mondayToFriday
    })
    if (Result.isFailure(decision)) return Result.fail(decision.failure._tag)
    const recorded = ({ data, type }: EventBody, index: number): Recorded => ({
      id: eventId(command.id, index),
      stream,
      revision: events.length + index,
      type,
      data,
      metadata: {
        commandId: command.id,
        commandDigest: "0".repeat(64),
        correlationId: command.correlationId ?? command.id,
        actor: { person, role: role.success },
        occurredOn: command.occurredOn,
        recordedAt: now,
        salt: "0".repeat(32)
      },
      position: "0".repeat(20),
      leafHash: "0".repeat(64)
    })
    return Result.succeed(decision.success.map(recorded))
  }
}
