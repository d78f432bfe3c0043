// Code that people will copy is run as they would run it.
import { describe, expect, it } from "vitest"
import { decodeCriteriaSet, decodeRuleSet } from "@lcqm/core"
import { asModule, documentSnippets, exampleSnippets } from "./snippets.ts"

const isTypeScript = ({ language }: { readonly language: string }): boolean => language.split(" ")[0] === "ts"

describe("the TypeScript of README and docs", () => {
  const snippets = documentSnippets().filter(isTypeScript)
  it("is there", () => expect(snippets.length).toBeGreaterThan(0))
  it.each(snippets)("does what it says: $file line $line", async (snippet) => {
    await expect(import(/* @vite-ignore */ asModule(snippet))).resolves.toBeDefined()
  })
})

describe("the examples of the public exports", () => {
  const snippets = exampleSnippets().filter(isTypeScript)
  it("are there", () => expect(snippets.length).toBeGreaterThan(20))
  it.each(snippets)("give what they say: $file line $line", async (snippet) => {
    await expect(import(/* @vite-ignore */ asModule(snippet))).resolves.toBeDefined()
  })
})

describe("the JSON of README and docs", () => {
  const decoders = new Map<string, (input: unknown) => unknown>([
    ["json criteria-set", decodeCriteriaSet],
    ["json rule-set", decodeRuleSet]
  ])
  const snippets = documentSnippets().filter(({ language }) => language.split(" ")[0] === "json")
  it.each(snippets)("is what it is said to be: $file line $line", ({ code, language }) => {
    const decode = decoders.get(language)
    expect(decode, `no schema reads ${language}`).toBeDefined()
    expect(decode?.(JSON.parse(code))).toMatchObject({ _tag: "Success" })
  })
})

describe("every code block of README and docs", () => {
  it("is in a language that is run or checked", () => {
    const known = new Set(["ts", "json", "sh", "text"])
    expect(documentSnippets().filter(({ language }) => !known.has(language.split(" ")[0] ?? ""))).toEqual([])
  })
})
