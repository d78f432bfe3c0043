// The port to who people are: names live here and nowhere in the log, which knows pseudonyms only. Whoever shows a
// person to a person looks them up here, at the edge; no rule, view or export does.
import { Context, Data, type Effect, type Result, Schema } from "effect"
import { decoderOf, type Malformed, type PersonRef, wellFormed } from "../vocabulary/index.ts"

/** A name or a role, as it stands on a letter: longer than this is something else. */
export const longestPersonName = 200

/** An address, of several lines where it is a postal one. */
export const longestAddress = 1_000

const written = (what: string, longest: number) =>
  Schema.String.check(
    Schema.isMinLength(1, { expected: `${what} of at least one character` }),
    Schema.isMaxLength(longest, { expected: `${what} of at most ${longest} characters` }),
    wellFormed
  )

/** Who a person is: what they are called, where they are reached, and as what the scheme knows them. */
export const PersonDetails = Schema.Struct({
  name: written("a name", longestPersonName),
  address: Schema.optionalKey(written("an address", longestAddress)),
  role: Schema.optionalKey(written("a role", longestPersonName))
}).annotate({ identifier: "PersonDetails", description: "Who a person is." })
export type PersonDetails = typeof PersonDetails.Type

/**
 * Reads a person's details from outside (parsed JSON). Unknown keys are refused.
 * @example
 * ```ts
 * import { decodePersonDetails } from "@lcqm/core"
 * import { Result } from "effect"
 * Result.isSuccess(decodePersonDetails({ name: "A Sample" })) // => true
 * Result.isFailure(decodePersonDetails({ name: "" })) // => true
 * ```
 */
export const decodePersonDetails: (input: unknown) => Result.Result<PersonDetails, Malformed> = decoderOf(
  "person's details",
  PersonDetails
)

/** A person and who they are. */
export interface RegisteredPerson {
  readonly person: PersonRef
  readonly details: PersonDetails
}

/** The person was removed from the register: their pseudonym names nobody any more, and never will again. */
export class PersonRemoved extends Data.TaggedError("PersonRemoved")<{
  readonly register: string
  readonly person: PersonRef
}> {
  override get message(): string {
    return `${this.person} was removed from the people register ${this.register} and is not entered again: the pseudonym is not to name anybody. Use a new pseudonym for whoever is to be entered.`
  }
}

/** The people register cannot be reached or used now. */
export class PeopleRegisterUnavailable extends Data.TaggedError("PeopleRegisterUnavailable")<{
  readonly register: string
  readonly reason: string
  readonly retryable: boolean
}> {
  override get message(): string {
    return `The people register ${this.register} cannot be used: ${this.reason}. ${this.retryable ? "Trying again may help." : "Trying again will not help."}`
  }
}

/**
 * Who is behind a pseudonym. No error holds what it knows of anybody.
 * @example
 * ```ts
 * import { PeopleRegister } from "@lcqm/core"
 * import { memoryPeopleRegister } from "@lcqm/memory"
 * import { Effect } from "effect"
 * const program = Effect.gen(function* () {
 *   const people = yield* PeopleRegister
 *   yield* people.enter("p-champion1", { name: "A Sample" })
 *   return yield* people.find("p-champion1")
 * })
 * await Effect.runPromise(Effect.provide(program, memoryPeopleRegister())) // => { name: "A Sample" }
 * ```
 */
export class PeopleRegister extends Context.Service<
  PeopleRegister,
  {
    /** Names the register in errors, as `memory:`; never holds a secret. */
    readonly name: string
    /** Enters a person, or puts these details in the place of all that were there. */
    readonly enter: (
      person: PersonRef,
      details: PersonDetails
    ) => Effect.Effect<void, PersonRemoved | PeopleRegisterUnavailable>
    /** Who the person is; undefined where the register does not know, or knows no more. */
    readonly find: (person: PersonRef) => Effect.Effect<PersonDetails | undefined, PeopleRegisterUnavailable>
    /**
     * Removes a person for good, and keeps them from being entered under this pseudonym again. Answers whether they
     * were there; removing again changes nothing.
     */
    readonly remove: (person: PersonRef) => Effect.Effect<boolean, PeopleRegisterUnavailable>
    /** Everybody in the register, by pseudonym. */
    readonly everyone: Effect.Effect<ReadonlyArray<RegisteredPerson>, PeopleRegisterUnavailable>
  }
>()("@lcqm/core/PeopleRegister") {}
