// The SQLite store is put to the whole contract, and declares nothing.
import { describeEventStore } from "@lcqm/testing/store"
import { sqlite } from "./adapter.ts"

describeEventStore(sqlite)
