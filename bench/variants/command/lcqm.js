// G4: a command through Lcqm's Promise face, over a memory store.
import { opened } from "./opened.js"
import { openLcqm, valueOf } from "@lcqm/core"
import { commandVariant } from "./workload.js"

export const prepare = async ({ cached = true }) => {
  const { fill, layer, options } = opened({ cached })
  const lcqm = openLcqm({ store: layer, ...options })
  return commandVariant({ fill, execute: async (command) => valueOf(await lcqm.execute(command)).events[0] })
}
