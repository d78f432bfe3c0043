// The port to where people's keys are kept: apart from the events, because erasing a person is forgetting their key
// while no byte of the log changes. What was sealed under a key that is forgotten is never opened again.
import { Context, Data, type Effect } from "effect"
import type { PersonRef } from "../vocabulary/index.ts"
import type { TextCipher } from "./text-cipher.ts"

/** How many bytes a person's key has: 256 bits. */
export const personKeyBytes = 32

/** What a key ring knows of a person: their key, that none was ever needed, or that it was forgotten for good. */
export type KeyFound =
  | { readonly _tag: "Key"; readonly key: Uint8Array }
  | { readonly _tag: "NoKey" }
  | { readonly _tag: "Forgotten" }

/** A person a key ring knows of: one whose key it keeps, or has forgotten. */
export interface PersonOnRing {
  readonly person: PersonRef
  readonly forgotten: boolean
}

/** The person was erased: their key is forgotten, and there will be no other. */
export class KeyForgotten extends Data.TaggedError("KeyForgotten")<{
  readonly keyRing: string
  readonly person: PersonRef
}> {
  override get message(): string {
    return `The key of ${this.person} was forgotten on the key ring ${this.keyRing}, and they get no other: they were erased. Nothing is to be written about them; leave them out of "about", and out of the text.`
  }
}

/** The person's key is kept, and cannot be read: it is wrapped under another master key, or was damaged. */
export class KeyUnreadable extends Data.TaggedError("KeyUnreadable")<{
  readonly keyRing: string
  readonly person: PersonRef
  readonly reason: string
}> {
  override get message(): string {
    return `The key of ${this.person} on the key ring ${this.keyRing} cannot be read: ${this.reason}. Open the ring with the master key it was written under, or restore it from a backup.`
  }
}

/** The key ring cannot be reached or used now. */
export class KeyRingUnavailable extends Data.TaggedError("KeyRingUnavailable")<{
  readonly keyRing: string
  readonly reason: string
  readonly retryable: boolean
}> {
  override get message(): string {
    return `The key ring ${this.keyRing} cannot be used: ${this.reason}. ${this.retryable ? "Trying again may help." : "Trying again will not help."}`
  }
}

/** Why a key ring does not answer. No error holds a key. */
export type KeyRingFailure = KeyUnreadable | KeyRingUnavailable

/**
 * The keys of people, one a person: made when first needed, looked up, and forgotten. A key that was answered is
 * durable: an event sealed under it may be recorded. A key that was forgotten is gone from wherever the ring kept it,
 * and the ring remembers of whom. Everything may answer at once, without waiting, where the ring can.
 * @example
 * ```ts
 * import { KeyRing } from "@lcqm/core"
 * import { memoryKeyRing } from "@lcqm/memory"
 * import { Effect } from "effect"
 * const program = Effect.gen(function* () {
 *   const ring = yield* KeyRing
 *   yield* ring.obtain("p-champion1", () => new Uint8Array(32))
 *   yield* ring.forget("p-champion1")
 *   return yield* ring.find("p-champion1")
 * })
 * await Effect.runPromise(Effect.provide(program, memoryKeyRing())) // => { _tag: "Forgotten" }
 * ```
 */
export class KeyRing extends Context.Service<
  KeyRing,
  {
    /** Names the ring in errors, as `memory:`; never holds a secret. */
    readonly name: string
    /** What seals and opens under its keys, where it brings its own, as one that answers at once; else WebCrypto. */
    readonly cipher?: TextCipher
    /** The person's key. Where there is none `fresh` is asked for its 32 bytes, once, and they are kept first. */
    readonly obtain: (
      person: PersonRef,
      fresh: () => Uint8Array
    ) => Effect.Effect<Uint8Array, KeyForgotten | KeyRingFailure>
    /** The person's key, where there is one; makes none. */
    readonly find: (person: PersonRef) => Effect.Effect<KeyFound, KeyRingFailure>
    /**
     * Forgets the person's key for good, and keeps one from being made where there is none. Answers whether there was
     * one; forgetting again changes nothing.
     */
    readonly forget: (person: PersonRef) => Effect.Effect<boolean, KeyRingUnavailable>
    /** Everybody the ring knows of, by pseudonym. */
    readonly people: Effect.Effect<ReadonlyArray<PersonOnRing>, KeyRingUnavailable>
  }
>()("@lcqm/core/KeyRing") {}
