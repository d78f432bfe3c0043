// A line is an event only as it was exported: UTF-8, canonical, of a type that is known, each part as its schema asks.
import { leafHashHex, NotCanonicalJson, parseCanonicalJson } from "@lcqm/ledger"
import { Result } from "effect"
import {
  type Codec,
  largestEventBytes,
  positionOf,
  type Recorded,
  stampedOf
} from "../../event-store/index.ts"
import { shown } from "../../vocabulary/index.ts"
import { LineNotAnEvent } from "../errors.ts"
import type { Line } from "./lines.ts"

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })

/** Makes the reader of lines for a codec. */
export const eventInLine =
  (codec: Codec) =>
  ({ bytes, number }: Line): Result.Result<Recorded, LineNotAnEvent> => {
    const wrong = (expected: string, got: string) =>
      Result.fail(new LineNotAnEvent({ line: number, expected, got }))
    if (bytes === undefined) return wrong(`at most ${largestEventBytes} bytes`, "more")
    if (bytes.length === 0) return wrong("an event", "an empty line")
    let text: string
    let value: unknown
    try {
      text = utf8.decode(bytes)
    } catch {
      return wrong("UTF-8", "bytes that are not")
    }
    try {
      value = parseCanonicalJson(text)
    } catch (error) {
      if (!(error instanceof NotCanonicalJson)) throw error
      return wrong(
        `the canonical JSON of an event, with ${error.expected} at offset ${error.offset}`,
        error.got
      )
    }
    const field = (name: string): unknown =>
      typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined
    const [stream, revision] = [field("stream"), field("revision")]
    if (typeof stream !== "string") return wrong("an event with its stream's name", shown(stream))
    if (typeof revision !== "number") return wrong("an event with its revision", shown(revision))
    const leafHash = leafHashHex(codec.hasher, bytes)
    const read = codec.decodeAsStored(text, { stream, revision, position: positionOf(number - 1), leafHash })
    if (Result.isFailure(read)) return wrong("an event that this version can read", read.failure.message)
    const again = codec.encode(stampedOf(read.success))
    if (Result.isFailure(again)) return wrong("an event that can be appended", again.failure.message)
    return again.success.leafHash === leafHash
      ? Result.succeed(read.success)
      : wrong("an event whose bytes are read and written the same", "one that is written otherwise")
  }
