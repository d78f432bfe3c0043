// What `--json` prints: one canonical line (RFC 8785), so that the same answer is the same bytes.
import { canonicalJson, NotCanonicalizable } from "@lcqm/ledger"

// JSON can spell half a surrogate pair ("\ud800"), which UTF-8 cannot write: shown as U+FFFD, as browsers do.
const wellFormed = (value: unknown): unknown => {
  if (typeof value === "string") return value.replace(/\p{Surrogate}/gu, "\uFFFD")
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [wellFormed(key), wellFormed(held)]))
}

/** A value as one line of canonical JSON. */
export const jsonLine = (value: unknown): string => {
  try {
    return `${canonicalJson(value)}\n`
  } catch (error) {
    if (!(error instanceof NotCanonicalizable && error.reason === "lone-surrogate")) throw error
    return `${canonicalJson(wellFormed(value))}\n`
  }
}
