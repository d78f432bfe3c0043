// The whole story on a server: kept there by the command line, and played there command by command. Both times the
// register is that of memory, and every event has the same bytes.
import { spawn } from "node:child_process"
import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { EventStore, stampedOf, valueOf, type Recorded } from "@lcqm/core"
import { canonicalJson } from "@lcqm/ledger"
import { memoryStore } from "@lcqm/memory"
import { openStory, playStory } from "@lcqm/story-so-far"
import { Effect, type Layer, Stream } from "effect"
import { expect, it } from "vitest"
import { eventStoreDbStore } from "../../src/index.ts"
import { withServer } from "../opened.ts"

const bin = fileURLToPath(new URL("../../../cli/bin/lcqm.js", import.meta.url))

const lcqm = async (...words: ReadonlyArray<string>) => {
  const child = spawn(process.execPath, [bin, ...words], { stdio: ["ignore", "pipe", "inherit"] })
  let told = ""
  child.stdout.on("data", (chunk: Buffer) => (told += chunk.toString()))
  const code = await new Promise((resolve) => child.on("exit", resolve))
  expect(code).toBe(0)
  return told
}

const bytesIn = <E>(store: Layer.Layer<EventStore, E>) =>
  Effect.runPromise(
    Effect.flatMap(EventStore, ({ readAll }) =>
      Stream.runCollect(
        Stream.map(readAll({ asStored: true }), (event: Recorded) => canonicalJson(stampedOf(event)))
      )
    ).pipe(Effect.provide(store))
  )

const played = async <E>(store: Layer.Layer<EventStore, E>) => {
  const opened = openStory({ store, seed: 7 })
  await playStory({ lcqm: opened, seed: 7 })
  const register = valueOf(await opened.register())
  await opened.close()
  return { register, bytes: await bytesIn(store) }
}

it("the story kept on a server by the command line gives the register of a file, and the bytes", () =>
  withServer(async (server) => {
    const there = `${server.connectionString}&prefix=kept`
    const here = `sqlite:${join(mkdtempSync(join(tmpdir(), "lcqm-story-")), "story.db")}`
    const { kept, ...told } = JSON.parse(await lcqm("demo", "--seed", "7", "--json", "--store", there))
    const { kept: keptHere, ...toldHere } = JSON.parse(
      await lcqm("demo", "--seed", "7", "--json", "--store", here)
    )
    expect(told).toEqual(toldHere)
    expect({ ...kept, store: "" }).toEqual({ ...keptHere, store: "" })
    expect(await lcqm("register", "--json", "--store", there)).toBe(
      await lcqm("register", "--json", "--store", here)
    )
    console.info(`kept: ${JSON.stringify(kept)}`)
  }))

it("the story played on a server command by command gives the register of memory, and the bytes", () =>
  withServer(async (server) => {
    const began = performance.now()
    const there = await played(
      eventStoreDbStore(server.connectionString, { prefix: "story", deadline: 30_000 })
    )
    console.info(`${there.bytes.length} events in ${Math.round((performance.now() - began) / 1000)} s`)
    const here = await played(memoryStore())
    expect(there.register).toEqual(here.register)
    expect(there.register.length).toBeGreaterThan(20)
    expect(there.bytes).toEqual(here.bytes)
  }))
