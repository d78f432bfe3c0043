// From stored text back to an event: checked, upcast to the newest version, frozen. What cannot be read is a typed
// error and is never skipped.
import { Result } from "effect"
import { decoderOf, type Malformed } from "../../vocabulary/index.ts"
import type { Catalogue, Listed } from "../catalogue.ts"
import type { Codec, Stored } from "../codec.ts"
import { CorruptEvent, UnknownEventType } from "../errors.ts"
import type { Recorded } from "../event.ts"
import { type Check, type Envelope, versionsOf } from "./envelope.ts"

const deepFreeze = <T>(value: T): T => {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    for (const key in value) deepFreeze(value[key])
    Object.freeze(value)
  }
  return value
}

/** The checks of what upcasting gives, by the newest type that has earlier versions. */
const upcastChecksOf = (catalogue: Catalogue) => {
  const checks = new Map<string, (data: unknown) => Result.Result<unknown, Malformed>>()
  for (const { newest, steps } of catalogue.values()) {
    if (steps.length > 0) checks.set(newest.type, decoderOf(`${newest.type} event's data`, newest.data))
  }
  return checks
}

/** Makes the readers of a catalogue. */
export const readersOf = (
  catalogue: Catalogue,
  checks: ReadonlyMap<string, Check>
): Pick<Codec, "decode" | "decodeAsStored" | "readBack"> => {
  const upcastChecks = upcastChecksOf(catalogue)

  const read = (
    text: string,
    stored: Stored
  ): Result.Result<[Envelope, Listed], CorruptEvent | UnknownEventType> => {
    const corrupt = (reason: string) =>
      Result.fail(new CorruptEvent({ stream: stored.stream, revision: stored.revision, reason }))
    let parsed: unknown
    try {
      parsed = JSON.parse(text)
    } catch {
      return corrupt("its stored text is not JSON")
    }
    const type = typeof parsed === "object" && parsed !== null ? Reflect.get(parsed, "type") : undefined
    if (typeof type !== "string") return corrupt("its stored text names no event type")
    const listed = catalogue.get(type)
    const check = checks.get(type)
    if (listed === undefined || check === undefined) {
      const known = versionsOf(catalogue, type)
      return Result.fail(
        new UnknownEventType({ stream: stored.stream, revision: stored.revision, type, known })
      )
    }
    const checked = check(parsed)
    if (Result.isFailure(checked)) return corrupt(checked.failure.message)
    const envelope = checked.success
    if (envelope.stream !== stored.stream || envelope.revision !== stored.revision) {
      return corrupt(`it says it is event ${envelope.revision} of ${envelope.stream}`)
    }
    return Result.succeed([envelope, listed])
  }

  const recorded = (envelope: Envelope, type: string, data: unknown, stored: Stored): Recorded =>
    Object.freeze({
      id: envelope.id,
      stream: stored.stream,
      revision: envelope.revision,
      // The catalogue's own text, so that folds compare one and the same string.
      type,
      data: deepFreeze(data),
      metadata: deepFreeze(envelope.metadata),
      position: stored.position,
      leafHash: stored.leafHash
    })

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
    if (Result.isSuccess(checked)) {
      return Result.succeed(recorded(envelope, newest.type, checked.success, stored))
    }
    const reason = `upcasting ${envelope.type} to ${newest.type} does not give what that is: ${checked.failure.message}`
    const { revision, stream } = stored
    return Result.fail(new CorruptEvent({ stream, revision, reason }))
  }

  return {
    decode: (text, stored) => {
      const found = read(text, stored)
      return Result.isFailure(found)
        ? Result.fail(found.failure)
        : newest(found.success[0], found.success[1], stored)
    },
    decodeAsStored: (text, stored) => {
      const found = read(text, stored)
      if (Result.isFailure(found)) return Result.fail(found.failure)
      const [envelope, listed] = found.success
      return Result.succeed(recorded(envelope, listed.type.type, envelope.data, stored))
    },
    readBack: ({ text }, stored) => {
      const envelope: Envelope = JSON.parse(text)
      const listed = catalogue.get(envelope.type)!
      const asStored = recorded(envelope, listed.type.type, envelope.data, stored)
      if (listed.steps.length === 0) return Result.succeed({ event: asStored, asStored })
      return Result.map(newest(envelope, listed, stored), (event) => ({ event, asStored }))
    }
  }
}
