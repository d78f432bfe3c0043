// The little that this adapter asks of a client of the engine: append, read, read everything, subscribe. The official
// client is one way to fill it in; another, as KurrentDB's own, can be handed in instead.
/** An event as it goes to the engine: JSON data, JSON metadata. */
export interface EngineEvent {
  /** A UUID. The engine tells a repeated append from another by it, and by nothing else. */
  readonly id: string
  readonly type: string
  readonly data: unknown
  readonly metadata: unknown
}

/** A place in the engine's log. */
export interface EnginePosition {
  readonly commit: bigint
  readonly prepare: bigint
}

/** An event as it comes from the engine. */
export interface EngineRecord {
  readonly streamId: string
  readonly id: string
  readonly revision: bigint
  readonly type: string
  /** Parsed where the engine calls it JSON; else bytes, or a text where it could not be parsed. */
  readonly data: unknown
  /** Parsed; bytes where it is no JSON. */
  readonly metadata?: unknown
  readonly isJson: boolean
  readonly position?: EnginePosition | undefined
}

/** What an open call hands over, one at a time: an event, as the engine resolves it. */
export interface Resolved {
  readonly event?: EngineRecord
}

/** What an open call reads: a Node readable in object mode, which as a subscription emits `caughtUp` too. */
export interface RecordSource {
  readonly on: (event: string, listener: (...told: Array<unknown>) => void) => unknown
  readonly read: () => unknown
  readonly destroy: () => unknown
  readonly readableLength: number
}

/** A call that goes on: what it reads, and how to end it. */
export interface OpenCall {
  readonly records: RecordSource
  /** Ends the call at the server; destroying the readable alone would not. */
  readonly cancel: () => Promise<void>
}

/** What the engine answers to an append. */
export interface Written {
  /** The revision of the last event appended. */
  readonly revision: bigint
  readonly position?: EnginePosition | undefined
}

/** Where and which way a stream is read. */
export interface StreamRead {
  readonly direction: "forwards" | "backwards"
  readonly fromRevision: bigint | "start" | "end"
  readonly maxCount?: number
}

/** Where the whole log is read backwards from: exclusive. */
export interface LogRead {
  readonly fromPosition: EnginePosition | "end"
  readonly maxCount?: number
}

/** Which part of the log is subscribed to. */
export interface LogSubscription {
  /** Exclusive. */
  readonly fromPosition: EnginePosition | "start"
  /** Only streams whose names begin so; the server filters. */
  readonly prefix: string
  /** Called where the server has passed so far without an event to hand over. */
  readonly onCheckpoint: (position: EnginePosition) => void
}

/** A client of one server or cluster. Its errors are told apart by `type`, then `code`, then text; see `troubleOf`. */
export interface EngineClient {
  /** Connects, so that the first appends find the connection warm. */
  readonly ready: () => Promise<void>
  /** Appends all events or none, expecting the revision; never "any". */
  readonly append: (
    stream: string,
    expected: bigint | "no_stream",
    events: ReadonlyArray<EngineEvent>
  ) => Promise<Written>
  readonly readStream: (stream: string, read: StreamRead) => OpenCall
  /** Backwards: the way forward is a subscription, which the server filters. */
  readonly readAll: (read: LogRead) => OpenCall
  readonly subscribe: (subscription: LogSubscription) => OpenCall
  /** Ends everything, and listens to no answer that comes late. */
  readonly dispose: () => Promise<void>
}

/** Makes a client for a connection string of the official form. */
export type ConnectClient = (connectionString: string) => EngineClient
