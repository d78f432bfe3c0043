// Opens boxes with other people's code, from the written format alone: HKDF and AES-GCM of the noble libraries, and an
// own canonical JSON of the two small values. Nothing of the library's sealing is used. `openssl` itself cannot be asked:
// its command line derives keys (`openssl kdf`), and refuses AEAD ciphers (`openssl enc -aes-256-gcm`).
import { gcm } from "@noble/ciphers/aes.js"
import { hkdf } from "@noble/hashes/hkdf.js"
import { sha256 } from "@noble/hashes/sha2.js"

const utf8 = new TextEncoder()

/** A box as an event's JSON has it. */
export interface BoxInJson {
  readonly about: ReadonlyArray<string>
  readonly iv: string
  readonly ct: string
}

/** What is in a box, opened with the keys of everybody it is about; throws where it does not open. */
export const openedByOthers = (
  box: BoxInJson,
  { eventId, path }: { readonly eventId: string; readonly path: ReadonlyArray<string | number> },
  keyOf: (person: string) => Uint8Array
): string => {
  const holders = [...new Set(box.about)].toSorted()
  const material = Uint8Array.from(holders.flatMap((person) => [...keyOf(person)]))
  // Pseudonyms, ids and the names of fields need no escapes: this is their RFC 8785 form.
  const info = utf8.encode(`{"about":${JSON.stringify(holders)},"purpose":"lcqm/sealed-text/1"}`)
  const key = hkdf(sha256, material, new Uint8Array(0), info, 32)
  const bound = utf8.encode(`{"eventId":${JSON.stringify(eventId)},"path":${JSON.stringify(path)}}`)
  const plain = gcm(key, Buffer.from(box.iv, "base64"), bound).decrypt(Buffer.from(box.ct, "base64"))
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(plain)
}
