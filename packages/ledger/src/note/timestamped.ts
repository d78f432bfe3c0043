// A witness signs the text together with the time at which it looked (C2SP tlog-cosignature, Ed25519).
import { Malformed } from "../malformed.ts"

const utf8 = new TextEncoder()
const timeLength = 8
const signatureLength = 64

/** What a witness signs: a header for domain separation, the time in POSIX seconds, the text of the note. */
export const cosignedMessage = (text: string, time: number): Uint8Array =>
  utf8.encode(`cosignature/v1\ntime ${time}\n${text}`)

/** The raw cosignature: the time as eight bytes, big-endian, and the 64 bytes of Ed25519. */
export const joinCosignature = (time: number, signature: Uint8Array): Uint8Array => {
  const blob = new Uint8Array(timeLength + signature.length)
  new DataView(blob.buffer).setBigUint64(0, BigInt(time))
  blob.set(signature, timeLength)
  return blob
}

/** Time and signature of a raw cosignature; a value when it has none, for a wrong one is an expected outcome. */
export const splitCosignature = (
  blob: Uint8Array
): { readonly time: number; readonly signature: Uint8Array } | Malformed => {
  if (blob.length !== timeLength + signatureLength) {
    return new Malformed("cosignature", "it", `${timeLength + signatureLength} bytes`, `${blob.length} bytes`)
  }
  // Beyond 2^53 seconds lie 285 million years; a number is exact until then.
  const time = Number(new DataView(blob.buffer, blob.byteOffset).getBigUint64(0))
  if (!Number.isSafeInteger(time)) {
    return new Malformed("cosignature", "the time", "seconds that a number counts exactly", String(time))
  }
  return { time, signature: blob.slice(timeLength) }
}
