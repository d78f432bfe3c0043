// Decoding what JSON.parse gave, for those who read very many values: unknown keys are looked for and the value is frozen
// in one walk. What JSON.parse gives has no keys but its own, so that counting them is enough.
import { Result, Schema, SchemaAST } from "effect"
import { decoderOf, type Malformed } from "../../vocabulary/index.ts"

/** Freezes a value and everything in it. */
export const deepFreeze = <T>(value: T): T => {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    for (const key in value) deepFreeze(value[key])
    Object.freeze(value)
  }
  return value
}

/** An object or an array, by key. */
interface Keyed {
  readonly [key: string]: unknown
}

const isKeyed = (value: unknown): value is Keyed => typeof value === "object" && value !== null

/**
 * Freezes what was decoded, and answers whether it has as many keys, at every depth, as the input it was decoded from: a
 * decoder drops the keys it does not know, and adds none. An array it leaves as long as it was.
 */
const frozenWhole = (decoded: Keyed, input: Keyed): boolean => {
  let dropped = 0
  if (Array.isArray(decoded)) {
    for (let i = 0; i < decoded.length; i++) {
      const inner: unknown = decoded[i]
      if (isKeyed(inner) && !frozenInner(inner, input[i])) return false
    }
  } else {
    for (const key in decoded) {
      dropped -= 1
      const inner = decoded[key]
      if (isKeyed(inner) && !frozenInner(inner, input[key])) return false
    }
    for (const _ in input) dropped += 1
  }
  Object.freeze(decoded)
  return dropped === 0
}

const frozenInner = (decoded: Keyed, input: unknown): boolean => isKeyed(input) && frozenWhole(decoded, input)

/**
 * Makes a decoder of what JSON.parse gave and nobody else holds: as `decoderOf`, and what it answers with is frozen at
 * every depth.
 */
export const parsedDecoderOf = <A, I>(
  what: string,
  schema: Schema.Codec<A, I>
): ((parsed: unknown) => Result.Result<A, Malformed>) => {
  const strict = decoderOf(what, schema)
  const strictly = (parsed: unknown) => Result.map(strict(parsed), deepFreeze)
  // Where decoding makes another value than the input, its keys tell nothing.
  if (SchemaAST.toType(schema.ast) !== schema.ast) return strictly
  const dropping = Schema.decodeUnknownResult(schema)
  return (parsed) => {
    const decoded = dropping(parsed)
    if (Result.isFailure(decoded)) return strictly(parsed)
    const { success } = decoded
    if (isKeyed(success) && isKeyed(parsed))
      return frozenWhole(success, parsed) ? Result.succeed(success) : strictly(parsed)
    return Result.succeed(success)
  }
}
