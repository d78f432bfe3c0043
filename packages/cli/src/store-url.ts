// The one place that opens a store from its URL. A scheme that comes later is one more line here.
import type { EventStore } from "@lcqm/core"
import { Effect, type Layer } from "effect"
import { type BadInput, badInput, commandLine } from "./failure.ts"

type StoreLayer = Layer.Layer<EventStore>

const openers: Readonly<Record<string, (rest: string) => Promise<StoreLayer | string>>> = {
  memory: async (rest) => {
    if (rest !== "") return "memory: and nothing behind it"
    const { memoryStore } = await import("@lcqm/memory")
    return memoryStore()
  }
}

/** The schemes a store's URL may have. */
const storeSchemes: ReadonlyArray<string> = Object.keys(openers).map((scheme) => `${scheme}:`)

/** The store a URL names: opened by its first use, closed by its scope. */
export const storeOfUrl = (url: string): Effect.Effect<StoreLayer, BadInput> =>
  Effect.gen(function* () {
    const [, scheme = "", rest = ""] = /^([A-Za-z][A-Za-z0-9+.-]*):(.*)$/s.exec(url) ?? []
    const refuse = (expected: string) =>
      Effect.fail(
        badInput("URL of a store", commandLine, { path: "--store", expected, got: JSON.stringify(url) })
      )
    const open = Object.hasOwn(openers, scheme) ? openers[scheme] : undefined
    if (open === undefined) return yield* refuse(`a URL of a known scheme: ${storeSchemes.join(", ")}`)
    const opened = yield* Effect.promise(() => open(rest))
    return typeof opened === "string" ? yield* refuse(opened) : opened
  })
