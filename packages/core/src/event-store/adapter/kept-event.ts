// An event as a reader will see it, made from its own bytes at the append.
import { Result } from "effect"
import type { Codec, Encoded, KeptEvent } from "../codec.ts"
import type { InvalidEvent } from "../errors.ts"
import type { Position, Recorded, Stamped } from "../event.ts"
import { refused } from "./admission.ts"

/**
 * The event as a reader will see it, read back from its own bytes: nothing that the caller holds is part of it, and
 * what cannot be read again is refused before it is written.
 * @example
 * ```ts
 * import { catalogueOf, codecOf, eventType, positionOf, readBack, type Stamped } from "@lcqm/core"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * import { Result, Schema } from "effect"
 * const Greeted = eventType("Greeted", 1, "Somebody was greeted.", { by: Schema.String })
 * const codec = codecOf(catalogueOf([Greeted]), nodeHasher)
 * const greeted: Stamped = {
 *   id: "00000000-0000-8000-8000-000000000001",
 *   stream: "greetings-1",
 *   revision: 0,
 *   type: "Greeted.v1",
 *   data: { by: "a sample" },
 *   metadata: {
 *     commandId: "greet-0001",
 *     commandDigest: "ab".repeat(32),
 *     correlationId: "greet-0001",
 *     actor: { person: "p-greeter00", role: "SchemeOffice" },
 *     occurredOn: "2017-06",
 *     recordedAt: "2017-06-30T12:00:00.000Z",
 *     salt: "0f".repeat(16)
 *   }
 * }
 * const { event } = Result.getOrThrow(
 *   readBack(codec, greeted, Result.getOrThrow(codec.encode(greeted)), positionOf(7))
 * )
 * event.data === greeted.data // => false
 * event.position // => "00000000000000000007"
 * ```
 */
export const readBack = (
  codec: Codec,
  { revision, stream, type }: Stamped,
  encoded: Encoded,
  position: Position
): Result.Result<KeptEvent, InvalidEvent> => {
  const kept = codec.readBack(encoded, { stream, revision, position, leafHash: encoded.leafHash })
  return Result.isSuccess(kept)
    ? Result.succeed(kept.success)
    : refused(stream, type, {
        path: "",
        expected: "an event that reads as it was written",
        got: kept.failure.message
      })
}

/**
 * The event at the position that its engine has given it, where that was not known when it was read back. Every field
 * is named: a frozen object that is spread takes many times as long.
 * @example
 * ```ts
 * import { placedAt, positionOf, type Recorded } from "@lcqm/core"
 * const event: Recorded = {
 *   id: "00000000-0000-8000-8000-000000000001",
 *   stream: "greetings-1",
 *   revision: 0,
 *   type: "Greeted.v1",
 *   data: { by: "a sample" },
 *   metadata: {
 *     commandId: "greet-0001",
 *     commandDigest: "ab".repeat(32),
 *     correlationId: "greet-0001",
 *     actor: { person: "p-greeter00", role: "SchemeOffice" },
 *     occurredOn: "2017-06",
 *     recordedAt: "2017-06-30T12:00:00.000Z",
 *     salt: "0f".repeat(16)
 *   },
 *   position: positionOf(0),
 *   leafHash: "ab".repeat(32)
 * }
 * placedAt(event, positionOf(7)).position // => "00000000000000000007"
 * ```
 */
export const placedAt = (
  { data, id, leafHash, metadata, revision, stream, type }: Recorded,
  position: Position
): Recorded => Object.freeze({ id, stream, revision, type, data, metadata, position, leafHash })
