// What seals at once seals as what is waited for does: the same boxes, byte for byte, which open to each other and to
// other people's code, and to nobody where anything was changed.
import {
  type CipherInput,
  keyHolders,
  keyMaterial,
  keyPurpose,
  placeBound,
  webCryptoCipher
} from "@lcqm/core"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { openedByOthers } from "../../../core/test/personal-data/others-opening.ts"
import { nodeCipher } from "../../src/personal-data/text-cipher.ts"

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const iv = bytes(12)
const plain = fc.uint8Array({ maxLength: 400 })

const anyInput: fc.Arbitrary<CipherInput> = fc.record({
  material: fc.constantFrom(32, 64, 96).chain(bytes),
  info: fc.uint8Array({ minLength: 1, maxLength: 120 }),
  iv,
  bound: fc.uint8Array({ minLength: 1, maxLength: 120 })
})

const flipped = (given: Uint8Array, at: number): Uint8Array =>
  given.map((byte, n) => (n === Math.floor(at / 8) % given.length ? byte ^ (1 << (at % 8)) : byte))

describe("the cipher that answers at once", () => {
  it("makes the box that WebCrypto makes, and each opens the other's", async () => {
    await fc.assert(
      fc.asyncProperty(anyInput, plain, async (input, text) => {
        const [box, waitedFor] = [nodeCipher.seal(input, text), await webCryptoCipher.seal(input, text)]
        expect(box).toEqual(waitedFor)
        expect(nodeCipher.open(input, waitedFor)).toEqual(text)
        expect(await webCryptoCipher.open(input, waitedFor)).toEqual(text)
      }),
      { numRuns: 60 }
    )
  })

  it("opens nothing that was changed, cut or put elsewhere, as WebCrypto does not", async () => {
    await fc.assert(
      fc.asyncProperty(anyInput, plain, fc.nat(), fc.nat(), async (input, text, at, length) => {
        const box = (await nodeCipher.seal(input, text)).slice()
        const changed: ReadonlyArray<readonly [CipherInput, Uint8Array]> = [
          [input, flipped(box, at)],
          [input, box.slice(0, length % box.length)],
          [input, Uint8Array.from([...box, 0])],
          [{ ...input, iv: flipped(input.iv, at) }, box],
          [{ ...input, bound: flipped(input.bound, at) }, box],
          [{ ...input, info: flipped(input.info, at) }, box],
          [{ ...input, material: flipped(input.material, at) }, box]
        ]
        for (const [under, sealed] of changed) {
          expect(nodeCipher.open(under, sealed)).toBe(undefined)
          expect(await webCryptoCipher.open(under, sealed)).toBe(undefined)
        }
      }),
      { numRuns: 40 }
    )
  })

  it("seals for one person and for several what other people's code opens", async () => {
    const person = fc.stringMatching(/^p-[a-z0-9]{8,20}$/)
    const about = fc.uniqueArray(person, { minLength: 1, maxLength: 3 })
    const key = fc.infiniteStream(bytes(32))
    await fc.assert(
      fc.asyncProperty(about, key, iv, fc.string(), async (people, keys, begin, text) => {
        const keyOf = new Map(people.map((each) => [each, keys.next().value]))
        const place = { eventId: "00000000-0000-8000-8000-000000000001", path: ["reason"] }
        const holders = keyHolders(people)
        const box = await nodeCipher.seal(
          {
            material: keyMaterial(holders.map((each) => keyOf.get(each) ?? new Uint8Array(0))),
            info: keyPurpose(holders),
            iv: begin,
            bound: placeBound(place)
          },
          new TextEncoder().encode(text)
        )
        const inJson = {
          about: people,
          iv: Buffer.from(begin).toString("base64"),
          ct: Buffer.from(box).toString("base64")
        }
        const opened = openedByOthers(inJson, place, (each) => keyOf.get(each) ?? new Uint8Array(0))
        expect(opened).toBe(text)
      }),
      { numRuns: 40 }
    )
  })
})
