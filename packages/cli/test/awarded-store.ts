// Stores in which the small world's school has come to a stage, as files: what the tests of an auditor's and an issuer's
// commands run over.
import { EventStore, exactly, noStream, type Recorded, stampedOf } from "@lcqm/core"
import { sqliteStore } from "@lcqm/sqlite"
import { given, smallWorld } from "@lcqm/testing/given-when-then"
import { Effect } from "effect"
import { newPath } from "./stores.ts"

/** Appends events, as they were recorded, to the store at a URL. */
export const fill = async (url: string, events: ReadonlyArray<Recorded>): Promise<void> => {
  const write = Effect.flatMap(EventStore, (store) =>
    Effect.forEach(events, (event) =>
      store.append(event.stream, event.revision === 0 ? noStream : exactly(event.revision - 1), [
        stampedOf(event)
      ])
    )
  )
  await Effect.runPromise(Effect.provide(write, sqliteStore(url.replace("sqlite:", ""))))
}

/** The URL of a new store that holds these events. */
export const storeWith = async (events: ReadonlyArray<Recorded>): Promise<string> => {
  const url = `sqlite:${newPath()}`
  await fill(url, events)
  return url
}

/** The URL of a new store in which the school has come to a stage. */
export const storeAt = (stage: "proposed" | "agreed"): Promise<string> =>
  storeWith(given(smallWorld.at(stage)).events)
