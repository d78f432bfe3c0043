// S1 and S2, the baseline: the box of decision 11 by hand, its key in hand and derived anew for each text.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto"
import { often, place, text } from "./sample.js"

const key = randomBytes(32)
const none = new Uint8Array(0)
const info = () => Buffer.from(JSON.stringify({ about: text.about, purpose: "lcqm/sealed-text/1" }))
const derived = () => new Uint8Array(hkdfSync("sha256", key, none, info(), 32))
const bound = () => Buffer.from(JSON.stringify(place))

const seal = () => {
  const iv = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", derived(), iv)
  cipher.setAAD(bound())
  const ct = Buffer.concat([cipher.update(text.text, "utf8"), cipher.final(), cipher.getAuthTag()])
  return { about: text.about, iv: iv.toString("base64"), ct: ct.toString("base64") }
}

const open = (box) => {
  const ct = Buffer.from(box.ct, "base64")
  const decipher = createDecipheriv("aes-256-gcm", derived(), Buffer.from(box.iv, "base64"))
  decipher.setAAD(bound())
  decipher.setAuthTag(ct.subarray(-16))
  return {
    about: box.about,
    text: decipher.update(ct.subarray(0, -16), undefined, "utf8") + decipher.final("utf8")
  }
}

export const prepare = async ({ work }) => {
  const box = seal()
  let last
  return {
    batch: () => {
      for (let n = 0; n < often; n += 1) last = work === "seal" ? seal() : open(box)
    },
    operations: often,
    found: () => JSON.stringify(last)
  }
}
