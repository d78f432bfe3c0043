// Every kind of single change of an award file, and histories to make award files of: what must never verify, and what
// always must.
import { type AwardFile, awardFileBytes, type FiledEvent } from "@lcqm/audit"
import { schoolOfStream } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { memoryStoreWith } from "@lcqm/memory"
import { anyHistory } from "@lcqm/testing/arbitraries"
import * as fc from "fast-check"
import { codec, sealedFile, storeHolding } from "../stores.ts"

/** A history that has a school in it. */
export const anyFiled = anyHistory({
  store: () => memoryStoreWith(codec),
  fewestMoves: 4,
  mostSchools: 1,
  noise: false
}).filter(({ events }) => events.some(({ stream }) => schoolOfStream(stream) !== undefined))

/** The kinds of change. */
export const kinds = ["drop", "swap", "edit", "insert", "repeat", "cut", "byte"] as const
type Kind = (typeof kinds)[number]
/** Any single change of a file. */
export const anyChange = fc.record({ kind: fc.constantFrom<Kind>(...kinds), where: fc.nat(), what: fc.nat() })
/** A change: its kind, and where and with what it is made. */
export type Change = Parameters<Parameters<typeof anyChange.map>[0]>[0]

const forged = (event: FiledEvent, what: number): FiledEvent => {
  const salt = nodeHasher.sha256Hex(new TextEncoder().encode(String(what))).slice(0, 32)
  return { ...event, bytes: event.bytes.replace(/"salt":"[0-9a-f]{32}"/u, `"salt":"${salt}"`) }
}

const changed = (
  events: ReadonlyArray<FiledEvent>,
  { kind, what, where }: Change
): ReadonlyArray<FiledEvent> => {
  const at = where % events.length
  const any = what % events.length
  // Swapped with itself an event is where it was.
  const to = kind === "swap" && any === at ? (at + 1) % events.length : any
  const event = events[at]
  if (event === undefined) return events
  switch (kind) {
    case "drop":
      return events.filter((_, i) => i !== at)
    case "swap":
      return events.map((each, i) => events[i === at ? to : i === to ? at : i] ?? each)
    case "edit":
      return events.with(at, forged(event, what))
    case "insert":
      return events.toSpliced(to, 0, forged(event, what))
    case "repeat":
      return events.toSpliced(to, 0, event)
    case "cut":
      return events.slice(0, at)
    case "byte":
      return events
  }
}

/** The file after a change that leaves it an award file; `byte` is none such. */
export const withChange = (file: AwardFile, change: Change): AwardFile => {
  const least = change.kind === "swap" ? 2 : 1
  const able = file.streams.filter(({ events }) => events.length >= least)
  const chosen = able[change.what % Math.max(1, able.length)]
  const [first = file.streams[0], ...rest] = file.streams.map((each) =>
    each === chosen ? { stream: each.stream, events: changed(each.events, change) } : each
  )
  return { ...file, streams: [first, ...rest] }
}

/** The bytes of the file after a change. */
export const bytesAfter = (file: AwardFile, change: Change): Uint8Array => {
  const bytes = awardFileBytes(change.kind === "byte" ? file : withChange(file, change))
  if (change.kind !== "byte") return bytes
  const at = change.where % bytes.length
  return bytes.with(at, ((bytes[at] ?? 0) + 1 + (change.what % 255)) % 256)
}

/** The sealed award file of the school in a played history. */
export const fileOf = (played: {
  readonly events: Parameters<typeof storeHolding>[0]
}): Promise<AwardFile> => {
  const stream = played.events.map((event) => event.stream).find((name) => schoolOfStream(name) !== undefined)
  return sealedFile(storeHolding(played.events), schoolOfStream(stream ?? ""), "lcqm")
}
