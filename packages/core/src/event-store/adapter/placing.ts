// The one rule that tells a new append from a repeated and from a refused one. Pure, so that no two adapters can
// judge differently; what the engine knows of the stream is handed in.
import { Result } from "effect"
import { EventIdConflict, type InvalidEvent, WrongExpectedRevision } from "../errors.ts"
import { type Admitted, expectedRevision, goesBack, refused } from "./admission.ts"

/** The last event of a stream, as the rule needs it. */
export interface StreamEnd {
  readonly revision: number
  /** Its instant: what is appended behind it may not be recorded before. */
  readonly recordedAt: string
}

/** An event of the stream, as the rule needs it to tell whether the same was appended before. */
export interface KnownEvent {
  readonly id: string
  readonly leafHash: string
}

/**
 * Where an admitted append stands: `new` behind the stream's end, or `repeated` when the very same events stand
 * where they were stamped for already. To be called where nothing can be appended in between, as inside the
 * transaction. Whether an id of a new append is known elsewhere is the engine's index to say; see {@link idKnown}.
 *
 * `end` is the stream's last event, undefined where it has none; `at` looks up an event up to it by revision.
 * @example
 * ```ts
 * import { type Admitted, noStream, placeOf } from "@lcqm/core"
 * import { Result } from "effect"
 * const append: Admitted = { stream: "school-lcqm-900001", expected: noStream, events: [], encoded: [] }
 * const end = { revision: 4, recordedAt: "2017-07-14T02:40:00.000Z" }
 * Result.isSuccess(placeOf(append, end, () => undefined)) // => true
 * ```
 */
export const placeOf = (
  { encoded, events, expected, stream }: Admitted,
  end: StreamEnd | undefined,
  at: (revision: number) => KnownEvent | undefined
): Result.Result<"new" | "repeated", WrongExpectedRevision | EventIdConflict | InvalidEvent> => {
  const actual = end === undefined ? -1 : end.revision
  const before = expectedRevision(expected)
  if (actual === before) {
    const backwards = goesBack(events[0]!, end === undefined ? "" : end.recordedAt)
    return backwards === undefined ? Result.succeed("new") : refused(stream, events[0]!.type, backwards)
  }
  let other: string | undefined
  for (let i = 0; i < events.length; i++) {
    const known = before + 1 + i <= actual ? at(before + 1 + i) : undefined
    if (known === undefined || known.id !== events[i]!.id) {
      return Result.fail(
        new WrongExpectedRevision({
          stream,
          expected: before === -1 ? "none" : before,
          actual: actual === -1 ? "none" : actual
        })
      )
    }
    if (known.leafHash !== encoded[i]!.leafHash) other ??= known.id
  }
  return other === undefined
    ? Result.succeed("repeated")
    : Result.fail(new EventIdConflict({ stream, id: other, reason: "it is recorded with another content" }))
}

/**
 * The refusal of a new append whose id is recorded already, elsewhere or at another revision.
 * @example
 * ```ts
 * import { idKnown } from "@lcqm/core"
 * const id = "00000000-0000-8000-8000-000000000001"
 * idKnown("school-lcqm-900001", id, "school-lcqm-900002", 3).reason // => "it is recorded as event 3 of school-lcqm-900002"
 * ```
 */
export const idKnown = (stream: string, id: string, where: string, revision: number): EventIdConflict =>
  new EventIdConflict({ stream, id, reason: `it is recorded as event ${revision} of ${where}` })
