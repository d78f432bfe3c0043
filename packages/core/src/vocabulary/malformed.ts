// One form for every "this is not what it should be": where, what was expected, what came. Everything that
// comes from outside is decoded by a schema, and this is what its sender is told.
import { Result, Schema, SchemaIssue } from "effect"

/** One thing wrong with an input. `path` reads as `data.themes[2].id`; the empty path is the whole input. */
export interface Problem {
  readonly path: string
  readonly expected: string
  readonly got: string
}

/** An input that its schema refuses. Nothing was written. */
export interface Malformed {
  readonly _tag: "Malformed"
  /** What the input was to be, as "command" or "rule set". */
  readonly what: string
  readonly problems: readonly [Problem, ...Array<Problem>]
  readonly message: string
  readonly remedy: string
}

const pathText = (path: ReadonlyArray<PropertyKey>): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === "number" || /^\d+$/.test(String(key))
        ? `${text}[${String(key)}]`
        : text === ""
          ? String(key)
          : `${text}.${String(key)}`,
    ""
  )

// What is shown of a wrong value: enough to recognise it, never a whole document.
const longestShown = 80

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null

const byLength = (text: string): string => `a text of ${text.length} characters`

// What somebody wrote about people is not repeated: an error may be kept where their text is not.
const withoutWords = (value: unknown): unknown => {
  if (!isObject(value) || !("about" in value)) return value
  const text: unknown = Reflect.get(value, "text")
  return typeof text === "string" ? { ...value, text: byLength(text) } : value
}

// Input from a program, unlike parsed JSON, may hold what JSON cannot: the kind of it is told then.
const spelt = (value: unknown): string => {
  try {
    return (
      JSON.stringify(value, (_, inner: unknown) =>
        typeof inner === "bigint" ? `${inner}n` : withoutWords(inner)
      ) ?? typeof value
    )
  } catch {
    return `an ${typeof value} that JSON cannot hold`
  }
}

/** A value as an error shows it, cut to a line. */
export const shown = (value: unknown): string => {
  if (value === undefined) return "nothing"
  const text = spelt(value)
  // By code points, so that no surrogate pair is cut in two.
  const points = text.length > longestShown ? Array.from(text.slice(0, 2 * longestShown)) : []
  return points.length > longestShown ? `${points.slice(0, longestShown).join("")}…` : text
}

const at = (input: unknown, path: ReadonlyArray<PropertyKey>): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    input
  )

// A key or a value longer than this, where nothing was to be, is not a slip of the pen and may be words.
const longestWord = 20

/** Whether a text may be what somebody wrote about people: it stands where such is, or where nothing is to be. */
const mayBeWords = (
  text: string,
  { around, expected, key }: { readonly around: unknown; readonly expected: string; readonly key: unknown }
): boolean => {
  if (expected === noSuchKey) return text.length > longestWord
  const inText = key === "text" && isObject(around) && "about" in around
  return text !== "" && (inText || expected === "Text" || expected.startsWith("a text of at most "))
}

/** What is told of an input with these problems. */
export const malformed = (what: string, problems: readonly [Problem, ...Array<Problem>]): Malformed => ({
  _tag: "Malformed",
  what,
  problems,
  message: `This is not a ${what}: ${problems
    .map(({ path, expected, got }) => `${path === "" ? "the whole" : path}: expected ${expected}, got ${got}`)
    .join("; ")}.`,
  remedy: "Correct what is named and send it again; nothing was written."
})

const asIssues = SchemaIssue.makeFormatterStandardSchemaV1()

const noSuchKey = "no such key"

// In words of ours, where the library's are of something else.
const expectedBy: Readonly<Record<string, string>> = {
  "Missing key": "a value",
  "no excess property": noSuchKey
}

const problemOf = (issue: { readonly message: string; readonly path?: unknown }, input: unknown): Problem => {
  const path = Array.isArray(issue.path) ? (issue.path as ReadonlyArray<PropertyKey>) : []
  const said = issue.message.startsWith("Expected ") ? issue.message.slice("Expected ".length) : issue.message
  const expected = expectedBy[said] ?? said
  const key = path.at(-1)
  if (expected === noSuchKey && typeof key === "string" && key.length > longestWord) {
    return { path: pathText(path.slice(0, -1)), expected, got: `a key of ${key.length} characters` }
  }
  const value = at(input, path)
  const where = { around: at(input, path.slice(0, -1)), expected, key }
  const got = typeof value === "string" && mayBeWords(value, where) ? byLength(value) : shown(value)
  return { path: pathText(path), expected, got }
}

/** Whether every key of the input, at every depth, stands in what was decoded from it. */
const namesAll = (decoded: object, input: object): boolean => {
  for (const key of Object.keys(input)) {
    if (!Object.hasOwn(decoded, key)) return false
    const inner: unknown = Reflect.get(input, key)
    if (isObject(inner)) {
      const kept: unknown = Reflect.get(decoded, key)
      if (!isObject(kept) || !namesAll(kept, inner)) return false
    }
  }
  return true
}

/**
 * Makes a decoder that answers with the value, or with every problem found, and refuses unknown keys.
 * @example
 * ```ts
 * import { decoderOf, Urn } from "@lcqm/core"
 * import { Result } from "effect"
 * const decodeUrn = decoderOf("school's URN", Urn)
 * Result.isFailure(decodeUrn("12")) // => true
 * ```
 */
export const decoderOf = <A, I>(
  what: string,
  schema: Schema.Codec<A, I>
): ((input: unknown) => Result.Result<A, Malformed>) => {
  // A decoder that looks for unknown keys itself gathers the known ones anew for every object, which is a fifth of
  // decoding an event. So they are dropped first, and looked for in what is left; only where one may have been, or
  // something is wrong, does the strict decoder judge, and tell.
  const dropping = Schema.decodeUnknownResult(schema)
  const decode = Schema.decodeUnknownResult(schema, { errors: "all", onExcessProperty: "error" })
  return (input) => {
    const dropped = dropping(input)
    if (Result.isSuccess(dropped)) {
      const { success } = dropped
      if (isObject(input) ? isObject(success) && namesAll(success, input) : !isObject(success)) {
        return Result.succeed(success)
      }
    }
    return Result.mapError(decode(input), (error) => {
      const [first, ...rest] = asIssues(error.issue).issues.map((issue) => problemOf(issue, input))
      return malformed(what, [first ?? { path: "", expected: what, got: shown(input) }, ...rest])
    })
  }
}
