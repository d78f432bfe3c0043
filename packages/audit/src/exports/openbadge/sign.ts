// A credential signed as a VC-JWT: the form of Open Badges 3.0 that ordinary JWT libraries verify.
import { type CryptoKey, type JWK, type KeyObject, SignJWT } from "jose"

/** How a credential is signed. */
export interface BadgeSigner {
  /** Open Badges asks every verifier for RS256; ES256 is shorter. */
  readonly alg: "RS256" | "ES256"
  /** The private key: a CryptoKey, a KeyObject of Node or a JWK. Never logged. */
  readonly key: CryptoKey | KeyObject | JWK
  /** Where the public key is found, as a URL of a JWK or a DID URL; or the public key itself. */
  readonly verifier: { readonly kid: string } | { readonly jwk: JWK }
}

interface Signable {
  readonly id: string
  readonly issuer: { readonly id: string }
  readonly validFrom: string
  readonly validUntil?: string
  readonly credentialSubject: { readonly id: string }
}

const seconds = (instant: string): number => Math.floor(Date.parse(instant) / 1_000)

// A public key that is put into a header must not carry its private part along.
const publicPart = ({ crv, e, kty, n, x, y }: JWK): JWK =>
  Object.fromEntries(Object.entries({ kty, crv, n, e, x, y }).filter(([, value]) => value !== undefined))

/**
 * Signs a credential as a VC-JWT: a compact JWS whose claims are the credential and its registered claims.
 *
 * Source: Open Badges Specification 3.0, section 8.2 (JSON Web Token proof format).
 * @example
 * ```ts
 * import { signBadge } from "@lcqm/audit"
 * import { generateKeyPair } from "jose"
 * const { privateKey } = await generateKeyPair("ES256")
 * const credential = {
 *   id: "https://example.org/badges/1",
 *   issuer: { id: "https://example.org" },
 *   validFrom: "2026-09-01T00:00:00Z",
 *   credentialSubject: { id: "urn:lcqm:school:lcqm:900001" }
 * }
 * const jwt = await signBadge(credential, { alg: "ES256", key: privateKey, verifier: { kid: "https://example.org/key" } })
 * jwt.split(".").length // => 3
 * ```
 */
export const signBadge = (credential: Signable, { alg, key, verifier }: BadgeSigner): Promise<string> => {
  const header = "kid" in verifier ? { kid: verifier.kid } : { jwk: publicPart(verifier.jwk) }
  const { credentialSubject, id, issuer, validFrom, validUntil } = credential
  return new SignJWT({
    ...credential,
    iss: issuer.id,
    jti: id,
    nbf: seconds(validFrom),
    sub: credentialSubject.id,
    ...(validUntil === undefined ? {} : { exp: seconds(validUntil) })
  })
    .setProtectedHeader({ alg, typ: "JWT", ...header })
    .sign(key)
}
