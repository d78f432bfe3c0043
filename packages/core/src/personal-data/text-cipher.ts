// How a text is sealed and opened: AES-256-GCM under a key derived by HKDF-SHA-256. Unless a key ring brings its own,
// by the platform's WebCrypto, so that core runs in a browser.

/** What is sealed or opened, and with what. All of it is bytes. */
export interface CipherInput {
  /** What the key is derived from (HKDF's input keying material). */
  readonly material: Uint8Array
  /** What the derived key is for (HKDF's info); HKDF's salt is empty. */
  readonly info: Uint8Array
  /** 96 random bits, never used twice. */
  readonly iv: Uint8Array
  /** What the box is bound to (GCM's additional authenticated data). */
  readonly bound: Uint8Array
}

/** An answer at once, or as a Promise. */
export type AtOnceOrLater<A> = A | Promise<A>

/** Seals and opens with AES-256-GCM and HKDF-SHA-256: all that do come to the same boxes. */
export interface TextCipher {
  /** The ciphertext, followed by the tag of 16 bytes. */
  readonly seal: (input: CipherInput, plain: Uint8Array) => AtOnceOrLater<Uint8Array>
  /** What was sealed; undefined where the tag says that it is not what was sealed with this. */
  readonly open: (input: CipherInput, sealed: Uint8Array) => AtOnceOrLater<Uint8Array | undefined>
}

// WebCrypto takes bytes of a buffer of their own only.
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

const derived = async ({ info, material }: CipherInput, use: "encrypt" | "decrypt") => {
  const { subtle } = globalThis.crypto
  const base = await subtle.importKey("raw", own(material), "HKDF", false, ["deriveKey"])
  const hkdf = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: own(info) }
  return subtle.deriveKey(hkdf, base, { name: "AES-GCM", length: 256 }, false, [use])
}

const gcm = ({ bound, iv }: CipherInput) => ({
  name: "AES-GCM",
  iv: own(iv),
  additionalData: own(bound),
  tagLength: 128
})

/** Seals and opens by the platform's WebCrypto, which is waited for. */
export const webCryptoCipher: TextCipher = {
  seal: async (input, plain) => {
    const key = await derived(input, "encrypt")
    return new Uint8Array(await globalThis.crypto.subtle.encrypt(gcm(input), key, own(plain)))
  },
  open: async (input, sealed) => {
    const key = await derived(input, "decrypt")
    return globalThis.crypto.subtle.decrypt(gcm(input), key, own(sealed)).then(
      (plain) => new Uint8Array(plain),
      // All that WebCrypto says of a wrong key, box or place is that the operation failed.
      () => undefined
    )
  }
}
