// A subscription and all that it was heard to say, in order: events by their numbers, and what was told beside them.
import type {
  AllStreamSubscription,
  EventStoreDBClient,
  StreamSubscription,
  SubscribeToAllOptions,
  SubscribeToStreamOptions
} from "@eventstore/db-client"
import { closing } from "./connected.ts"

export type Heard = number | "confirmation" | "caughtUp"

export interface Following {
  /** What was heard, the engine's own events left out. */
  readonly heard: Array<Heard>
  readonly revisions: Array<bigint>
  /** Waits until as much was heard as this holds. */
  readonly until: (expected: ReadonlyArray<Heard>) => Promise<void>
  readonly untilEvents: (count: number) => Promise<void>
  /** How it failed, or that it ended. */
  readonly failed: Promise<unknown>
  readonly stop: () => Promise<void>
}

export const followStream = (
  client: EventStoreDBClient,
  stream: string,
  options: SubscribeToStreamOptions
): Following => following(client.subscribeToStream(stream, options))

export const followAll = (client: EventStoreDBClient, options: SubscribeToAllOptions): Following =>
  following(client.subscribeToAll(options))

const following = (subscription: StreamSubscription | AllStreamSubscription): Following => {
  const heard: Array<Heard> = []
  const revisions: Array<bigint> = []
  let wake: () => void = () => {}
  const hear = (what: Heard) => {
    heard.push(what)
    wake()
  }
  const failed = new Promise<unknown>((resolve) => {
    subscription.on("error", resolve)
    subscription.on("end", () => resolve("ended"))
  })
  subscription.on("confirmation", () => hear("confirmation"))
  subscription.on("caughtUp", () => hear("caughtUp"))
  subscription.on("data", ({ event }) => {
    if (event === undefined || event.streamId.startsWith("$")) return
    revisions.push(event.revision)
    hear((event.data as { readonly number: number }).number)
  })
  const stop = () => subscription.unsubscribe()
  closing(stop)
  const until = (enough: () => boolean) =>
    new Promise<void>((resolve) => {
      wake = () => {
        if (enough()) resolve()
      }
      wake()
    })
  return {
    heard,
    revisions,
    until: (expected) => until(() => heard.length >= expected.length),
    untilEvents: (count) => until(() => revisions.length >= count),
    failed,
    stop
  }
}
