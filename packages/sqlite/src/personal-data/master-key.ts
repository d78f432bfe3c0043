// The key that people's keys are wrapped under. It is kept apart from the ring: whoever has one without the other has
// nothing. It is told by an id that is not the key, so that a wrong one is told before anything is tried with it.
import { Data, Redacted, Result } from "effect"
import { createHmac, randomBytes } from "node:crypto"

/** A master key: 32 random bytes, and what they are known by. */
export interface MasterKey {
  /** 32 hexadecimal digits that tell it from others and say nothing of its bytes. */
  readonly id: string
  readonly bytes: Redacted.Redacted<Uint8Array>
}

/** A text was to be a master key and is none. It may be a mistyped one, so nothing of it is told but its length. */
export class NotAMasterKey extends Data.TaggedError("NotAMasterKey")<{ readonly length: number }> {
  override get message(): string {
    return `A master key is 64 lower-case hexadecimal digits; this is a text of ${this.length} characters that is none. Make one with: openssl rand -hex 32`
  }
}

const form = /^[0-9a-f]{64}$/

/**
 * Reads a master key: 64 hexadecimal digits, as `openssl rand -hex 32` prints them. No error repeats any of it.
 * @example
 * ```ts
 * import { masterKeyFrom } from "@lcqm/sqlite"
 * import { Result } from "effect"
 * Result.isSuccess(masterKeyFrom("0123456789abcdef".repeat(4))) // => true
 * Result.isFailure(masterKeyFrom("hunter2")) // => true
 * ```
 */
export const masterKeyFrom = (text: string): Result.Result<MasterKey, NotAMasterKey> => {
  if (!form.test(text)) return Result.fail(new NotAMasterKey({ length: text.length }))
  const bytes = Uint8Array.from(Buffer.from(text, "hex"))
  const id = createHmac("sha256", bytes).update("lcqm master key id").digest("hex").slice(0, 32)
  return Result.succeed({ id, bytes: Redacted.make(bytes, { label: "master key" }) })
}

/**
 * A new master key as the text that `masterKeyFrom` reads: a secret.
 * @example
 * ```ts
 * import { newMasterKeyText } from "@lcqm/sqlite"
 * newMasterKeyText().length // => 64
 * ```
 */
export const newMasterKeyText = (): string => randomBytes(32).toString("hex")
