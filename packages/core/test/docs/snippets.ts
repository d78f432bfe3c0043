// Finds the code people will copy: the blocks of README and docs, and the examples of the public exports.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"

/** The top of the repository. */
export const top = fileURLToPath(new URL("../../../../", import.meta.url))

/** A block of code and where it stands. */
export interface Snippet {
  readonly file: string
  readonly line: number
  /** What stands behind the opening fence, as `ts` or `json rule-set`. */
  readonly language: string
  readonly code: string
}

/** The files below a folder whose names end so; none where there is no such folder. */
export const filesUnder = (folder: string, ending: string): ReadonlyArray<string> =>
  (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory())
      return ["node_modules", "dist", "test"].includes(entry.name) ? [] : filesUnder(path, ending)
    return entry.name.endsWith(ending) ? [path] : []
  })

const blocksOf = (file: string, text: string, prefix: RegExp): ReadonlyArray<Snippet> => {
  const found: Array<Snippet> = []
  let open: { line: number; language: string; code: Array<string> } | undefined
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.replace(prefix, "")
    const fence = /^\s*```(.*)$/.exec(line)
    if (fence === null) open?.code.push(line)
    else if (open === undefined) open = { line: index + 1, language: (fence[1] ?? "").trim(), code: [] }
    else {
      found.push({
        file: relative(top, file),
        line: open.line,
        language: open.language,
        code: open.code.join("\n")
      })
      open = undefined
    }
  }
  return found
}

/** The blocks of README.md and docs. */
export const documentSnippets = (): ReadonlyArray<Snippet> =>
  [join(top, "README.md"), ...filesUnder(join(top, "docs"), ".md")].flatMap((file) =>
    blocksOf(file, readFileSync(file, "utf8"), /^(?!)/)
  )

/** The examples in the documentation comments of the packages' sources. */
export const exampleSnippets = (): ReadonlyArray<Snippet> =>
  ["packages", "examples"].flatMap((folder) =>
    readdirSync(join(top, folder)).flatMap((name) =>
      filesUnder(join(top, folder, name, "src"), ".ts").flatMap((file) =>
        blocksOf(file, readFileSync(file, "utf8"), /^\s*\* ?/)
      )
    )
  )

/**
 * Writes a snippet as a module that can be imported: a line `expression // => value` becomes a comparison.
 */
export const asModule = ({ code, file, line }: Snippet): string => {
  const checked = code.replace(
    /^([^\n]*?)\s*\/\/ => (.*)$/gm,
    (_, expression: string, value: string) =>
      `__expect(await (${expression}), ${JSON.stringify(expression)}).toEqual(${value})`
  )
  const path = join(
    top,
    "packages/core/test/docs/.snippets",
    `${file.replaceAll(/[^A-Za-z0-9]+/g, "-")}-${line}.ts`
  )
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `import { expect as __expect } from "vitest"\n${checked}\nexport {}\n`)
  return path
}
