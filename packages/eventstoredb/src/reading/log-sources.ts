// The two ways through the engine's log, page by page. Forwards it is a subscription, since those the server filters,
// ended where the log did when the reading began; backwards it is a read that passes over what is not ours.
import type { StoreFailure } from "@lcqm/core"
import { Effect, type Scope } from "effect"
import type { Connection } from "../connection/connection.ts"
import type { Drawing, Drawn } from "../engine/drawing.ts"
import type { EngineRecord } from "../engine/engine-client.ts"
import type { Trouble } from "../engine/trouble.ts"
import { failureOf, isRetryable } from "../failure.ts"
import { Reception } from "./reception.ts"
import { ordinalOf } from "../stored-event.ts"

/** Some records, and whether these are the last. */
export interface Page {
  readonly records: ReadonlyArray<EngineRecord>
  readonly done: boolean
}

/** What the next page is; asked for again and again until one is the last. */
export type Source = () => Effect.Effect<Page, StoreFailure>

/** A reception that stops with the scope, in one of the places for calls that stay open. */
export const receptionOf = (
  connection: Connection,
  prefix: string,
  after: bigint
): Effect.Effect<Reception, StoreFailure, Scope.Scope> =>
  Effect.andThen(
    connection.place,
    Effect.acquireRelease(
      Effect.sync(() => new Reception(connection, prefix, after)),
      (reception) => Effect.sync(() => reception.stop())
    )
  )

/** The records behind one position, up to and with another. */
export const forwards = (
  connection: Connection,
  prefix: string,
  after: bigint,
  last: bigint
): Effect.Effect<Source, StoreFailure, Scope.Scope> =>
  after >= last
    ? Effect.succeed(() => Effect.succeed({ records: [], done: true }))
    : Effect.map(
        receptionOf(connection, prefix, after),
        (reception) => () =>
          Effect.map(reception.next(), ({ caughtUp, reached, records }) => {
            const within = records.filter((record) => ordinalOf(record) <= last)
            return { records: within, done: caughtUp || reached >= last || within.length < records.length }
          })
      )

/** The records before a position (or from the end), back to one behind `after`. */
export const backwards = (
  connection: Connection,
  prefix: string,
  before: bigint | "end",
  after: bigint
): Effect.Effect<Source, StoreFailure, Scope.Scope> => {
  let from: bigint | "end" = before
  let drawing: Drawing | undefined
  const stop = (trouble?: Trouble) => {
    drawing?.stop(trouble)
    drawing = undefined
  }
  const opened = Effect.suspend((): Effect.Effect<Drawing, Trouble> => {
    if (drawing !== undefined) return Effect.succeed(drawing)
    const fromPosition = from === "end" ? from : { commit: from, prepare: from }
    return Effect.tap(
      connection.opening((client) => client.readAll({ fromPosition })),
      (fresh) => Effect.sync(() => void (drawing = fresh))
    )
  })
  const page = ({ ended, records }: Drawn): Page => {
    const last = records.at(-1)
    if (last !== undefined) from = ordinalOf(last)
    const within = records.filter((record) => ordinalOf(record) > after && record.streamId.startsWith(prefix))
    return { records: within, done: ended || (from !== "end" && from <= after) }
  }
  const once = Effect.flatMap(opened, (open) => connection.draw(open, connection.deadline)).pipe(
    Effect.tapError((trouble) => Effect.sync(() => stop(trouble)))
  )
  const source = Effect.mapBoth(connection.again(once, isRetryable), {
    onSuccess: page,
    onFailure: (trouble) => failureOf(connection.told("reading all streams"), trouble)
  })
  return Effect.andThen(
    connection.place,
    Effect.acquireRelease(
      Effect.succeed(() => source),
      () => Effect.sync(() => stop())
    )
  )
}
