// A million events through a subscription with a slow handler, the server in a process of its own: what the reader
// holds does not grow. `LCQM_EVENTS=100000` for a shorter look.
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"

const events = Number(process.env["LCQM_EVENTS"] ?? 1_000_000)
const build = fileURLToPath(new URL("../server/dist/", import.meta.url))
const reader = fileURLToPath(new URL("slow-reader.mjs", import.meta.url))
const filler = fileURLToPath(new URL("filled-server.mjs", import.meta.url))

/** Runs a program; `onLine` hears what it says, and may end it. */
const run = (file: string, args: ReadonlyArray<string>, onLine: (line: string, stop: () => void) => void) =>
  new Promise<number | null>((resolve) => {
    const child = spawn(process.execPath, ["--expose-gc", file, ...args], {
      stdio: ["ignore", "pipe", "inherit"]
    })
    let rest = ""
    child.stdout.on("data", (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split("\n")
      rest = lines.pop() ?? ""
      for (const line of lines) onLine(line, () => child.kill("SIGTERM"))
    })
    child.on("exit", (code) => resolve(code))
  })

it(`${events} events through a subscription with a slow handler are held a few at a time`, async () => {
  let report:
    { seen: number; inOrder: boolean; heldMegabytes: ReadonlyArray<number>; seconds: number } | undefined
  await run(filler, [build, String(events)], (line, stop) => {
    void run(reader, [line, String(events)], (told) => {
      report = JSON.parse(told)
    }).then(stop)
  })
  console.info(JSON.stringify(report))
  expect(report).toMatchObject({ seen: events, inOrder: true })
  const held = report?.heldMegabytes ?? []
  const [early, late] = [Math.max(...held.slice(1, 4)), Math.max(...held.slice(-4))]
  expect(held.length).toBeGreaterThan(8)
  expect(late - early).toBeLessThan(16)
})
