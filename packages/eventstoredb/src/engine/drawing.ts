// Drawing from an open call: as many events as have come, without a promise for each; and never more than asked for,
// so that whoever reads slowly slows the server down and not fills the memory.
import type { EngineRecord, OpenCall, Resolved } from "./engine-client.ts"
import { type Trouble, troubleOf } from "./trouble.ts"

/** What was drawn at once. */
export interface Drawn {
  readonly records: ReadonlyArray<EngineRecord>
  /** Whether nothing more had come when this was drawn. */
  readonly drained: boolean
  /** Whether the server had said, before all of this was drawn, that it goes over to what comes. */
  readonly live: boolean
  /** How far the server had looked, as of its last word on that; only of use where it was drained. */
  readonly checkpoint: bigint | undefined
  /** Whether the call has ended by itself. */
  readonly ended: boolean
}

// How much is drawn before others have their turn.
const mostAtOnce = 256

const recordOf = (resolved: unknown): EngineRecord | undefined => {
  // Whatever a client of this engine hands over has this form; it is checked field by field when it is decoded.
  const { event } = resolved as Resolved
  return event
}

/** An open call, drawn from. */
export class Drawing {
  readonly #call: OpenCall
  #live = false
  #ended = false
  #news = false
  #checkpoint: bigint | undefined
  #trouble: Trouble | undefined
  #wake: (() => void) | undefined

  readonly #stopped: (trouble?: Trouble) => void
  #isStopped = false

  /** `stopped` hears when the call is ended here, and of the trouble it is ended for. */
  constructor(call: OpenCall, stopped: (trouble?: Trouble) => void) {
    this.#call = call
    this.#stopped = stopped
    // From the first moment, and for as long as the readable lives: an error nobody listens to ends the process.
    call.records.on("error", (error) => this.#tell(() => (this.#trouble ??= troubleOf(error))))
    call.records.on("end", () => this.#tell(() => (this.#ended = true)))
    call.records.on("close", () => this.#tell(() => (this.#ended = true)))
    call.records.on("caughtUp", () => this.#tell(() => (this.#live = true)))
    call.records.on("confirmation", () => this.#tell(() => {}))
    call.records.on("readable", () => this.#wake?.())
  }

  /** The server has looked so far without an event to hand over. */
  reached(position: bigint): void {
    this.#tell(() => (this.#checkpoint = position))
  }

  #tell(change: () => void): void {
    change()
    this.#news = true
    this.#wake?.()
  }

  /** What has come; undefined where nothing has, and no word either. What came before a trouble is drawn before it. */
  draw(): Drawn | Trouble | undefined {
    const records: Array<EngineRecord> = []
    const { records: source } = this.#call
    while (records.length < mostAtOnce) {
      const resolved: unknown = source.read()
      if (resolved === null) break
      const record = recordOf(resolved)
      if (record !== undefined) records.push(record)
    }
    const drained = source.readableLength === 0
    if (records.length === 0) {
      if (this.#trouble !== undefined) return this.#trouble
      if (!this.#news && !this.#ended) return undefined
    }
    this.#news = false
    const ended = drained && this.#ended
    return { records, drained, live: this.#live, checkpoint: this.#checkpoint, ended }
  }

  /** Calls back once when there may be something to draw; answers with what takes it back. */
  whenNews(wake: () => void): () => void {
    let due: NodeJS.Immediate | undefined
    // What comes in one turn is drawn together: to be woken for each event costs more than to decode it.
    const later = () => {
      due ??= setImmediate(() => {
        due = undefined
        wake()
      })
    }
    this.#wake = later
    return () => {
      clearImmediate(due)
      if (this.#wake === later) this.#wake = undefined
    }
  }

  /** Ends the call: at the server, and here. Twice is once. */
  stop(trouble?: Trouble): void {
    if (this.#isStopped) return
    this.#isStopped = true
    this.#stopped(trouble)
    this.#wake = undefined
    const { cancel, records } = this.#call
    // A call that never came to be has nothing to cancel, and says so by failing.
    cancel().then(
      () => records.destroy(),
      () => records.destroy()
    )
  }
}
