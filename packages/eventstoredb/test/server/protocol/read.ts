// Read: events of a stream or of the whole log, as far as there are any now; or, as a subscription, for ever.
import type { Recorded } from "../log/recorded.ts"
import { readAll, readStream, startOf, stateOf } from "../log/reading.ts"
import { notAdmitted, notTakenHere } from "./admission.ts"
import { streams } from "./definitions.ts"
import { endCall } from "./ending.ts"
import { eventMessage } from "./events.ts"
import { type Failure, invalidPosition, streamDeleted } from "./failures.ts"
import { identifierOf } from "./names.ts"
import type { Node } from "./node.ts"
import { Outgoing, type ReadCall } from "./outgoing.ts"
import { type Asked, askedOf, nameOfSource } from "./read-options.ts"
import { subscribe } from "./subscribe.ts"

export const serveRead =
  (node: Node) =>
  (call: ReadCall): void => {
    const closed = node.counts.opened(() => call.writableLength)
    const outgoing = new Outgoing(call)
    outgoing.onClosed(closed)
    const refused = notAdmitted(call.metadata, node) ?? notTakenHere(call.metadata, node, "read")
    if (refused !== undefined) return void call.emit("error", refused)
    const asked = askedOf(call.request)
    if ("details" in asked) return void call.emit("error", asked)
    const served = asked.count === undefined ? subscribe(node, outgoing, asked) : read(node, outgoing, asked)
    served.catch((cause: unknown) => call.emit("error", { code: 2, details: String(cause) }))
  }

const read = async (node: Node, outgoing: Outgoing, asked: Asked): Promise<void> => {
  node.counts.reads += 1
  const { call } = outgoing
  const stream = nameOfSource(asked.source)
  const fault = node.faults.strike({ on: "read", stream })
  const drop = fault === undefined || !("afterEvents" in fault) ? undefined : fault
  const events = eventsOf(node, asked)
  if ("details" in events) return void call.emit("error", events)
  let sent = 0
  for (const event of events.iterate()) {
    if (outgoing.closed) return
    if (drop !== undefined && sent >= drop.afterEvents) break
    sent += 1
    const full = outgoing.send(eventMessage(node.log, event, asked.resolveLinks))
    if (full !== undefined) await full
  }
  if (drop !== undefined && sent >= drop.afterEvents) return endCall(call, drop.how, node)
  if (events.missing)
    call.write(
      new streams.ReadResp().setStreamNotFound(
        new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream))
      )
    )
  if (!outgoing.closed) call.end()
}

interface Found {
  readonly iterate: () => Iterable<Recorded>
  /** A missing stream is told in a message of its own, and the call ends well. */
  readonly missing: boolean
}

const eventsOf = (node: Node, { source, direction, count = 0, filter }: Asked): Found | Failure => {
  const { log } = node
  if (source.kind === "all") {
    const start = startOf(log, source.from)
    if (start === "no-record-there") return invalidPosition()
    const wanted = filter?.wanted ?? (() => true)
    return { missing: false, iterate: () => readAll(log, start, direction, count, wanted) }
  }
  const state = stateOf(log, source.stream)
  if (state === "tombstoned") return streamDeleted(source.stream)
  if (state === "missing") return { missing: true, iterate: () => [] }
  return {
    missing: false,
    iterate: () => readStream(log, source.stream, source.from, direction, count)
  }
}
