// The loop: decode, load and fold, answer what was sent before, read the facts, authorise, decide, stamp,
// append; on a conflict fold what is new and decide again. One way in, for every command of every slice.
import { canonicalBytes } from "@lcqm/ledger"
import { Clock, Effect, Result } from "effect"
import {
  appendUntilKnown,
  type EventBody,
  type EventStore,
  exactly,
  inSpan,
  noStream,
  type Revision
} from "../../event-store/index.ts"
import type { KeepTexts } from "../../personal-data/keeping-texts.ts"
import { instantOf, isCertainlyBefore, type IsWorkingDay, type Role } from "../../vocabulary/index.ts"
import {
  type Accepted,
  CommandIdReused,
  type ExecuteError,
  HistoryMovedOn,
  NotYetHappened,
  TooMuchContention
} from "./answers.ts"
import { authorise, type RoleTable } from "../declaring/authorising.ts"
import type { Command } from "../declaring/command.ts"
import { type Received, receiverOf } from "./decoding.ts"
import { Entropy } from "../host/entropy.ts"
import { factsReadBy, haveMovedOn, readFacts } from "./facts.ts"
import { Histories } from "./histories.ts"
import { catchUp, type CommandRecord, type History } from "./history.ts"
import { isRejection, type Rejection } from "../declaring/rejection.ts"
import type { Handler, SignatureOf, Surroundings } from "../declaring/slice.ts"
import { whyNotSigned } from "../declaring/signing.ts"
import { stamp } from "./stamping.ts"
import { indexesOf, type StreamIndexes } from "./stream-index.ts"
import { WorkingCalendar } from "../host/working-calendar.ts"

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
  /** Which days are working days; the WorkingCalendar service where nothing is given. */
  readonly isWorkingDay?: IsWorkingDay
  /**
   * Text about people is stored as it was written, for ever, though the store holds sealed texts. Left out, a store of
   * sealed texts that is opened without its key ring takes no such text; with a key ring it says nothing.
   */
  readonly leaveTextsPlain?: boolean
}

/** What else the loop may have. */
export interface LoopServices {
  /** How free text is kept: sealed or as it was written. As it was written, where nothing is given. */
  readonly keepTexts?: KeepTexts
  /** Where streams are looked up by what they have named; in the store's own indexes where nothing is given. */
  readonly indexes?: Pick<StreamIndexes, "streamsNaming">
  /** Why a command that is well formed is not even looked at here; undefined where it is. */
  readonly refuse?: (command: Command) => ExecuteError | undefined
}

