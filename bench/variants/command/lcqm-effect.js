// G4: a command through Lcqm's Effect face, the commands of a school in one fiber, over a memory store.
import { opened } from "./opened.js"
import { Lcqm } from "@lcqm/core"
import { Effect, Layer, ManagedRuntime } from "effect"
import { commandVariant } from "./workload.js"

export const prepare = async ({ cached = true }) => {
  const { fill, layer, options } = opened({ cached })
  const runtime = ManagedRuntime.make(Layer.provide(Lcqm.layerWith(options), layer))
  const lcqm = await runtime.runPromise(Lcqm)
  const all = Effect.fnUntraced(function* (commands) {
    const events = []
    for (const command of commands) events.push((yield* lcqm.execute(command)).events[0])
    return events
  })
  return commandVariant({
    fill,
    execute: (command) => runtime.runPromise(Effect.map(lcqm.execute(command), ({ events }) => events[0])),
    executeAll: (commands) => runtime.runPromise(all(commands))
  })
}
