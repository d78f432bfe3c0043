// From stored text back to an event: checked, upcast to the newest version, frozen. What cannot be read is a typed
// error and is never skipped.
import { Result } from "effect"
import { decoderOf, type Malformed } from "../../vocabulary/index.ts"
import type { Catalogue, Listed } from "../catalogue.ts"
import type { Codec, Stored } from "../codec.ts"
import { CorruptEvent, UnknownEventType } from "../errors.ts"
import type { Recorded } from "../event.ts"
import { type Check, type Envelope, envelopeOf, versionsOf } from "./envelope.ts"
import { deepFreeze, parsedDecoderOf } from "./parsed.ts"

/** What an event type is read with: its place in the catalogue, and the check of what was parsed. */
interface Readable {
  readonly listed: Listed
  readonly check: Check
}

const readablesOf = (catalogue: Catalogue): ReadonlyMap<unknown, Readable> =>
  new Map(
    [...catalogue].map(([name, listed]) => [
      name,
      { listed, check: parsedDecoderOf(`${name} event`, envelopeOf(listed.type)) }
    ])
  )

/** The checks of what upcasting gives, by the newest type that has earlier versions. */
const upcastChecksOf = (catalogue: Catalogue) => {
  const checks = new Map<string, (data: unknown) => Result.Result<unknown, Malformed>>()
  for (const { newest, steps } of catalogue.values()) {
    if (steps.length > 0) checks.set(newest.type, decoderOf(`${newest.type} event's data`, newest.data))
  }
  return checks
}

const corrupt = ({ revision, stream }: Stored, reason: string) =>
  Result.fail(new CorruptEvent({ stream, revision, reason }))

const typeIn = (parsed: unknown): unknown =>
  typeof parsed === "object" && parsed !== null && "type" in parsed ? parsed.type : undefined

/** The event of an envelope that is frozen already; the type is the catalogue's own text, so that folds compare one and the same. */
const recorded = (envelope: Envelope, type: string, data: unknown, stored: Stored): Recorded =>
  Object.freeze({
    id: envelope.id,
    stream: stored.stream,
    revision: envelope.revision,
    type,
    data,
    metadata: envelope.metadata,
    position: stored.position,
    leafHash: stored.leafHash
  })

/** Makes the readers of a catalogue. */
export const readersOf = (catalogue: Catalogue): Pick<Codec, "decode" | "decodeAsStored" | "readBack"> => {
  const readables = readablesOf(catalogue)
  const upcastChecks = upcastChecksOf(catalogue)

  const newest = (
    envelope: Envelope,
    { newest, steps }: Listed,
    stored: Stored
  ): Result.Result<Recorded, CorruptEvent> => {
    if (steps.length === 0) return Result.succeed(recorded(envelope, newest.type, envelope.data, stored))
    let data = envelope.data
    for (const { step } of steps) data = step(data)
    // A step is the program's own; that its outcome is what the newest version says is checked all the same.
    const checked = upcastChecks.get(newest.type)!(data)
    return Result.isSuccess(checked)
      ? Result.succeed(recorded(envelope, newest.type, deepFreeze(checked.success), stored))
      : corrupt(
          stored,
          `upcasting ${envelope.type} to ${newest.type} does not give what that is: ${checked.failure.message}`
        )
  }

  const asStored = (envelope: Envelope, { type }: Listed, stored: Stored): Result.Result<Recorded> =>
    Result.succeed(recorded(envelope, type.type, envelope.data, stored))

  const reader =
    (finish: typeof newest): Codec["decode"] =>
    (text, stored) => {
      let parsed: unknown
      try {
        parsed = JSON.parse(text)
      } catch {
        return corrupt(stored, "its stored text is not JSON")
      }
      const type = typeIn(parsed)
      const readable = readables.get(type)
      if (readable === undefined) {
        if (typeof type !== "string") return corrupt(stored, "its stored text names no event type")
        const { revision, stream } = stored
        return Result.fail(
          new UnknownEventType({ stream, revision, type, known: versionsOf(catalogue, type) })
        )
      }
      const checked = readable.check(parsed)
      if (Result.isFailure(checked)) return corrupt(stored, checked.failure.message)
      const envelope = checked.success
      return envelope.stream === stored.stream && envelope.revision === stored.revision
        ? finish(envelope, readable.listed, stored)
        : corrupt(stored, `it says it is event ${envelope.revision} of ${envelope.stream}`)
    }

  return {
    decode: reader(newest),
    decodeAsStored: reader(asStored),
    readBack: ({ text }, stored) => {
      const envelope: Envelope = deepFreeze(JSON.parse(text))
      const listed = catalogue.get(envelope.type)!
      const asWritten = recorded(envelope, listed.type.type, envelope.data, stored)
      if (listed.steps.length === 0) return Result.succeed({ event: asWritten, asStored: asWritten })
      return Result.map(newest(envelope, listed, stored), (event) => ({ event, asStored: asWritten }))
    }
  }
}
