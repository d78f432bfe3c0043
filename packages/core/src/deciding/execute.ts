// The loop: decode, load and fold, answer what was sent before, read the facts, authorise, decide, stamp,
// append; on a conflict fold what is new and decide again. One way in, for every command of every slice.
import { Clock, Data, Effect, Result, Schedule } from "effect"
import { canonicalJson } from "@lcqm/ledger"
import {
  type Appended,
  type AppendError,
  type EventStore,
  exactly,
  noStream,
  type ReadError,
  type Recorded,
  type Revision,
  type Stamped,
  type StreamName
} from "../event-store/index.ts"
import {
  type CommandId,
  isCertainlyBefore,
  decoderOf,
  instantOf,
  type Malformed,
  malformed,
  shown
} from "../vocabulary/index.ts"
import { authorise, type RoleTable } from "./authorising.ts"
import { type Command, commandSchema } from "./command.ts"
import { Entropy } from "./entropy.ts"
import { Histories } from "./histories.ts"
import { catchUp, type History } from "./history.ts"
import { isRejection, type Rejection, rejection } from "./rejection.ts"
import type { Fact, FactRequests, Handler, Surroundings } from "./slice.ts"
import { digestOf, stamp } from "./stamping.ts"

/** A command was accepted. */
export interface Accepted {
  readonly stream: StreamName
  /** The stream's last revision as of this answer, or "none". */
  readonly revision: Revision | "none"
  /** What was recorded: nothing where there was nothing to do. */
  readonly events: ReadonlyArray<Recorded>
  /** Whether the command had been sent before, and this is its first result again. */
  readonly repeated: boolean
}

/** Others kept writing to the stream: no decision could be recorded in so many attempts. */
export class TooMuchContention extends Data.TaggedError("TooMuchContention")<{
  readonly stream: string
  readonly attempts: number
}> {
  override get message(): string {
    return `Stream ${this.stream} was written to by others in each of ${this.attempts} attempts. Nothing was written; send the command again, under the same id.`
  }
}

/** Everything `execute` can answer but success. */
export type ExecuteError = Malformed | Rejection | AppendError | ReadError | TooMuchContention

/** The id names another command already. */
export const CommandIdReused = rejection("CommandIdReused", (d: { id: string }) => [
  `The command id ${d.id} is that of another command, which is recorded already.`,
  "Choose a new random id for a new command; keep the id only to send the very same command again."
])

/** A judgement on a history that has moved on since the person saw it. */
export const HistoryMovedOn = rejection(
  "HistoryMovedOn",
  (d: { stream: string; seen: number; revision: number | "none" }) => [
    `The judgement was made on ${d.stream} as of revision ${d.seen}, which is now at ${d.revision}.`,
    "Look at what is new, and judge again with the revision then seen."
  ]
)

/** Events are in the past tense: what has not happened yet is not recorded. */
export const NotYetHappened = rejection("NotYetHappened", (d: { occurredOn: string; today: string }) => [
  `It is said to have happened on ${d.occurredOn}, and today is ${d.today}.`,
  "Send it once it has happened, or correct the date."
])

/** How the loop works. */
export interface LoopOptions {
  /** How many streams' folded states are kept between commands (default 1,000; 0: none). */
  readonly cachedStreams?: number
  /** How often a command is decided, at most, when others write to its stream (default 20). */
  readonly attempts?: number
  /** The time in milliseconds since 1970; Effect's Clock where nothing is given. */
  readonly now?: () => number
  /** Random bytes for salt; the Entropy service where nothing is given. */
  readonly randomBytes?: (count: number) => Uint8Array
}

// A lost answer is asked for again quickly at first, then for about half a minute.
const untilKnown = Schedule.min([Schedule.exponential("20 millis"), Schedule.spaced("2 seconds")]).pipe(
  Schedule.upTo({ times: 20 })
)

