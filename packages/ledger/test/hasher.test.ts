// The Node hasher against another implementation of SHA-256: the engine's own WebCrypto.
import { nodeHasher } from "@lcqm/ledger/node"
import { toHex } from "@lcqm/ledger"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"

describe("the hasher on Node", () => {
  test("gives the SHA-256 of WebCrypto, as bytes and as hexadecimal", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const expected = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes.slice()))
        expect(nodeHasher.sha256(bytes)).toEqual(expected)
        expect(nodeHasher.sha256Hex(bytes)).toBe(toHex(expected))
      })
    )
  })

  test("writes it into another array or into the one that was hashed, and nothing else there", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 99 }), fc.nat(), (bytes, chance) => {
        const at = chance % (bytes.length - 31)
        const expected = bytes.slice()
        expected.set(nodeHasher.sha256(bytes), at)
        const other = bytes.slice()
        nodeHasher.sha256Into?.(bytes, other, at)
        nodeHasher.sha256Into?.(bytes, bytes, at)
        expect([other, bytes]).toEqual([expected, expected])
      })
    )
  })

  test("hashes a view as the bytes it shows, and leaves them alone", () => {
    const whole = new Uint8Array([1, 2, 3, 4])
    expect(nodeHasher.sha256(whole.subarray(1, 3))).toEqual(nodeHasher.sha256(new Uint8Array([2, 3])))
    expect(whole).toEqual(new Uint8Array([1, 2, 3, 4]))
  })
})
