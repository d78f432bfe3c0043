// The main entry loads in a browser: nothing that it reaches imports a module of Node, or names what only Node has.
import { readFileSync } from "node:fs"
import { dirname, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"

const source = fileURLToPath(new URL("../src/", import.meta.url))
const codeOf = (file: string): string =>
  readFileSync(file, "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\/\/.*$/gm, "")
const importsOf = (file: string): string[] =>
  Array.from(codeOf(file).matchAll(/from "([^"]+)"/g), ([, name = ""]) => name)

const reachedFrom = (entry: string): Set<string> => {
  const reached = new Set<string>()
  const visit = (file: string): void => {
    if (reached.has(file)) return
    reached.add(file)
    for (const name of importsOf(file)) if (name.startsWith(".")) visit(resolve(dirname(file), name))
  }
  visit(`${source}${entry}`)
  return reached
}

test("the main entry reaches no module of Node and no package, and uses nothing that only Node has", () => {
  const files = [...reachedFrom("index.ts")]
  expect(files.length).toBeGreaterThan(20)
  expect(files.flatMap(importsOf).filter((name) => !name.startsWith("."))).toEqual([])
  expect(files.filter((file) => /\b(?:Buffer|process|require|setImmediate)\b/.test(codeOf(file)))).toEqual([])
})

test("the entry for Node reaches node:crypto and nothing else outside", () => {
  const outside = [...reachedFrom("node.ts")].flatMap(importsOf).filter((name) => !name.startsWith("."))
  expect(outside).toEqual(["node:crypto"])
})
