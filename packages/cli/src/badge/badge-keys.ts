// The keys that badges are signed with, as PEM, so that openssl and every JWT library read them too. The secret one is
// kept as a signer key of the ledger is: made for its owner alone, and refused where others may read it.
import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from "node:crypto"
import { Effect } from "effect"
import { type BadInput, badInput } from "../failure.ts"
import { readTextOfFile } from "../given/read-text.ts"
import { secretIn } from "../ledger/key-files.ts"

/** What badges are signed with. */
export type BadgeAlgorithm = "RS256" | "ES256"

/** A private key and what it is for. */
export interface BadgeKey {
  readonly alg: BadgeAlgorithm
  readonly key: KeyObject
  /** Its public part, as the header of a badge carries it. */
  readonly jwk: JsonWebKey
}

// An RSA key of 8,192 bits in PEM.
const longestPem = 8_192

const leastRsaBits = 2_048

const algorithmOf = ({ asymmetricKeyDetails, asymmetricKeyType }: KeyObject): BadgeAlgorithm | undefined => {
  if (asymmetricKeyType === "ec")
    return asymmetricKeyDetails?.namedCurve === "prime256v1" ? "ES256" : undefined
  return asymmetricKeyType === "rsa" && (asymmetricKeyDetails?.modulusLength ?? 0) >= leastRsaBits
    ? "RS256"
    : undefined
}

const usable = `an RSA key of at least ${leastRsaBits} bits, or one of the curve P-256`

const notUsable = (flag: string, name: string, got: string): BadInput =>
  badInput("badge key", name, { path: flag, expected: usable, got })

// What the system says of a text that is no key would repeat parts of it: a secret is never told.
const parsed = (
  flag: string,
  name: string,
  parse: () => KeyObject
): Effect.Effect<{ readonly key: KeyObject; readonly alg: BadgeAlgorithm }, BadInput> =>
  Effect.try({ try: parse, catch: () => notUsable(flag, name, "what is no such key in PEM") }).pipe(
    Effect.flatMap((key) => {
      const alg = algorithmOf(key)
      return alg === undefined
        ? Effect.fail(
            notUsable(flag, name, `a key of the kind ${key.asymmetricKeyType ?? "unknown"}, or too short`)
          )
        : Effect.succeed({ key, alg })
    })
  )

/** The private key in a file that only its owner may read. */
export const badgeKeyIn = (flag: string, name: string): Effect.Effect<BadgeKey, BadInput> =>
  Effect.gen(function* () {
    const text = yield* secretIn(flag, name, "a file with a badge key (lcqm badge keygen)", longestPem)
    const { alg, key } = yield* parsed(flag, name, () => createPrivateKey(text))
    return { alg, key, jwk: createPublicKey(key).export({ format: "jwk" }) }
  })

/** The public key in a file. A private one is refused: a reader of badges has no need of it. */
export const badgeReaderKeyIn = (flag: string, name: string): Effect.Effect<KeyObject, BadInput> =>
  Effect.gen(function* () {
    const expected = "a file with an issuer's public key in PEM (FILE.pub of lcqm badge keygen)"
    const text = yield* readTextOfFile({ flag, name }, expected)
    if (text.includes("PRIVATE KEY")) {
      return yield* Effect.fail(badInput("badge key", name, { path: flag, expected, got: "a private key" }))
    }
    const { key } = yield* parsed(flag, name, () => createPublicKey(text))
    return key
  })
