// Messages to one reader, no faster than it takes them. What waits for a slow reader is bounded by the transport.
import type * as Grpc from "@grpc/grpc-js"
import type * as Streams from "@eventstore/db-client/generated/streams_pb.js"

export type ReadCall = Grpc.ServerWritableStream<Streams.ReadReq, Streams.ReadResp>

export class Outgoing {
  readonly call: ReadCall
  #closed = false
  #wake: (() => void) | undefined
  readonly #onClosed: Array<() => void> = []

  constructor(call: ReadCall) {
    this.call = call
    const close = () => {
      if (this.#closed) return
      this.#closed = true
      this.#wake?.()
      for (const tell of this.#onClosed) tell()
    }
    call.on("cancelled", close)
    call.on("close", close)
    call.on("finish", close)
    call.on("drain", () => this.#wake?.())
  }

  /** Whether the reader went away, or the call was ended. */
  get closed(): boolean {
    return this.#closed
  }

  onClosed(tell: () => void): void {
    if (this.#closed) tell()
    else this.#onClosed.push(tell)
  }

  /** Sends a message; a promise where the next one has to wait for the reader. */
  send(message: Streams.ReadResp): Promise<void> | undefined {
    if (this.#closed || this.call.write(message)) return undefined
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }
}
