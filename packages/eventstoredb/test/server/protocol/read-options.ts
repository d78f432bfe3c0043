// What a read or a subscription asks for; both are the same call.
import type * as Streams from "@eventstore/db-client/generated/streams_pb.js"
import type { Direction } from "../log/reading.ts"
import { streams } from "./definitions.ts"
import { type Failure, invalidCall } from "./failures.ts"
import { filterOf, type Filter } from "./filter.ts"
import { nameOf } from "./names.ts"

export type Source =
  | { readonly kind: "stream"; readonly stream: string; readonly from: number | "start" | "end" }
  | { readonly kind: "all"; readonly from: bigint | "start" | "end" }

export interface Asked {
  readonly source: Source
  readonly direction: Direction
  /** `undefined` is a subscription. */
  readonly count: number | undefined
  readonly resolveLinks: boolean
  /** Only on the whole log. */
  readonly filter: Filter | undefined
}

/** The stream's name as faults know it. */
export const nameOfSource = (source: Source): string => (source.kind === "all" ? "$all" : source.stream)

/** What a request asks for, or what is wrong with it. */
export const askedOf = (request: Streams.ReadReq): Asked | Failure => {
  const options = request.getOptions()
  if (options === undefined) return invalidCall("A read holds options.")
  if (options.getUuidOption() === undefined) return invalidCall("'uuidOption' is a required argument.")
  const source = sourceOf(options)
  if (source === undefined) return invalidCall("A read is of a stream or of all.")
  const subscription = options.hasSubscription()
  if (!subscription && !options.hasCount()) return invalidCall("A read has a count, or is a subscription.")
  const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS
  const filterOption = options.getFilter()
  const badCombination =
    (subscription && backwards) || (source.kind === "stream" && filterOption !== undefined)
  if (badCombination) return invalidCall("The combination of options is invalid.")
  const filter = filterOption === undefined ? undefined : filterOf(filterOption)
  if (filter !== undefined && "details" in filter) return filter
  return {
    source,
    direction: backwards ? "backwards" : "forwards",
    count: subscription ? undefined : Number(options.getCount()),
    resolveLinks: options.getResolveLinks(),
    filter
  }
}

const sourceOf = (options: Streams.ReadReq.Options): Source | undefined => {
  const stream = options.getStream()
  if (stream !== undefined) {
    const from = stream.hasEnd() ? "end" : stream.hasRevision() ? Number(stream.getRevision()) : "start"
    return { kind: "stream", stream: nameOf(stream.getStreamIdentifier()), from }
  }
  const all = options.getAll()
  if (all === undefined) return undefined
  const position = all.getPosition()
  if (position !== undefined) return { kind: "all", from: BigInt(position.getCommitPosition()) }
  return { kind: "all", from: all.hasEnd() ? "end" : "start" }
}
