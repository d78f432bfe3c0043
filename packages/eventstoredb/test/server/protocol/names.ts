// Stream names, ids and positions, between the wire and the log.
import type * as Shared from "@eventstore/db-client/generated/shared_pb.js"
import { shared } from "./definitions.ts"
import type { Expected } from "../log/judging.ts"

type Uuid = Shared.UUID
type StreamIdentifier = Shared.StreamIdentifier

const utf8 = new TextDecoder()

export const nameOf = (identifier: StreamIdentifier | undefined): string =>
  utf8.decode(identifier?.getStreamName_asU8() ?? new Uint8Array())

export const identifierOf = (stream: string): StreamIdentifier =>
  new shared.StreamIdentifier().setStreamName(Buffer.from(stream, "utf8"))

export const uuidOf = (id: string): Uuid => new shared.UUID().setString(id)

/** An id as text, lower case, whichever of its two forms was sent. */
export const idOf = (uuid: Uuid | undefined): string => {
  const structured = uuid?.getStructured()
  if (structured === undefined) return (uuid?.getString() ?? "").toLowerCase()
  const half = (text: string) => BigInt.asUintN(64, BigInt(text)).toString(16).padStart(16, "0")
  const hex = half(structured.getMostSignificantBits()) + half(structured.getLeastSignificantBits())
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5")
}

/** The options of the messages that expect something of a stream. Each has a name of its own for an exact revision. */
export interface ExpectingOptions {
  readonly hasAny: () => boolean
  readonly hasNoStream: () => boolean
  readonly hasStreamExists: () => boolean
}

export const expectedOf = (options: ExpectingOptions, revision: string): Expected =>
  options.hasAny()
    ? "any"
    : options.hasNoStream()
      ? "no-stream"
      : options.hasStreamExists()
        ? "stream-exists"
        : Number(revision)

/** What was expected as the engine prints it. */
export const expectedText = (expected: Expected): string =>
  expected === "no-stream"
    ? "-1"
    : expected === "any"
      ? "-2"
      : expected === "stream-exists"
        ? "-4"
        : String(expected)