/** Makes the loop of a domain: its handlers, and which roles may give which command. */
export const loopOf = (
  store: EventStore["Service"],
  handlers: ReadonlyArray<Handler>,
  roles: RoleTable,
  options: LoopOptions & LoopServices = {}
): ((input: unknown) => Effect.Effect<Accepted, ExecuteError>) => {
  const { hasher } = store.codec
  const histories = new Histories(options.cachedStreams ?? 1_000)
  const { indexes = indexesOf(store) } = options
  const attempts = options.attempts ?? 20
  const receive = receiverOf(handlers, hasher)
  const digest = (value: unknown): string => hasher.sha256Hex(canonicalBytes(value))

  /** The answer to a command that the stream holds already. */
  const recordedBefore = (
    history: History,
    received: Received,
    known: CommandRecord
  ): Effect.Effect<Accepted, ExecuteError> => {
    const { id } = received.command
    if (known.digest !== received.digest) return Effect.fail(CommandIdReused({ id }))
    const { stream } = history
    return Effect.map(store.readStream(stream, { from: known.first, to: known.last }), ({ events }) => ({
      stream,
      revision: known.last,
      events,
      repeated: true
    }))
  }

  /** The rules' answer on one moment, and the role it was asked for in. */
  const judge = (
    { command, handler }: Received,
    state: unknown,
    revision: Revision | "none",
    surroundings: Surroundings
  ): Result.Result<{ readonly role: Role; readonly bodies: ReadonlyArray<EventBody> }, Rejection> => {
    if (handler.command.seen && command.seen !== revision) {
      const stream = handler.streamOf(command.data)
      return Result.fail(HistoryMovedOn({ stream, seen: command.seen ?? 0, revision }))
    }
    const { occurredOn } = command
    const { today } = surroundings
    if (isCertainlyBefore(today, occurredOn)) return Result.fail(NotYetHappened({ occurredOn, today }))
    const derived = handler.rolesOf(state, command.actor.person)
    const role = authorise(roles, command.type, command.actor, derived)
    if (Result.isFailure(role)) return Result.fail(role.failure)
    const decided = handler.decide(command, state, surroundings)
    return Result.isFailure(decided)
      ? Result.fail(decided.failure)
      : Result.succeed({ role: role.success, bodies: decided.success })
  }

  /** The same answer, unless what was decided carries a signature that does not hold. */
  const signedOrNot = Effect.fnUntraced(function* (
    signatureOf: SignatureOf,
    surroundings: Surroundings,
    judged: ReturnType<typeof judge>,
    history: History
  ) {
    if (Result.isFailure(judged)) return judged
    const { stream, size } = history
    const on = { stream, basisRoot: history.root(hasher, size) }
    const claim = signatureOf(judged.success.bodies, surroundings, on)
    const why = claim === undefined ? undefined : yield* whyNotSigned(claim)
    return why === undefined ? judged : Result.fail(why)
  })

  const attempt = Effect.fnUntraced(function* (received: Received, history: History) {
    const { command, handler } = received
    const known = history.command(command.id)
    if (known !== undefined) return yield* recordedBefore(history, received, known)
    const { stream } = history
    const { recordedAt, size, state } = history.moment
    const revision = size === 0 ? "none" : size - 1

    const lookUp = handler.lookUpFor(command)
    const found = lookUp === undefined ? [] : yield* indexes.streamsNaming(lookUp)
    const { facts, read } = yield* readFacts(store, histories, handler.factsFor(command, state, found))
    const now = instantOf(options.now === undefined ? yield* Clock.currentTimeMillis : options.now())
    const isWorkingDay = options.isWorkingDay ?? (yield* WorkingCalendar).isWorkingDay
    const surroundings = { ...facts, today: now.slice(0, 10), digest, isWorkingDay }
    const judged = judge(received, state, revision, surroundings)
    const { signatureOf } = handler
    const decided =
      signatureOf === undefined ? judged : yield* signedOrNot(signatureOf, surroundings, judged, history)
    // A "no" and a "nothing to do" rest on one moment, that of the last fact: the others must still hold then.
    const writes = Result.isSuccess(decided) && decided.success.bodies.length > 0
    if (!writes && (yield* haveMovedOn(store, read.slice(0, -1)))) return undefined
    if (Result.isFailure(decided)) return yield* Effect.fail(decided.failure)

    const randomBytes = options.randomBytes ?? (yield* Entropy).bytes
    const stamped = stamp(decided.success.bodies, {
      hasher,
      command,
      digest: received.digest,
      role: decided.success.role,
      stream,
      from: size,
      recordedAt: recordedAt !== undefined && recordedAt > now ? recordedAt : now,
      salt: () => randomBytes(16),
      restsOn: () => ({ revision, root: history.root(hasher, size), facts: factsReadBy(hasher, read) })
    })
    const { keepTexts } = options
    const [first, ...rest] = keepTexts === undefined ? stamped : yield* keepTexts(stamped, randomBytes)
    if (first === undefined) return { stream, revision, events: [], repeated: false } satisfies Accepted
    const { events } = yield* appendUntilKnown(store, stream, size === 0 ? noStream : exactly(size - 1), [
      first,
      ...rest
    ])
    history.advance(events)
    return { stream, revision: size + rest.length, events, repeated: false } satisfies Accepted
  })

  const run = Effect.fnUntraced(function* (received: Received): Effect.fn.Return<Accepted, ExecuteError> {
    const { command, handler } = received
    const history = histories.of(handler.streamOf(command.data), handler.fold)
    if (history.size === 0) yield* catchUp(store, history)
    for (let tried = 1; tried <= attempts; tried += 1) {
      const { size } = history
      const outcome = yield* Effect.result(attempt(received, history))
      const answer = Result.isSuccess(outcome) ? outcome.success : undefined
      const failure = Result.isFailure(outcome) ? outcome.failure : undefined
      if (answer !== undefined && answer.events.length > 0) return answer
      if (failure !== undefined && !isRejection(failure) && !isConflict(failure)) {
        return yield* Effect.fail(failure)
      }
      // A "no" and a "nothing to do" are final only where the stream has not moved on since it was read.
      yield* catchUp(store, history)
      if (history.size > size) continue
      // The command's ids are recorded, and not here: whoever chose its id chose another's.
      if (failure?._tag === "EventIdConflict") return yield* Effect.fail(CommandIdReused({ id: command.id }))
      if (answer !== undefined) return answer
      if (isRejection(failure)) return yield* Effect.fail(failure)
    }
    return yield* new TooMuchContention({ stream: history.stream, attempts })
  })

  return (input) =>
    Effect.suspend((): Effect.Effect<Accepted, ExecuteError> => {
      const received = receive(input)
      if (Result.isFailure(received)) return Effect.fail(received.failure)
      const { command, handler } = received.success
      const refusal = options.refuse?.(command)
      if (refusal !== undefined) return Effect.fail(refusal)
      const stream = handler.streamOf(command.data)
      return inSpan(`execute ${command.type}`, () => ({
        kind: "internal",
        attributes: {
          "lcqm.command.type": command.type,
          "lcqm.command.id": command.id,
          "lcqm.stream": stream
        }
      }))(histories.queued(stream, run(received.success)))
    })
}

// Somebody else wrote to the stream, or wrote this very command's events before: what is new there tells.
const isConflict = ({ _tag }: { readonly _tag: string }): boolean =>
  _tag === "WrongExpectedRevision" || _tag === "EventIdConflict"