/** Makes the loop of a domain: its handlers, and which roles may give which command. */
export const loopOf = (
  store: EventStore["Service"],
  handlers: ReadonlyArray<Handler>,
  roles: RoleTable,
  options: LoopOptions = {}
): ((input: unknown) => Effect.Effect<Accepted, ExecuteError>) => {
  const { hasher } = store.codec
  const histories = new Histories(options.cachedStreams ?? 1_000)
  const attempts = options.attempts ?? 20
  const byName = new Map(handlers.map((handler) => [handler.command.name, handler]))
  const decoders = new Map(
    handlers.map(({ command }) => [
      command.name,
      decoderOf(`${command.name} command`, commandSchema(command))
    ])
  )
  const utf8 = new TextEncoder()
  const digest = (value: unknown): string => hasher.sha256Hex(utf8.encode(canonicalJson(value)))

  const decode = (input: unknown): Result.Result<[Command, Handler], Malformed> => {
    const type = typeof input === "object" && input !== null ? Reflect.get(input, "type") : undefined
    const handler = byName.get(type)
    const decoder = decoders.get(type)
    if (handler === undefined || decoder === undefined) {
      const expected = `a command's name: one of ${[...byName.keys()].join(", ")}`
      return Result.fail(malformed("command", [{ path: "type", expected, got: shown(type) }]))
    }
    return Result.map(decoder(input), (command) => [command as Command, handler])
  }

  const readFacts = Effect.fnUntraced(function* (requests: FactRequests) {
    const read: Array<{ readonly name: string; readonly history: History; readonly size: number }> = []
    const facts: Record<string, Fact<unknown>> = {}
    for (const name of Object.keys(requests)) {
      const request = requests[name]
      if (request === undefined) continue
      const history = histories.of(request.stream, request.fold)
      yield* catchUp(store, history)
      const { size, state } = history.moment
      read.push({ name, history, size })
      facts[name] = { stream: request.stream, exists: size > 0, state }
    }
    return { read, facts }
  })

  const recordedBefore = Effect.fnUntraced(function* (
    history: History,
    id: CommandId,
    commandDigest: string
  ) {
    const known = history.command(id)
    if (known === undefined) return undefined
    if (known.digest !== commandDigest) return yield* Effect.fail(CommandIdReused({ id }))
    const { events } = yield* store.readStream(history.stream, { from: known.first, to: known.last })
    const first: Accepted = { stream: history.stream, revision: known.last, events, repeated: true }
    return first
  })

  // The same bytes with the same expectation until the outcome is known: recorded once, whatever was lost.
  const append = (stream: StreamName, size: number, events: readonly [Stamped, ...Array<Stamped>]) =>
    Effect.retry(store.append(stream, size === 0 ? noStream : exactly(size - 1), events), {
      schedule: untilKnown,
      while: (error) => error._tag === "OutcomeUnknown"
    })

  const attempt = Effect.fnUntraced(function* (
    command: Command,
    handler: Handler,
    history: History,
    own: string
  ) {
    const before = yield* recordedBefore(history, command.id, own)
    if (before !== undefined) return before
    const { recordedAt, size, state } = history.moment
    const revision = size === 0 ? "none" : size - 1
    const { stream } = history

    const { facts, read } = yield* readFacts(handler.factsFor(command, state))
    const now = instantOf(options.now === undefined ? yield* Clock.currentTimeMillis : options.now())
    const surroundings: Surroundings = { ...facts, today: now.slice(0, 10), digest }
    const decided = Result.gen(function* () {
      if (handler.command.seen && command.seen !== revision) {
        return yield* Result.fail(HistoryMovedOn({ stream, seen: command.seen ?? 0, revision }))
      }
      if (isCertainlyBefore(surroundings.today, command.occurredOn)) {
        return yield* Result.fail(
          NotYetHappened({ occurredOn: command.occurredOn, today: surroundings.today })
        )
      }
      const role = yield* authorise(
        roles,
        command.type,
        command.actor,
        handler.rolesOf(state, command.actor.person)
      )
      return { role, bodies: yield* handler.decide(command, state, surroundings) }
    })
    if (Result.isFailure(decided)) return yield* Effect.fail(decided.failure)

    const randomBytes = options.randomBytes ?? (yield* Entropy).bytes
    const [first, ...rest] = stamp(decided.success.bodies, {
      hasher,
      command,
      digest: own,
      role: decided.success.role,
      stream,
      from: size,
      recordedAt: recordedAt !== undefined && recordedAt > now ? recordedAt : now,
      salt: () => randomBytes(16),
      restsOn: () => ({
        revision,
        root: history.root(hasher, size),
        facts: read.map((fact) => ({
          stream: fact.history.stream,
          revision: fact.size === 0 ? ("none" as const) : fact.size - 1,
          root: fact.history.root(hasher, fact.size)
        }))
      })
    })
    if (first === undefined) return { stream, revision, events: [], repeated: false } satisfies Accepted
    const appended: Appended = yield* append(stream, size, [first, ...rest])
    history.advance(appended.events)
    const last = appended.events[appended.events.length - 1] ?? appended.events[0]
    return {
      stream,
      revision: last.revision,
      events: appended.events,
      repeated: appended.repeated
    } satisfies Accepted
  })

  const run = Effect.fnUntraced(function* (
    command: Command,
    handler: Handler
  ): Effect.fn.Return<Accepted, ExecuteError> {
    const history = histories.of(handler.streamOf(command.data), handler.fold)
    const own = digestOf(hasher, command)
    if (history.size === 0) yield* catchUp(store, history)
    for (let tried = 1; tried <= attempts; tried += 1) {
      const { size } = history
      const outcome = yield* Effect.result(attempt(command, handler, history, own))
      if (Result.isSuccess(outcome) && (outcome.success.events.length > 0 || outcome.success.repeated)) {
        return outcome.success
      }
      if (Result.isFailure(outcome)) {
        const { failure } = outcome
        if (failure._tag === "EventIdConflict") return yield* Effect.fail(CommandIdReused({ id: command.id }))
        if (!isRejection(failure) && failure._tag !== "WrongExpectedRevision")
          return yield* Effect.fail(failure)
      }
      // A "no" and a "nothing to do" are final only where the stream has not moved on since it was read.
      yield* catchUp(store, history)
      if (history.size === size && !isConflict(outcome)) return yield* Effect.fromResult(outcome)
    }
    return yield* new TooMuchContention({ stream: history.stream, attempts })
  })

  return (input) =>
    Effect.suspend((): Effect.Effect<Accepted, ExecuteError> => {
      const decoded = decode(input)
      if (Result.isFailure(decoded)) return Effect.fail(decoded.failure)
      const [command, handler] = decoded.success
      return histories.queued(handler.streamOf(command.data), run(command, handler))
    })
}

const isConflict = (outcome: Result.Result<unknown, ExecuteError>): boolean =>
  Result.isFailure(outcome) && outcome.failure._tag === "WrongExpectedRevision"
