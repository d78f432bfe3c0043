// A program of its own that says on standard output, a line each time, how much it has acknowledged; and is killed in
// the middle of it, where that is to be.
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"

/** How a program ended. */
export interface Ended {
  readonly code: number | null
  /** How much it had acknowledged by then. */
  readonly acknowledged: number
  readonly complaints: string
}

/** When a program is killed (SIGKILL): so many milliseconds after it has acknowledged so much. */
export interface Kill {
  readonly acknowledged: number
  readonly after: number
}

const built = fileURLToPath(new URL("../../dist/index.js", import.meta.url))

/** The command line of a program of this folder, which is told by JSON what it is to do. */
export const programFor = (name: string, work: unknown): readonly [string, ReadonlyArray<string>] => {
  if (!existsSync(built)) throw new Error("run `npm run build` first: the other process runs what it makes")
  const program = fileURLToPath(new URL(name, import.meta.url))
  return [process.execPath, [program, JSON.stringify(work)]]
}

/** Runs a program to its end, its own or the one it is given. */
export const heard = (
  [command, words]: readonly [string, ReadonlyArray<string>],
  kill?: Kill
): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(command, words, { stdio: ["ignore", "pipe", "pipe"] })
    let said = ""
    let complaints = ""
    let doomed = kill === undefined
    // A line cut short was not said.
    const acknowledged = (): number => Number(said.split("\n").at(-2) ?? "-1")
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text
      if (doomed || kill === undefined || acknowledged() < kill.acknowledged) return
      doomed = true
      setTimeout(() => child.kill("SIGKILL"), kill.after)
    })
    child.stderr.setEncoding("utf8").on("data", (text: string) => (complaints += text))
    child.on("close", (code) => resolve({ code, acknowledged: Math.max(0, acknowledged()), complaints }))
  })
