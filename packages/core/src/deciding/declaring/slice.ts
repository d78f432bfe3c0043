// A slice is one concern of the domain: the fold of its streams, who is who in them, and what its commands
// decide. The loop is one and the same for all slices.
import { Result } from "effect"
import type { EventBody, StreamName } from "../../event-store/index.ts"
import type { FullDate, IsWorkingDay, PartialDate, PersonRef, Role } from "../../vocabulary/index.ts"
import type { RulesApplied } from "./basis.ts"
import type { AnyCommandType, Command, CommandOf } from "./command.ts"
import type { Fold } from "./fold.ts"
import type { Rejection } from "./rejection.ts"
import type { SignatureClaim } from "./signing.ts"
import type { LookUp } from "../loop/stream-index.ts"

/** A fact a decision needs from another stream. The loop reads it; nobody hands facts in from outside. */
export interface FactRequest<State> {
  readonly stream: StreamName
  readonly fold: Fold<State>
}

/** A fact as read. */
export interface Fact<State> {
  readonly stream: StreamName
  readonly exists: boolean
  readonly state: State
}

/** What a command's type declares it needs to know, by name: a fact, or several of a kind. */
export type FactRequests = {
  readonly [name: string]: FactRequest<unknown> | ReadonlyArray<FactRequest<unknown>>
}

/** Facts as read, beside what every decision may know. */
export type Facts<Requests extends FactRequests> = {
  readonly [Name in keyof Requests]: Requests[Name] extends FactRequest<infer State>
    ? Fact<State>
    : Requests[Name] extends ReadonlyArray<FactRequest<infer State>>
      ? ReadonlyArray<Fact<State>>
      : never
} & Surroundings

/** Every fact asked for, in order. */
export const requestsAmong = (requests: FactRequests): ReadonlyArray<FactRequest<unknown>> =>
  Object.values(requests).flat()

/** The facts as a decision is given them: by name, each as `read` has it. */
export const factsByName = (
  requests: FactRequests,
  read: (request: FactRequest<unknown>) => Fact<unknown>
): Readonly<Record<string, Fact<unknown> | ReadonlyArray<Fact<unknown>>>> =>
  Object.fromEntries(
    Object.entries(requests).map(([name, asked]) => [name, "fold" in asked ? read(asked) : asked.map(read)])
  )

/** What every decision may know besides state and facts. */
export interface Surroundings {
  /** The day on which it is decided, from the loop's clock (UTC). */
  readonly today: FullDate
  /** SHA-256 of a value's canonical JSON, in hexadecimal. */
  readonly digest: (value: unknown) => string
  /** Whether a day is a working day, by the host's calendar. */
  readonly isWorkingDay: IsWorkingDay
}

/** An event as decided: a decision names the rules applied, and the loop adds the rest of its basis. */
export type Decided<Body> = Body extends { readonly type: infer Type; readonly data: infer Data }
  ? {
      readonly type: Type
      readonly data: Data extends { readonly basis: unknown }
        ? Omit<Data, "basis"> & { readonly basis: RulesApplied }
        : Data
    }
  : never

/** What a decision is made on: the stream, and its RFC 6962 root before the decision's own events, in hexadecimal. */
export interface DecidedOn {
  readonly stream: StreamName
  readonly basisRoot: string
}

/** Events, or the rules' "no". No event is an answer too: there was nothing to do. */
export type Decision<Body = EventBody> = Result.Result<ReadonlyArray<Body>, Rejection>

/** The signature that decided events carry, where they carry one. */
export type SignatureOf<Body = EventBody, Known = Surroundings> = (
  bodies: ReadonlyArray<Body>,
  facts: Known,
  on: DecidedOn
) => SignatureClaim | undefined

/** What the loop needs to know of a command: where it goes, what it needs, and how it is decided. */
export interface Handler {
  readonly command: AnyCommandType
  readonly fold: Fold<unknown>
  streamOf(data: unknown): StreamName
  /** The roles a person has by the stream's own events. */
  rolesOf(state: unknown, person: PersonRef): ReadonlyArray<Role>
  /** What must be looked up before the facts can be named; undefined where the state knows their streams. */
  lookUpFor(command: Command): LookUp | undefined
  /** The facts it needs; `found` is what the look-up found. */
  factsFor(command: Command, state: unknown, found: ReadonlyArray<StreamName>): FactRequests
  decide(command: Command, state: unknown, facts: Surroundings): Decision
  /** Of a command that may be signed: the signature that what was decided carries, which the loop checks. */
  readonly signatureOf: SignatureOf | undefined
}

/** What a slice is made of. */
export interface SliceParts<State, Scope, Body extends EventBody = EventBody> {
  readonly fold: Fold<State>
  /** The one stream that a command with this in its data is about. */
  readonly streamOf: (scope: Scope) => StreamName
  readonly rolesOf: (state: State, person: PersonRef) => ReadonlyArray<Role>
  /** Whether what was decided can have happened on that date, for a slice whose events come in an order. */
  readonly inOrder?: (
    state: State,
    occurredOn: PartialDate,
    bodies: ReadonlyArray<Decided<Body>>
  ) => Result.Result<void, Rejection>
}

/**
 * Makes a slice's `handle`, which puts a command's type together with what it needs and how it is decided.
 * Types are erased here, in one place: the loop decodes a command by the same type before it calls `decide`.
 */
export const handlerOf =
  <State, Scope, Body extends EventBody>(slice: SliceParts<State, Scope, Body>) =>
  <Type extends AnyCommandType, Requests extends FactRequests = Record<never, never>>(
    command: Type & (CommandOf<Type>["data"] extends Scope ? unknown : never),
    parts: {
      readonly lookUp?: (command: CommandOf<Type>) => LookUp
      readonly facts?: (command: CommandOf<Type>, state: State, found: ReadonlyArray<StreamName>) => Requests
      readonly decide: (
        command: CommandOf<Type>,
        state: State,
        facts: Facts<Requests>
      ) => Decision<Decided<Body>>
      readonly signatureOf?: SignatureOf<Decided<Body>, Facts<NoInfer<Requests>>>
    }
  ): Handler => {
    const decide: typeof parts.decide = (asked, state, facts) =>
      Result.flatMap(parts.decide(asked, state, facts), (bodies) =>
        Result.map(slice.inOrder?.(state, asked.occurredOn, bodies) ?? Result.void, () => bodies)
      )
    return {
      command,
      streamOf: slice.streamOf,
      fold: slice.fold,
      rolesOf: slice.rolesOf,
      lookUpFor: parts.lookUp ?? (() => undefined),
      factsFor: parts.facts ?? (() => ({})),
      decide,
      // Asked only for events that this handler's own `decide` answered with, on the facts it declares.
      signatureOf: parts.signatureOf as SignatureOf | undefined
    }
  }
