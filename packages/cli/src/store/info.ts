// `lcqm store info`: what a store holds, every event of it read and hashed anew.
import { type EventStore, type ReadError, type StoreRoot, verifiedRoot } from "@lcqm/core"
import { Effect, Stream } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overStore } from "../over-store.ts"
import { counted } from "../telling/counted.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { printable } from "../telling/printable.ts"
import { table } from "../telling/table.ts"

const decodeFlags = flagsOf("lcqm store info", { ...storeFlag, json: Json })

interface Kind {
  streams: number
  events: number
}

interface StoreInfo extends StoreRoot {
  readonly store: string
  readonly streams: number
  /** By what stands before the first hyphen of a stream's name, as school. */
  readonly kinds: Readonly<Record<string, Kind>>
  readonly firstRecordedAt: string | undefined
  readonly lastRecordedAt: string | undefined
}

const infoOf = (store: EventStore["Service"]): Effect.Effect<StoreInfo, ReadError> =>
  Effect.gen(function* () {
    const kinds = new Map<string, Kind>()
    let first: string | undefined
    let last: string | undefined
    yield* Stream.runForEachArray(store.readAll({ asStored: true }), (events) =>
      Effect.sync(() => {
        for (const { metadata, revision, stream } of events) {
          const name = stream.split("-", 1)[0] ?? stream
          const kind = kinds.get(name) ?? { streams: 0, events: 0 }
          kind.events += 1
          if (revision === 0) kind.streams += 1
          kinds.set(name, kind)
          if (first === undefined || metadata.recordedAt < first) first = metadata.recordedAt
          if (last === undefined || metadata.recordedAt > last) last = metadata.recordedAt
        }
      })
    )
    return {
      store: store.name,
      ...(yield* verifiedRoot(store)),
      streams: [...kinds.values()].reduce((sum, { streams }) => sum + streams, 0),
      kinds: Object.fromEntries([...kinds].toSorted(([a], [b]) => (a < b ? -1 : 1))),
      firstRecordedAt: first,
      lastRecordedAt: last
    }
  })

const infoText = ({
  events,
  firstRecordedAt,
  kinds,
  lastRecordedAt,
  root,
  store,
  streams
}: StoreInfo): string => {
  const rows = Object.entries(kinds).map(([kind, { events, streams }]) => [kind, streams, events])
  return [
    `Store ${printable(store)} holds ${counted(events, "event")} in ${counted(streams, "stream")}, verified.\nRoot ${root}\n`,
    firstRecordedAt === undefined ? "" : `Recorded from ${firstRecordedAt} to ${lastRecordedAt}\n`,
    rows.length === 0
      ? ""
      : `\n${table(
          [
            { title: "Streams of" },
            { title: "Streams", align: "right" },
            { title: "Events", align: "right" }
          ],
          rows
        )}`
  ].join("")
}

/** Says what a store holds. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { json, store } = yield* decodeFlags(given)
  const info = yield* overStore(storeGiven(given, store), "reading", infoOf)
  yield* Effect.promise(() => streams.out(json === true ? jsonLine(plain(info)) : infoText(info)))
  return exitCodes.ok
})
