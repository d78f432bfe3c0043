// Two ways to run `lcqm` in a test: in this process over streams of its own (fast), and as the process a person
// starts (true). `npm test` builds first.
import { spawn } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable, type Writable } from "node:stream"
import { fileURLToPath } from "node:url"
import { afterAll } from "vitest"
import { coloursFor, lcqm, type Streams } from "../src/index.ts"

/** What a run answered. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the words in this process. */
export const lcqmHere = async (
  words: ReadonlyArray<string>,
  {
    env = {},
    input = "",
    progress
  }: {
    readonly env?: Readonly<Record<string, string>>
    readonly input?: string | Buffer
    readonly progress?: Writable
  } = {}
): Promise<Ran> => {
  let out = ""
  let err = ""
  const streams: Streams = {
    in: Readable.from([Buffer.from(input)]),
    out: async (text) => {
      out += text
    },
    err: async (text) => {
      err += text
    },
    colours: coloursFor(false, {}),
    progress
  }
  const code = await lcqm(words, streams, env)
  return { code, out, err }
}

/** The built command. */
export const bin = fileURLToPath(new URL("../bin/lcqm.js", import.meta.url))

/** Runs the words as a process of their own; no terminal is attached. */
export const lcqmAsProcess = (
  words: ReadonlyArray<string>,
  {
    cwd = process.cwd(),
    env = {},
    input = ""
  }: { readonly cwd?: string; readonly env?: Record<string, string>; readonly input?: string } = {}
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...words], { cwd, env: { ...process.env, ...env } })
    let out = ""
    let err = ""
    child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text))
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text))
    child.on("error", reject)
    child.on("close", (code) => resolve({ code: code ?? -1, out, err }))
    child.stdin.on("error", () => undefined).end(input)
  })

/** Runs a line of shell in which `lcqm` is the built command. */
export const shell = (line: string, cwd = tmpdir()): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const command = `lcqm() { "${process.execPath}" "${bin}" "$@"; }; ${line}`
    const child = spawn("bash", ["-c", command], { cwd })
    let out = ""
    let err = ""
    child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text))
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text))
    child.on("error", reject)
    child.on("close", (code) => resolve({ code: code ?? -1, out, err }))
  })

const folders: Array<string> = []
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true })
})

/** A folder of the test file's own, gone after it. */
export const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), "lcqm-cli-"))
  folders.push(made)
  return made
}

/** A file of the test's own: JSON of a value, or text or bytes as they are. */
export const file = (content: unknown, name = "given.json"): string => {
  const path = join(folder(), name)
  writeFileSync(
    path,
    typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content)
  )
  return path
}
