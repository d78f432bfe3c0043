// Reading a badge, ours or another's: what is wrong with it and what could not be looked at. It is called valid only
// where everything was looked at and nothing found.
import { compactVerify, type CryptoKey, decodeProtectedHeader, type JWK, type KeyObject } from "jose"
import { Result } from "effect"
import type { Problem } from "@lcqm/core"
import { jsonOf, textOfPart } from "./badge-json.ts"
import { isRevokedIn } from "./status-list.ts"

/** What is wrong with a badge, or was not looked at, and where. */
export interface BadgeFinding {
  readonly kind:
    | "malformed"
    | "not yet valid"
    | "expired"
    | "signature wrong"
    | "claims differ"
    | "revoked"
    | "proof not supported"
    | "no proof"
    | "key unknown"
    | "status unknown"
  readonly path: string
  readonly reason: string
}

/** What was found: `refused` with what is wrong, `not verified` where nothing is but something was not looked at. */
export interface BadgeVerdict {
  readonly verdict: "valid" | "refused" | "not verified"
  readonly findings: ReadonlyArray<BadgeFinding>
  readonly credential: Readonly<Record<string, unknown>> | undefined
}

/** What reading a badge needs from outside. */
export interface BadgeReading {
  /** The moment it is to be valid at. */
  readonly now: string
  /** What the official JSON Schema finds wrong: the schema is the standard's, and is handed in. */
  readonly conforms: (credential: unknown) => ReadonlyArray<Problem>
  /** The public key of an issuer, from a source the reader trusts; undefined where there is none. */
  readonly keyOf: (
    issuer: string,
    header: { readonly kid?: string; readonly jwk?: JWK }
  ) => Promise<CryptoKey | KeyObject | JWK | undefined>
  /** The encoded list of a status list credential that the reader has verified; undefined where there is none. */
  readonly statusList?: (uri: string) => Promise<string | undefined>
}

const wrong: ReadonlySet<BadgeFinding["kind"]> = new Set([
  "malformed",
  "not yet valid",
  "expired",
  "signature wrong",
  "claims differ",
  "revoked"
] as const)

type Json = Readonly<Record<string, unknown>>
const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value)
const idOf = (value: unknown): string | undefined => {
  const id = isJson(value) ? value["id"] : value
  return typeof id === "string" ? id : undefined
}

const registered = ["iss", "jti", "nbf", "sub", "exp", "iat", "aud"]

/** The credential of a JWT's claims: the claims less the registered ones, or `vc` in the older form. */
const credentialIn = (claims: Json): Json => {
  if (isJson(claims["vc"])) return claims["vc"]
  return Object.fromEntries(Object.entries(claims).filter(([name]) => !registered.includes(name)))
}

const claimsDiffer = (claims: Json, credential: Json): ReadonlyArray<BadgeFinding> => {
  const seconds = (value: unknown) =>
    typeof value === "string" ? Math.floor(Date.parse(value) / 1_000) : undefined
  const expected: ReadonlyArray<readonly [string, unknown]> = [
    ["iss", idOf(credential["issuer"])],
    ["jti", idOf(credential)],
    ["sub", idOf(credential["credentialSubject"])],
    ["nbf", seconds(credential["validFrom"] ?? credential["issuanceDate"])],
    ["exp", seconds(credential["validUntil"] ?? credential["expirationDate"])]
  ]
  return expected.flatMap(([name, said]): ReadonlyArray<BadgeFinding> =>
    claims[name] === undefined || said === undefined || claims[name] === said
      ? []
      : [
          {
            kind: "claims differ",
            path: name,
            reason: `the claim says ${JSON.stringify(claims[name])}, the credential ${JSON.stringify(said)}`
          }
        ]
  )
}

const datesOf = (credential: Json, now: string): ReadonlyArray<BadgeFinding> => {
  const moment = Date.parse(now)
  const bound = (path: string, kind: "not yet valid" | "expired"): ReadonlyArray<BadgeFinding> => {
    const value = credential[path]
    const at = typeof value === "string" ? Date.parse(value) : Number.NaN
    if (Number.isNaN(at)) return []
    return (kind === "expired" ? moment > at : moment < at)
      ? [{ kind, path, reason: `it says ${String(value)}, and it is ${now}` }]
      : []
  }
  return [...bound("validFrom", "not yet valid"), ...bound("validUntil", "expired")]
}

const noPlace = "its place in the list is no whole number in decimal digits"

const statusOf = async (
  { credentialStatus }: { readonly credentialStatus?: unknown },
  statusList: BadgeReading["statusList"]
): Promise<ReadonlyArray<BadgeFinding>> => {
  if (credentialStatus === undefined) return []
  const path = "credentialStatus"
  const unknown = (reason: string): ReadonlyArray<BadgeFinding> => [{ kind: "status unknown", path, reason }]
  if (!isJson(credentialStatus) || credentialStatus["type"] !== "BitstringStatusListEntry") {
    return unknown("only BitstringStatusListEntry is supported")
  }
  const { statusListCredential: list, statusListIndex: index } = credentialStatus
  if (typeof list !== "string") return unknown("it names no list")
  const encoded = await statusList?.(list)
  if (encoded === undefined) return unknown(`the list ${list} is not at hand`)
  // In decimal digits, as the standard has it: what Number makes a place of besides (nothing at all, 0x8, 8e0) is none. A
  // number of JSON is no text of digits either, and clears no badge; that its place is set is told all the same.
  const digits = typeof index === "number" ? String(index) : index
  if (typeof digits !== "string" || !/^\d{1,15}$/u.test(digits)) return unknown(noPlace)
  const revoked = await isRevokedIn(encoded, Number(digits))
  if (Result.isFailure(revoked)) return unknown(revoked.failure.message)
  if (revoked.success) return [{ kind: "revoked", path, reason: `its place ${digits} is set in ${list}` }]
  return digits === index ? [] : unknown(noPlace)
}

