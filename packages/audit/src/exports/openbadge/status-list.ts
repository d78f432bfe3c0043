// Which badges are revoked, as a Bitstring Status List: one bit a badge, so that looking one up tells its issuer
// nothing about which. A badge's place is given once and never used again.
import { fromBase64, toBase64 } from "@lcqm/ledger"
import { Data, Result } from "effect"
import type { BadgeProfile } from "./credential.ts"

/** The shortest list the standard allows: 16 KiB, so that a place in it gives nobody away. */
export const leastStatusBits = 131_072

/** A status list credential as JSON, unsigned. */
export type StatusListCredential = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly issuer: { readonly id: string }
  readonly validFrom: string
  readonly credentialSubject: Readonly<Record<string, unknown>> & {
    readonly id: string
    readonly encodedList: string
  }
}

/** A text that is no encoded status list. */
export class NotAStatusList extends Data.TaggedError("NotAStatusList")<{ readonly reason: string }> {
  override get message(): string {
    return `This is no encoded status list: ${this.reason}. Expected "u" and base64url of a GZIP-compressed bitstring of at least ${leastStatusBits} bits.`
  }
}

// More than this many bits no scheme needs, and what unpacks to more is an attack.
const mostStatusBits = 64 * leastStatusBits

const through = async (
  bytes: Uint8Array,
  by: CompressionStream | DecompressionStream,
  most: number
): Promise<Uint8Array> => {
  const chunks: Array<Uint8Array> = []
  let length = 0
  // By a reader: not every browser lets a stream be iterated over.
  const reader = new Blob([bytes.slice()]).stream().pipeThrough(by).getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const chunk: Uint8Array = read.value
    length += chunk.length
    if (length > most) {
      await reader.cancel()
      throw new RangeError(`it unpacks to more than ${most} bytes`)
    }
    chunks.push(chunk)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")

const fromBase64Url = (text: string): Uint8Array => {
  const standard = text.replaceAll("-", "+").replaceAll("_", "/")
  return fromBase64(standard.padEnd(Math.ceil(standard.length / 4) * 4, "="), "the encoded list")
}

/** What a status list is made of. */
export interface StatusListParts {
  /** The list's own URI, which badges name in `status.list`. */
  readonly id: string
  readonly issuer: BadgeProfile
  /** A UTC instant. */
  readonly validFrom: string
  /** The places of the revoked badges. */
  readonly revoked: Iterable<number>
}

/**
 * Makes the status list credential, unsigned.
 * Throws a RangeError for a place that is no whole number from 0 or over the most a list can have.
 *
 * Source: W3C Bitstring Status List 1.0.
 * @example
 * ```ts
 * import { isRevokedIn, statusListOf } from "@lcqm/audit"
 * import { Result } from "effect"
 * const issuer = { id: "https://example.org", name: "A sample scheme" }
 * const parts = { id: "https://example.org/status", issuer, validFrom: "2026-09-01T00:00:00.000Z" }
 * const { credentialSubject } = await statusListOf({ ...parts, revoked: [23] })
 * Result.getOrThrow(await isRevokedIn(credentialSubject.encodedList, 23)) // => true
 * Result.getOrThrow(await isRevokedIn(credentialSubject.encodedList, 22)) // => false
 * ```
 */
export const statusListOf = async ({
  id,
  issuer,
  revoked,
  validFrom
}: StatusListParts): Promise<StatusListCredential> => {
  const places = [...revoked]
  const highest = places.reduce((most, place) => Math.max(most, place), 0)
  if (places.some((place) => !Number.isInteger(place) || place < 0) || highest >= mostStatusBits) {
    throw new RangeError(`A place in a status list is a whole number from 0 to ${mostStatusBits - 1}.`)
  }
  const bits = new Uint8Array((Math.ceil((highest + 1) / leastStatusBits) * leastStatusBits) / 8)
  // The first place is the leftmost bit of the first byte.
  for (const place of places) bits[place >> 3] = bits[place >> 3]! | (0x80 >> (place & 7))
  const packed = await through(bits, new CompressionStream("gzip"), bits.length + 1_024)
  return {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    id,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: { id: issuer.id },
    validFrom,
    credentialSubject: {
      id: `${id}#list`,
      type: "BitstringStatusList",
      statusPurpose: "revocation",
      encodedList: `u${toBase64Url(packed)}`
    }
  }
}

/** Whether a place of an encoded list is set; a {@link NotAStatusList} where it is none or too short for the place. */
export const isRevokedIn = async (
  encodedList: string,
  place: number
): Promise<Result.Result<boolean, NotAStatusList>> => {
  if (!encodedList.startsWith("u")) {
    return Result.fail(new NotAStatusList({ reason: "it does not begin with u" }))
  }
  let bits: Uint8Array
  try {
    const packed = fromBase64Url(encodedList.slice(1))
    bits = await through(packed, new DecompressionStream("gzip"), mostStatusBits / 8)
  } catch (error) {
    return Result.fail(
      new NotAStatusList({ reason: error instanceof Error ? error.message : "it is broken" })
    )
  }
  if (bits.length * 8 < leastStatusBits) {
    return Result.fail(new NotAStatusList({ reason: `it has only ${bits.length * 8} bits` }))
  }
  // By division: a shift takes a place beyond 2^32 for another.
  const byte = bits[Math.floor(place / 8)]
  if (!Number.isInteger(place) || place < 0 || byte === undefined) {
    return Result.fail(new NotAStatusList({ reason: `it has no place ${place}` }))
  }
  return Result.succeed((byte & (0x80 >> (place % 8))) !== 0)
}
