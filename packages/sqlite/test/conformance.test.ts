// The SQLite store is put to the whole contract, and declares nothing.
import { describeEventStore } from "@lcqm/testing/store"
import { seenInDocs } from "../../testing/test/store/seen-in-docs.ts"
import { sqlite } from "./adapter.ts"

describeEventStore(sqlite, { seen: seenInDocs })
