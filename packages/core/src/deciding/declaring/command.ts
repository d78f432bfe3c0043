// A command asks for something in the scheme's words: who, when it happened, and what. Its id makes sending
// it twice harmless; `seen` makes sure nobody agrees to a history they have not seen.
import { Schema } from "effect"
import { Revision } from "../../event-store/index.ts"
import { Actor, CommandId, EventId, longestIdentifier, PartialDate } from "../../vocabulary/index.ts"

/** A command's name and what it must say. */
export interface CommandType<Name extends string, Data, Seen extends boolean = boolean> {
  readonly name: Name
  readonly data: Schema.Codec<Data, unknown>
  /** One sentence in the scheme's words: what is asked for. */
  readonly says: string
  /** Whether it is a person's judgement on a history, and must carry the revision that person has seen. */
  readonly seen: Seen
}

/** Any command type, its data unknown. */
export type AnyCommandType = CommandType<string, unknown>

/** A command: decoded by its type's schema before it means anything. */
export interface Command<Name extends string = string, Data = unknown> {
  readonly type: Name
  /** Chosen at random by the sender; the same command under the same id has one effect. */
  readonly id: CommandId
  readonly actor: Actor
  /** When it happened, as given. */
  readonly occurredOn: PartialDate
  /** The revision of the stream whose history the person has seen, where the command is a judgement on it. */
  readonly seen?: Revision
  /** Groups what belongs together; the command's own id where none is given. */
  readonly correlationId?: string
  /** The event that gave rise to the command. */
  readonly causationId?: EventId
  readonly data: Data
}

/** The commands of a type, as they are sent. */
export type CommandOf<T> =
  T extends CommandType<infer Name, infer Data, infer Seen>
    ? Command<Name, Data> & (Seen extends true ? { readonly seen: Revision } : unknown)
    : never

type Fields = { readonly [key: string]: Schema.Codec<unknown, unknown> }

const typed =
  <Seen extends boolean>(seen: Seen) =>
  <const Name extends string, const F extends Fields>(
    name: Name,
    says: string,
    fields: F
  ): CommandType<Name, Schema.Struct<F>["Type"], Seen> => ({
    name,
    says,
    seen,
    data: Schema.Struct(fields) as Schema.Codec<Schema.Struct<F>["Type"], unknown>
  })

/** Declares a command. Unknown keys are refused when it is decoded. */
export const commandType = typed(false)

/** Declares a command that is a person's judgement on a history: it must carry `seen`. */
export const judgementType = typed(true)

/** The schema of a whole command of a type. */
export const commandSchema = (type: AnyCommandType) =>
  Schema.Struct({
    type: Schema.Literal(type.name),
    id: CommandId,
    actor: Actor,
    occurredOn: PartialDate,
    ...(type.seen ? { seen: Revision } : { seen: Schema.optionalKey(Revision) }),
    correlationId: Schema.optionalKey(
      Schema.String.check(
        Schema.isMinLength(1),
        Schema.isMaxLength(longestIdentifier),
        Schema.makeFilter((text: string) => !/\p{Surrogate}/u.test(text), {
          expected: "text without broken (lone) surrogates"
        })
      )
    ),
    causationId: Schema.optionalKey(EventId),
    data: type.data
  })
