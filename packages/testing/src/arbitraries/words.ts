// Text as people, machines and attackers write it. Everything here is well-formed Unicode: what is not is refused
// at the door, and is a test of its own.
import * as fc from "fast-check"

/**
 * What has broken programs before: markup, quotes, right-to-left, joined emoji, controls, line separators.
 * @example
 * ```ts
 * import { awkwardWords } from "@lcqm/testing/arbitraries"
 * awkwardWords.includes("__proto__") // => true
 * ```
 */
export const awkwardWords: readonly [string, ...Array<string>] = [
  "<script>alert(1)</script>",
  "</style><b onclick='x'>&amp;",
  `"quoted" \\ and 'so'`,
  "${7*7} {{7*7}} %s",
  "مرحبا بالعالم",
  "\u202Eright to left\u202C",
  "👩🏽‍🏫🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "e\u0301 is not é",
  "a\u0000b",
  "\u0018\u001B[31m",
  "one\u2028two\u2029three",
  "tab\tand\r\nnew line",
  "__proto__",
  "constructor",
  " ",
  "\uFEFF"
]

// Any character of Unicode: surrogates are none. Made of numbers, since fast-check's own unit of this kind takes a
// second to make.
const anyCharacter = fc
  .oneof(fc.nat({ max: 0x7f }), fc.nat({ max: 0x2fff }), fc.nat({ max: 0x10ffff - 0x800 }))
  .map((place) => String.fromCodePoint(place < 0xd800 ? place : place + 0x800))

const plain = fc.constantFrom("a", "mathematics", "counts", "at home", "Year 4")

// A text is cut between characters: half of a surrogate pair is no text.
const cut = (text: string, longest: number): string => {
  if (text.length <= longest) return text
  const end = /[\uD800-\uDBFF]/.test(text.charAt(longest - 1)) ? longest - 1 : longest
  return text.slice(0, end)
}

/**
 * Any words of 1 to `longest` characters: plain ones, and those that have broken programs before. Shrinks to "a".
 * @example
 * ```ts
 * import { anyWords } from "@lcqm/testing/arbitraries"
 * import fc from "fast-check"
 * fc.sample(anyWords(20), { seed: 1, numRuns: 100 }).every(({ length }) => length >= 1 && length <= 20) // => true
 * ```
 */
export const anyWords = (longest: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { withCrossShrink: true },
        { arbitrary: plain, weight: 4 },
        { arbitrary: fc.constantFrom(...awkwardWords), weight: 2 },
        {
          arbitrary: fc.array(anyCharacter, { minLength: 1, maxLength: 12 }).map((some) => some.join("")),
          weight: 1
        },
        { arbitrary: fc.constant("x".repeat(longest)), weight: 1 }
      ),
      { minLength: 1, maxLength: 4 }
    )
    .map((parts) => cut(parts.join(" "), longest))
    .filter(({ length }) => length > 0)
