// The server as a program of its own: `npm run esdb:server`.
import { type ChildProcess, spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { NO_STREAM } from "@eventstore/db-client"
import { describe, expect, it } from "vitest"
import { append, clientOf, closing, connected, numbers, readStream } from "./connected.ts"

const program = fileURLToPath(new URL("../server/dist/main.js", import.meta.url))

interface Program {
  readonly child: ChildProcess
  readonly said: () => string
  readonly complained: () => string
  readonly ended: Promise<number | null>
}

const start = (...args: ReadonlyArray<string>): Program => {
  if (!existsSync(program)) throw new Error("run `npm run build` first: the program is what it makes")
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"] })
  let [said, complained] = ["", ""]
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text))
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complained += text))
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve))
  closing(async () => {
    child.kill("SIGKILL")
    await ended
  })
  return { child, said: () => said, complained: () => complained, ended }
}

const connectionStringOf = async ({ said }: Program): Promise<string> => {
  await expect.poll(said, { timeout: 20_000 }).toMatch(/\n$/u)
  return said().trim()
}

describe("the program", () => {
  it.each(["SIGINT", "SIGTERM"] as const)(
    "prints where it listens, serves, and ends well on %s",
    async (signal) => {
      const run = start("--port", "0")
      const connectionString = await connectionStringOf(run)
      expect(connectionString).toMatch(/^esdb:\/\/127\.0\.0\.1:\d+\?tls=false$/u)
      const client = clientOf(connectionString)
      await append(client, "s", NO_STREAM, [0, 1])
      expect(numbers(await readStream(client, "s"))).toEqual([0, 1])
      run.child.kill(signal)
      expect(await run.ended).toBe(0)
      expect(run.complained()).toBe("")
    }
  )

  it("ends, run by npm, when only npm is told to", async () => {
    const command = `"${process.execPath}" "${program}" --port 0 & wait`
    const env = { ...process.env, npm_lifecycle_event: "esdb:server" }
    const shell = spawn("sh", ["-c", command], { stdio: ["ignore", "pipe", "inherit"], env })
    closing(() => Promise.resolve(shell.kill("SIGKILL")))
    let said = ""
    shell.stdout.setEncoding("utf8").on("data", (text: string) => (said += text))
    await expect.poll(() => said, { timeout: 20_000 }).toMatch(/\n$/u)
    shell.kill("SIGTERM")
    // Its output closes once the program, which holds it too, has ended.
    await new Promise((resolve) => shell.on("close", resolve))
    await expect(readStream(clientOf(said.trim()), "s")).rejects.toThrow("14 UNAVAILABLE")
  })

  it("starts a cluster that asks for a name and a password under TLS", async () => {
    const run = start("--port", "0", "--nodes", "3", "--tls", "--user", "someone:secret")
    const client = clientOf(await connectionStringOf(run))
    await append(client, "s", NO_STREAM, [0])
    expect(numbers(await readStream(client, "s"))).toEqual([0])
  })

  it("says how it is used", async () => {
    const run = start("--help")
    expect(await run.ended).toBe(0)
    expect(run.said()).toContain("--port <number>")
  })

  it.each([
    { args: ["--port", "seventy"], says: '--port is a whole number from 0 to 65535, not "seventy".' },
    { args: ["--port", "70000"], says: '--port is a whole number from 0 to 65535, not "70000".' },
    { args: ["--nodes", "0"], says: "--nodes is at least 1." },
    { args: ["--user", "nobody", "--tls"], says: "--user is a name and a password with a colon between." },
    { args: ["--user", "a:b"], says: "--user needs --tls." },
    { args: ["--color"], says: "--color" }
  ])("refuses $args with what is wrong, and status 2", async ({ args, says }) => {
    const run = start(...args)
    expect(await run.ended).toBe(2)
    expect(run.complained()).toContain(says)
  })

  it("says so when its port is taken, with status 1", async () => {
    const { server } = await connected()
    const run = start("--port", String(server.port))
    expect(await run.ended).toBe(1)
    expect(run.complained()).toContain(`address already in use 127.0.0.1:${server.port}`)
  })
})
