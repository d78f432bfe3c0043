// Starting the appender, and hearing what it has acknowledged.
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { Durability } from "../../src/index.ts"

/** What the appender is to do. */
export interface Work {
  readonly path: string
  readonly stream: string
  readonly count: number
  readonly perAppend: number
  /** The number in its first event's id; the others follow. */
  readonly firstId: number
  readonly durability: Durability
  /** Whether it keeps a read model in the file beside. */
  readonly bookmark?: boolean
}

/** How an appender ended. */
export interface Ended {
  readonly code: number | null
  /** How many events it had acknowledged by then. */
  readonly acknowledged: number
  readonly complaints: string
}

const program = fileURLToPath(new URL("appender.mjs", import.meta.url))
const built = fileURLToPath(new URL("../../dist/index.js", import.meta.url))

/** The command line of the appender. */
export const appenderFor = (work: Work): readonly [string, ReadonlyArray<string>] => {
  if (!existsSync(built)) throw new Error("run `npm run build` first: the other process runs what it makes")
  return [process.execPath, [program, JSON.stringify(work)]]
}

/** Runs the appender; kills it (SIGKILL) so many milliseconds after its first acknowledgement, where that is given. */
export const append = (work: Work, killAfter?: number): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(...appenderFor(work), { stdio: ["ignore", "pipe", "pipe"] })
    let said = ""
    let complaints = ""
    let doomed = killAfter === undefined
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text
      if (doomed) return
      doomed = true
      setTimeout(() => child.kill("SIGKILL"), killAfter)
    })
    child.stderr.setEncoding("utf8").on("data", (text: string) => (complaints += text))
    child.on("close", (code) => {
      // A line cut short was not said.
      const acknowledged = Number(said.split("\n").at(-2) ?? "0")
      resolve({ code, acknowledged, complaints })
    })
  })
