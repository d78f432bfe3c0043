// The log: all records in the order of their commits, and the streams that they make up. Nothing here judges an
// append; what is written through `write` is written.
import { Block, Names } from "./keeping.ts"
import { RecentIds } from "./recent-ids.ts"
import { type Proposed, type Recorded, sizeOf, tombstoneRevision } from "./recorded.ts"

/** Hears of records as they are committed, those of one append together. */
export type Listener = (records: ReadonlyArray<Recorded>) => void

export interface LogOptions {
  readonly now: () => number
  /** How many ids the memory of recent ids holds. */
  readonly recentIds: number
  /** Where the log begins, for those who want positions that no number can hold. */
  readonly firstPosition: bigint
}

/** What a record takes up in the log beside its event, so that positions are far apart. */
const overhead = 96

export class Log {
  readonly records: Array<Recorded> = []
  readonly recent: RecentIds
  readonly now: () => number
  readonly #streams = new Map<string, Array<Recorded>>()
  readonly #tombstones = new Map<string, Recorded>()
  readonly #listeners = new Set<Listener>()
  readonly #names = new Names()
  #end: bigint
  #recorded = 0

  constructor(options: LogOptions) {
    this.now = options.now
    this.recent = new RecentIds(options.recentIds)
    this.#end = options.firstPosition
  }

  /** The position at which the next record will begin. */
  get end(): bigint {
    return this.#end
  }

  /** How many records are not the engine's own. */
  get recorded(): number {
    return this.#recorded
  }

  /** The events of a stream, also those that its metadata or a deletion hides. */
  eventsOf(stream: string): ReadonlyArray<Recorded> {
    return this.#streams.get(stream) ?? []
  }

  tombstoneOf(stream: string): Recorded | undefined {
    return this.#tombstones.get(stream) ?? this.#tombstones.get(originalOf(stream) ?? "")
  }

  /** Records events at the end of a stream, all or none, and tells those who listen. */
  write(stream: string, events: ReadonlyArray<Proposed>): ReadonlyArray<Recorded> {
    const held = this.#streams.get(stream) ?? []
    if (held.length === 0) this.#streams.set(stream, held)
    const name = this.#names.one(stream)
    const block = new Block(events)
    const records = events.map((event, index) => this.#record(name, held.length + index, event, block))
    for (const record of records) held.push(record)
    this.#commit(records)
    return records
  }

  /** Ends a stream for ever. */
  bury(stream: string, tombstone: Proposed): Recorded {
    const record = this.#record(stream, tombstoneRevision, tombstone, new Block([tombstone]))
    this.#tombstones.set(stream, record)
    this.#commit([record])
    return record
  }

  /** Where in `records` the first one is that begins at a position or after it. */
  indexAt(position: bigint): number {
    let [low, high] = [0, this.records.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.records[middle]?.position ?? this.#end) < position) low = middle + 1
      else high = middle
    }
    return low
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #record(stream: string, revision: number, event: Proposed, block: Block): Recorded {
    const position = this.#end
    this.#end += BigInt(overhead + sizeOf(event) + 2 * stream.length)
    return {
      id: event.id,
      type: this.#names.one(event.type),
      json: event.json,
      data: block.keep(event.data),
      metadata: block.keep(event.metadata),
      stream,
      revision,
      position,
      created: this.now()
    }
  }

  #commit(records: ReadonlyArray<Recorded>): void {
    for (const record of records) {
      this.records.push(record)
      this.recent.put(record.id, record)
      if (!record.stream.startsWith("$")) this.#recorded += 1
    }
    for (const listener of this.#listeners) listener(records)
  }
}

/** The stream that a metadata stream (`$$name`) is about. */
export const originalOf = (stream: string): string | undefined =>
  stream.startsWith("$$") ? stream.slice(2) : undefined

/** The metadata stream of a stream. */
export const metadataStreamOf = (stream: string): string => `$$${stream}`
