// A person may sign what they decide, where a key of theirs is registered. The loop checks the signature before it
// records anything; how Ed25519 is verified comes from outside, so that core has no I/O and runs in a browser.
import { canonicalBytes, type Ed25519Verifier, fromHex } from "@lcqm/ledger"
import { Context, Effect, Schema } from "effect"
import { type Rejection, rejection } from "./rejection.ts"

/** An Ed25519 public key as 64 lower-case hexadecimal digits. */
export const PublicKey = Schema.String.check(
  Schema.isPattern(/^[0-9a-f]{64}$/u, {
    expected: "an Ed25519 public key: 32 bytes as 64 lower-case hexadecimal digits"
  })
).annotate({
  identifier: "PublicKey",
  holds: "identifier",
  description: "An Ed25519 public key, 64 hexadecimal digits."
})
export type PublicKey = typeof PublicKey.Type

/** A person's signature: the key it is of, and the 64 bytes of Ed25519 as hexadecimal digits. */
export const PersonSignature = Schema.Struct({
  publicKey: PublicKey,
  signature: Schema.String.check(
    Schema.isPattern(/^[0-9a-f]{128}$/u, {
      expected: "an Ed25519 signature: 64 bytes as 128 lower-case hexadecimal digits"
    })
  ).annotate({ holds: "hash" })
}).annotate({ identifier: "PersonSignature", description: "A person's Ed25519 signature and its key." })
export type PersonSignature = typeof PersonSignature.Type

/** A signature that a decision carries, and what it must be. */
export interface SignatureClaim {
  readonly person: string
  /** The key registered for the person; undefined where none is. */
  readonly registered: PublicKey | undefined
  readonly signed: PersonSignature
  /** What is signed: the RFC 8785 canonical JSON of this value. */
  readonly statement: unknown
}

/** How Ed25519 is verified. The default is the platform's WebCrypto. */
export const SignatureVerifier = Context.Reference<Ed25519Verifier>("@lcqm/core/SignatureVerifier", {
  defaultValue: () => ({
    verify: async (publicKey, message, signature) => {
      const { subtle } = globalThis.crypto
      const key = await subtle.importKey("raw", new Uint8Array(publicKey), "Ed25519", false, ["verify"])
      return subtle.verify("Ed25519", key, new Uint8Array(signature), new Uint8Array(message))
    }
  })
})

/** Refused: a decision is signed with a key that is not the one registered for the person. */
export const SigningKeyNotRegistered = rejection(
  "SigningKeyNotRegistered",
  (d: { person: string; publicKey: string; registered: string }) => [
    `The signature is of key ${d.publicKey}, and for ${d.person} ${d.registered} is registered.`,
    "Sign with the registered key, register this one first (RegisterSigningKey), or send it unsigned."
  ]
)

/** Refused: a signature does not verify over what is decided. */
export const SignatureWrong = rejection("SignatureWrong", (d: { person: string; statement: unknown }) => [
  `The signature of ${d.person} does not verify over what is decided.`,
  "Sign the canonical JSON of the statement in the details, on the history as it is now."
])

/** Why a signature cannot be recorded; undefined where it verifies. */
export const whyNotSigned = Effect.fnUntraced(function* (
  claim: SignatureClaim
): Effect.fn.Return<Rejection | undefined> {
  const { person, registered, signed, statement } = claim
  const { publicKey, signature } = signed
  if (registered !== publicKey) {
    return SigningKeyNotRegistered({ person, publicKey, registered: registered ?? "none" })
  }
  const { verify } = yield* SignatureVerifier
  const message = canonicalBytes(statement)
  const answer = verify(fromHex(publicKey), message, fromHex(signature))
  const good = typeof answer === "boolean" ? answer : yield* Effect.promise(() => answer)
  return good ? undefined : SignatureWrong({ person, statement })
})
