// A person's key as the ring's file holds it: encrypted under the master key by AES-256-GCM (NIST SP 800-38D) and bound
// to the ring and the person, so that a row put in another's place is not taken for theirs.
import { personKeyBytes } from "@lcqm/core"
import { canonicalBytes } from "@lcqm/ledger"
import { Redacted } from "effect"
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import type { MasterKey } from "./master-key.ts"

/** A wrapped key: 12 random bytes, and the ciphertext with its tag of 16 bytes behind it. */
export interface Wrapped {
  readonly iv: Uint8Array
  readonly wrapped: Uint8Array
}

/** Where a key is at home: which ring's, and whose. */
export interface Home {
  readonly ring: string
  readonly person: string
}

const algorithm = "aes-256-gcm"
const tagBytes = 16

const bound = ({ person, ring }: Home): Uint8Array =>
  canonicalBytes({ person, purpose: "lcqm key of a person", ring })

/** Wraps a key under the master key. */
export const wrap = ({ bytes }: MasterKey, home: Home, key: Uint8Array): Wrapped => {
  const iv = randomBytes(12)
  const cipher = createCipheriv(algorithm, Redacted.value(bytes), iv, { authTagLength: tagBytes })
  cipher.setAAD(bound(home))
  const text = Buffer.concat([cipher.update(key), cipher.final()])
  return { iv, wrapped: Buffer.concat([text, cipher.getAuthTag()]) }
}

/** The key; undefined where it was changed, moved or wrapped under another. */
export const unwrap = (
  { bytes }: MasterKey,
  home: Home,
  { iv, wrapped }: Wrapped
): Uint8Array | undefined => {
  const decipher = createDecipheriv(algorithm, Redacted.value(bytes), iv, { authTagLength: tagBytes })
  decipher.setAAD(bound(home))
  decipher.setAuthTag(wrapped.subarray(personKeyBytes))
  try {
    // A copy: small buffers of Node are parts of one that lives on.
    return Uint8Array.from([...decipher.update(wrapped.subarray(0, personKeyBytes)), ...decipher.final()])
  } catch {
    return undefined
  }
}
