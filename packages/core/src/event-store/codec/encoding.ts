// From a stamped event to its bytes: checked against its type's schema and the limits, written as canonical JSON.
import { type Hasher, leafOfText, NotCanonicalizable } from "@lcqm/ledger"
import { Result } from "effect"
import { decoderOf, shown } from "../../vocabulary/index.ts"
import type { Catalogue } from "../catalogue.ts"
import type { Codec } from "../codec.ts"
import { EventTooLarge, InvalidEvent } from "../errors.ts"
import { largestEventBytes } from "../limits.ts"
import { type Check, envelopeOf, versionsOf } from "./envelope.ts"
import { type Writer, writerOf } from "./writing.ts"

/** What an event type is written with. */
interface Writable {
  readonly check: Check
  readonly write: Writer
}

const writablesOf = (catalogue: Catalogue): ReadonlyMap<string, Writable> =>
  new Map(
    [...catalogue].map(([name, { type }]) => {
      const envelope = envelopeOf(type)
      return [name, { check: decoderOf(`${name} event`, envelope), write: writerOf(envelope) }]
    })
  )

/** Makes the encoder of a catalogue. */
export const encoderOf = (catalogue: Catalogue, hasher: Hasher): Codec["encode"] => {
  const writables = writablesOf(catalogue)
  return (event) => {
    const writable = writables.get(event.type)
    if (writable === undefined) {
      const known = versionsOf(catalogue, event.type)
      return Result.fail(
        new InvalidEvent({
          stream: event.stream,
          type: shown(event.type),
          problems: [
            {
              path: "type",
              expected: known.length === 0 ? "an event type of the catalogue" : known.join(" or "),
              got: shown(event.type)
            }
          ]
        })
      )
    }
    const checked = writable.check(event)
    if (Result.isFailure(checked)) {
      const { problems } = checked.failure
      return Result.fail(new InvalidEvent({ stream: event.stream, type: event.type, problems }))
    }
    let text: string
    try {
      text = writable.write(checked.success)
    } catch (error) {
      if (!(error instanceof NotCanonicalizable)) throw error
      const problem = {
        path: error.path.join("."),
        expected: "what canonical JSON can hold",
        got: error.reason
      }
      return Result.fail(new InvalidEvent({ stream: event.stream, type: event.type, problems: [problem] }))
    }
    const { leafHash, size } = leafOfText(hasher, text)
    if (size > largestEventBytes) {
      return Result.fail(
        new EventTooLarge({
          stream: event.stream,
          what: "event",
          limit: largestEventBytes,
          got: size,
          unit: "bytes"
        })
      )
    }
    return Result.succeed({ text, size, leafHash })
  }
}
