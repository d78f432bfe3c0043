// A digest of what a variant came to, so that the bench can refuse to compare two that did different work.
import { hash } from "node:crypto"

const plain = (value) => {
  if (value instanceof Map) return [...value].map(([key, each]) => [key, plain(each)])
  if (value instanceof Set) return [...value]
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map((key) => [key, plain(value[key])])
  )
}

/** The same text for the same content, whatever the order of keys. */
export const fingerprint = (value) => hash("sha256", JSON.stringify(plain(value))).slice(0, 16)
