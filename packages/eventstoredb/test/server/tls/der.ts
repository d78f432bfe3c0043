// The few parts of DER (ITU-T X.690) that a certificate is made of.

/** A value with its tag and length. */
export const tagged = (tag: number, ...contents: ReadonlyArray<Uint8Array>): Buffer => {
  const content = Buffer.concat(contents)
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content])
}

const lengthOf = (length: number): ReadonlyArray<number> => {
  if (length < 0x80) return [length]
  const bytes: Array<number> = []
  for (let rest = length; rest > 0; rest >>>= 8) bytes.unshift(rest & 0xff)
  return [0x80 | bytes.length, ...bytes]
}

export const sequence = (...contents: ReadonlyArray<Uint8Array>): Buffer => tagged(0x30, ...contents)

export const set = (...contents: ReadonlyArray<Uint8Array>): Buffer => tagged(0x31, ...contents)

/** A number that is not negative, from its bytes, the first of them not zero. */
export const integer = (bytes: Uint8Array): Buffer =>
  (bytes[0] ?? 0) & 0x80 ? tagged(0x02, Buffer.from([0]), bytes) : tagged(0x02, bytes)

export const bitString = (bytes: Uint8Array): Buffer => tagged(0x03, Buffer.from([0]), bytes)

export const octets = (bytes: Uint8Array): Buffer => tagged(0x04, bytes)

export const utf8String = (text: string): Buffer => tagged(0x0c, Buffer.from(text, "utf8"))

export const yes = tagged(0x01, Buffer.from([0xff]))

/** A moment as UTCTime, `YYMMDDhhmmssZ`. */
export const utcTime = (milliseconds: number): Buffer => {
  const digits = new Date(milliseconds).toISOString().replace(/\D/gu, "")
  return tagged(0x17, Buffer.from(`${digits.slice(2, 14)}Z`, "ascii"))
}

/** An object identifier from its dotted form. */
export const oid = (dotted: string): Buffer => {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number)
  const bytes = [40 * first + second]
  for (const part of rest) {
    const groups = [part & 0x7f]
    for (let left = part >>> 7; left > 0; left >>>= 7) groups.unshift((left & 0x7f) | 0x80)
    bytes.push(...groups)
  }
  return tagged(0x06, Buffer.from(bytes))
}
