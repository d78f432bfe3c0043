// Seals and opens texts by node:crypto, which answers at once. WebCrypto does the same on threads of its own, and for a
// text of a few hundred bytes the way there and back costs more than ten times the work.
import type { CipherInput, TextCipher } from "@lcqm/core"
import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto"

const algorithm = "aes-256-gcm"
const tagBytes = 16
const noSalt = new Uint8Array(0)

const derived = ({ info, material }: CipherInput): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", material, noSalt, info, 32))

// Bytes of their own: small buffers of Node are parts of one that lives on.
const joined = (...parts: ReadonlyArray<Uint8Array>): Uint8Array => Uint8Array.from(Buffer.concat(parts))

/** Seals and opens by node:crypto. */
export const nodeCipher: TextCipher = {
  seal: (input, plain) => {
    const cipher = createCipheriv(algorithm, derived(input), input.iv, { authTagLength: tagBytes })
    cipher.setAAD(input.bound)
    return joined(cipher.update(plain), cipher.final(), cipher.getAuthTag())
  },
  open: (input, sealed) => {
    if (sealed.length < tagBytes) return undefined
    const end = sealed.length - tagBytes
    try {
      const decipher = createDecipheriv(algorithm, derived(input), input.iv, { authTagLength: tagBytes })
      decipher.setAAD(input.bound)
      decipher.setAuthTag(sealed.subarray(end))
      return joined(decipher.update(sealed.subarray(0, end)), decipher.final())
    } catch {
      return undefined
    }
  }
}
