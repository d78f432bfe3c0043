// G5: eight commands at once through Lcqm's Promise face. An attempt is an append asked of the store, counted by a
// store around the memory store.
import { opened } from "../command/opened.js"
import { EventStore, openLcqm, valueOf } from "@lcqm/core"
import { Layer } from "effect"
import { contentionVariant } from "./workload.js"

export const prepare = async ({ schools }) => {
  const { fill, options, store } = opened()
  const attempted = { count: 0 }
  const counting = {
    ...store,
    append: (...asked) => {
      attempted.count += 1
      return store.append(...asked)
    }
  }
  const lcqm = openLcqm({ store: Layer.succeed(EventStore, counting), ...options })
  return contentionVariant(
    { attempted, execute: async (command) => valueOf(await lcqm.execute(command)), fill },
    schools
  )
}
