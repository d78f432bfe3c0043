// RFC 8785 by others: the vectors of the RFC's author, as @truestamp/canonify carries them, and three writers that
// nobody here wrote, beside ours over the same values.
import { readdirSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { canonicalBytes, canonicalJson, parseCanonicalJson, toHex } from "@lcqm/ledger"
import { canonify } from "@truestamp/canonify"
import * as fc from "fast-check"
import { canonicalize as jsonCanonicalize } from "json-canonicalize"
import { describe, expect, test } from "vitest"
import { jsonValue } from "../canonical/arbitraries.ts"

const require = createRequire(import.meta.url)
// Its types describe a module that it is not.
const canonicalize = require("canonicalize") as (value: unknown) => string | undefined
const entry = require.resolve("@truestamp/canonify")
const data = join(dirname(entry), "../tests/testdata")
const names = readdirSync(join(data, "input")).toSorted()
const read = (kind: "input" | "output", name: string): string => readFileSync(join(data, kind, name), "utf8")
const hex = (name: string): string =>
  readFileSync(join(data, "outhex", name.replace(".json", ".txt")), "utf8").replaceAll(/\s/gu, "")

describe("the vectors of RFC 8785", () => {
  test("are there", () => {
    expect(names).toEqual(
      ["arrays", "french", "structures", "unicode", "values", "weird"].map((name) => `${name}.json`)
    )
  })

  test.each(names)("are written byte for byte: %s", (name) => {
    const value: unknown = JSON.parse(read("input", name))
    expect(toHex(canonicalBytes(value))).toBe(hex(name))
    const output = read("output", name).trimEnd()
    expect(canonicalJson(parseCanonicalJson(output))).toBe(output)
  })
})

describe("three canonicalizers that nobody here wrote", () => {
  test.each([
    ["@truestamp/canonify", (value: unknown) => canonify(value)],
    ["canonicalize", (value: unknown) => canonicalize(value)],
    ["json-canonicalize", (value: unknown) => jsonCanonicalize(value)]
  ])("write what ours writes: %s", (_, theirs) => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        // What ours writes is read and handed to them as plain JSON: some of them drop what only JavaScript has.
        const plain: unknown = JSON.parse(canonicalJson(value))
        // An object that has a key of this name, as JSON may, json-canonicalize does not sort.
        fc.pre(!canonicalJson(value).includes('"toJSON"'))
        expect(theirs(plain)).toBe(canonicalJson(value))
      }),
      { numRuns: 500 }
    )
  })
})
