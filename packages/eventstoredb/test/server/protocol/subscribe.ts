// A subscription: a confirmation, what is in the log, `caught up`, then events as they are committed. A filtered one is
// told of its place as well, so that it need not begin again from far back.
import { randomUUID } from "node:crypto"
import type * as Streams from "@eventstore/db-client/generated/streams_pb.js"
import type { Ending } from "../faults.ts"
import type { Recorded } from "../log/recorded.ts"
import { streams } from "./definitions.ts"
import { endCall } from "./ending.ts"
import { eventMessage } from "./events.ts"
import { followedOf, type Followed } from "./followed.ts"
import { LiveBuffer } from "./live-buffer.ts"
import type { Node } from "./node.ts"
import type { Outgoing } from "./outgoing.ts"
import { type Asked, nameOfSource } from "./read-options.ts"

const { ReadResp } = streams

export const subscribe = async (node: Node, outgoing: Outgoing, asked: Asked): Promise<void> => {
  node.counts.subscriptions += 1
  const { call } = outgoing
  const followed = followedOf(node.log, asked)
  if ("details" in followed) return void call.emit("error", followed)
  const subscription = new Subscription(node, outgoing, asked, followed)
  await subscription.run()
}

class Subscription {
  readonly #node: Node
  readonly #outgoing: Outgoing
  readonly #followed: Followed
  readonly #resolveLinks: boolean
  /** How many events between checkpoints; a subscription without a filter gets none. */
  readonly #interval: number
  readonly #live: LiveBuffer
  #considered = 0
  #lastCheckpoint = -1n
  #sent = 0
  #stopped = false
  /** The last record passed. */
  #place: Recorded | undefined
  readonly #drop: { readonly afterEvents: number; readonly how: Ending } | undefined

  constructor(node: Node, outgoing: Outgoing, asked: Asked, followed: Followed) {
    this.#node = node
    this.#outgoing = outgoing
    this.#followed = followed
    this.#resolveLinks = asked.resolveLinks
    this.#interval = asked.filter?.checkpointInterval ?? Number.POSITIVE_INFINITY
    this.#live = new LiveBuffer(node.liveBuffer)
    const fault = node.faults.strike({ on: "subscription", stream: nameOfSource(asked.source) })
    this.#drop = fault !== undefined && "afterEvents" in fault ? fault : undefined
  }

  async run(): Promise<void> {
    const outgoing = this.#outgoing
    const unlisten = this.#node.log.listen((records) => this.#hear(records))
    const unwatch = this.#node.faults.watch((how) => this.#end(how))
    outgoing.onClosed(() => {
      unlisten()
      unwatch()
      this.#stop()
    })
    const confirmation = new ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID())
    await outgoing.send(new ReadResp().setConfirmation(confirmation))
    if (this.#dropIfDue()) return
    let sequence = 0
    while (!this.#stopped) {
      if (this.#followed.behind()) await this.#catchUp()
      if (this.#stopped || this.#endIfEnded()) return
      sequence = await this.#goLive(sequence)
    }
  }

  /** Hears of what is committed, from the first moment on. */
  #hear(records: ReadonlyArray<Recorded>): void {
    for (const record of records) {
      if (!this.#followed.concerns(record)) continue
      this.#considered += 1
      const due = this.#considered % this.#interval === 0
      // A record that is not wanted, such as a tombstone, still wakes a stream's subscription by its place.
      if (this.#followed.wanted(record)) this.#live.push(record, false)
      else if (due || this.#followed.ended() !== undefined) this.#live.push(record, true)
      if (due && this.#followed.wanted(record)) this.#live.push(record, true)
    }
  }

  /** Reads the log until there is no more of it. */
  async #catchUp(): Promise<void> {
    let considered = 0
    let last: Recorded | undefined
    while (this.#followed.behind()) {
      const before = considered
      for (const record of this.#followed.past()) {
        considered += 1
        if (this.#followed.wanted(record)) await this.#sendEvent(record)
        if (this.#stopped) return
        this.#pass(record)
        last = record
        if (considered % this.#interval === 0) await this.#sendCheckpoint(record)
        // A reader that wants little must not keep the process from everything else.
        if (considered % yieldEvery === 0) await new Promise(setImmediate)
      }
      // What is left is hidden by the stream's metadata.
      if (considered === before) break
    }
    if (last !== undefined && this.#interval !== Number.POSITIVE_INFINITY) await this.#sendCheckpoint(last)
  }

  /** Passes on what is committed until a gap shows that the reader was too slow. Returns how far the numbering came. */
  async #goLive(from: number): Promise<number> {
    await this.#outgoing.send(new ReadResp().setCaughtUp(new ReadResp.CaughtUp()))
    let sequence = from
    for (;;) {
      const live = await this.#live.next()
      if (live === undefined) return sequence
      const inOrder = live.sequence === sequence + 1
      sequence = live.sequence
      if (this.#endIfEnded()) return sequence
      const news = this.#followed.isNew(live.record)
      if (!news && !(live.checkpoint && live.record === this.#place)) continue
      if (!inOrder) {
        this.#node.counts.fellBehind += 1
        return sequence
      }
      if (live.checkpoint) await this.#sendCheckpoint(live.record)
      else await this.#sendEvent(live.record)
      if (this.#stopped) return sequence
      if (news) this.#pass(live.record)
    }
  }

  #pass(record: Recorded): void {
    this.#place = record
    this.#followed.passed(record)
  }

  #sendEvent(record: Recorded): Promise<void> | undefined {
    if (this.#stopped) return undefined
    this.#sent += 1
    const full = this.#outgoing.send(eventMessage(this.#node.log, record, this.#resolveLinks))
    this.#dropIfDue()
    return full
  }

  #sendCheckpoint({ position }: Recorded): Promise<void> | undefined {
    if (this.#stopped || position <= this.#lastCheckpoint) return undefined
    this.#lastCheckpoint = position
    const place = String(position)
    const message: Streams.ReadResp.Checkpoint = new ReadResp.Checkpoint()
      .setCommitPosition(place)
      .setPreparePosition(place)
    return this.#outgoing.send(new ReadResp().setCheckpoint(message))
  }

  #dropIfDue(): boolean {
    if (this.#drop === undefined || this.#sent < this.#drop.afterEvents) return false
    this.#end(this.#drop.how)
    return true
  }

  /** Whether what is followed can be followed no longer. */
  #endIfEnded(): boolean {
    const failure = this.#followed.ended()
    if (failure === undefined) return false
    this.#stop()
    this.#outgoing.call.emit("error", failure)
    return true
  }

  #end(how: Ending): void {
    if (this.#stopped) return
    this.#stop()
    endCall(this.#outgoing.call, how, this.#node)
  }

  #stop(): void {
    this.#stopped = true
    this.#live.close()
  }
}

const yieldEvery = 4096