const proofOf = (credential: Json): ReadonlyArray<BadgeFinding> => {
  const { proof } = credential
  if (proof === undefined) return [{ kind: "no proof", path: "proof", reason: "it is not signed" }]
  const types = (Array.isArray(proof) ? proof : [proof]).map((each: unknown) =>
    isJson(each) ? String(each["cryptosuite"] ?? each["type"]) : "something else"
  )
  return [
    {
      kind: "proof not supported",
      path: "proof",
      reason: `${types.join(" and ")}: only VC-JWT is verified here`
    }
  ]
}

const verdictOf = (findings: ReadonlyArray<BadgeFinding>, credential: Json | undefined): BadgeVerdict => ({
  verdict: findings.some(({ kind }) => wrong.has(kind))
    ? "refused"
    : findings.length > 0
      ? "not verified"
      : "valid",
  findings,
  credential
})

const malformed = (path: string, reason: string): BadgeVerdict =>
  verdictOf([{ kind: "malformed", path, reason }], undefined)

const contentOf = async (credential: Json, reading: BadgeReading): Promise<ReadonlyArray<BadgeFinding>> => [
  ...reading.conforms(credential).map(({ expected, got, path }) => ({
    kind: "malformed" as const,
    path,
    reason: `expected ${expected}, got ${got}`
  })),
  ...datesOf(credential, reading.now),
  ...(await statusOf(credential, reading.statusList))
]

// What has a key twice means what its reader takes: also where it is signed, it says nothing for certain.
const repeats = ({ expected, got, path }: Problem): BadgeVerdict =>
  malformed(path, `expected ${expected}, got ${got}`)

const readJwt = async (jwt: string, reading: BadgeReading): Promise<BadgeVerdict> => {
  let header: ReturnType<typeof decodeProtectedHeader>
  let claims: unknown
  try {
    header = decodeProtectedHeader(jwt)
    const [headerPart = "", payload = ""] = jwt.split(".")
    const held = jsonOf(textOfPart(payload))
    claims = held.value
    const repeated = jsonOf(textOfPart(headerPart)).repeated ?? held.repeated
    if (repeated !== undefined) return repeats(repeated)
  } catch {
    return malformed("", "it is no VC-JWT: three parts of base64url, JSON in the first two")
  }
  if (!isJson(claims)) return malformed("", "its claims are no object")
  const credential = credentialIn(claims)
  const findings = [...(await contentOf(credential, reading)), ...claimsDiffer(claims, credential)]
  // Only what was asked for: an algorithm that the token chooses is an old attack.
  if (header.alg !== "RS256" && header.alg !== "ES256") {
    findings.push({
      kind: "proof not supported",
      path: "alg",
      reason: `${String(header.alg)}: RS256 and ES256 are`
    })
    return verdictOf(findings, credential)
  }
  const issuer = idOf(credential["issuer"]) ?? ""
  const { jwk, kid } = header
  const key = await reading.keyOf(issuer, {
    ...(kid === undefined ? {} : { kid }),
    ...(jwk === undefined ? {} : { jwk })
  })
  if (key === undefined) {
    findings.push({ kind: "key unknown", path: "kid", reason: `no trusted key of ${issuer} is at hand` })
    return verdictOf(findings, credential)
  }
  try {
    await compactVerify(jwt, key, { algorithms: [header.alg] })
  } catch {
    findings.push({ kind: "signature wrong", path: "", reason: "the signature is not that of the key" })
  }
  return verdictOf(findings, credential)
}

const neither = "it is neither a VC-JWT nor a credential as JSON"

const readCredential = async (credential: unknown, reading: BadgeReading): Promise<BadgeVerdict> =>
  isJson(credential)
    ? verdictOf([...(await contentOf(credential, reading)), ...proofOf(credential)], credential)
    : malformed("", neither)

const readText = async (text: string, reading: BadgeReading): Promise<BadgeVerdict> => {
  if (!text.startsWith("{")) return readJwt(text, reading)
  try {
    const { repeated, value } = jsonOf(text)
    return repeated === undefined ? await readCredential(value, reading) : repeats(repeated)
  } catch (error) {
    if (error instanceof SyntaxError) return malformed("", neither)
    throw error
  }
}

/**
 * Reads a badge: a VC-JWT, or a credential as JSON, as its text or parsed. Never throws for what it is given. A text in
 * which a key stands twice is malformed, signed or not: of a badge that was parsed already nobody can tell.
 *
 * Source: Open Badges Specification 3.0, section 8.2.2 (verification).
 * @example
 * ```ts
 * import { readBadge } from "@lcqm/audit"
 * const reading = { now: "2026-09-01T00:00:00Z", conforms: () => [], keyOf: () => Promise.resolve(undefined) }
 * const { verdict } = await readBadge({ validFrom: "2026-01-01T00:00:00Z" }, reading)
 * verdict // => "not verified"
 * ```
 */
export const readBadge = (input: unknown, reading: BadgeReading): Promise<BadgeVerdict> =>
  typeof input === "string" ? readText(input.trim(), reading) : readCredential(input, reading)
