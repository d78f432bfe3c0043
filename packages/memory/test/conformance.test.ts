// The memory store is put to the whole contract. It keeps no file, so nothing outlives the program.
import { describeEventStore } from "@lcqm/testing/store"
import { seenInDocs } from "../../testing/test/store/seen-in-docs.ts"
import { memoryStoreWith } from "../src/index.ts"

const memory = {
  name: "memory",
  store: memoryStoreWith,
  declared: ["I17", "L02", "L04", "L06", "L07"]
} as const

describeEventStore(memory, { seen: seenInDocs })
