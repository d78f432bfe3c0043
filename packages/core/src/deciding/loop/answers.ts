// What the loop answers: accepted, or one of its own refusals. The slices' rejections stand with their rules.
import { Data } from "effect"
import type { AppendError, ReadError, Recorded, Revision, StreamName } from "../../event-store/index.ts"
import type { ErasureUnfinished, NoKeyRing } from "../../personal-data/erasing.ts"
import type { NotKept } from "../../personal-data/keeping-texts.ts"
import type { Malformed } from "../../vocabulary/index.ts"
import { type Rejection, rejection } from "../declaring/rejection.ts"

/** A command was accepted. */
export interface Accepted {
  readonly stream: StreamName
  /** The revision of the command's last event; where there was nothing to do, the stream's last or "none". */
  readonly revision: Revision | "none"
  /** What was recorded: nothing where there was nothing to do. */
  readonly events: ReadonlyArray<Recorded>
  /** Whether the command had been sent before, and this is its first result again. */
  readonly repeated: boolean
}

/** Others kept writing to the stream: no decision could be recorded in so many attempts. */
export class TooMuchContention extends Data.TaggedError("TooMuchContention")<{
  readonly stream: string
  readonly attempts: number
}> {
  override get message(): string {
    return `Stream ${this.stream} was written to by others in each of ${this.attempts} attempts. Nothing was written; send the command again, under the same id.`
  }
}

/** Everything `execute` can answer but success. */
export type ExecuteError =
  | Malformed
  | Rejection
  | AppendError
  | ReadError
  | TooMuchContention
  | NotKept
  | NoKeyRing
  | ErasureUnfinished

/** The id names another command already. */
export const CommandIdReused = rejection("CommandIdReused", (d: { id: string }) => [
  `The command id ${d.id} is that of another command, which is recorded already.`,
  "Choose a new random id for a new command; keep the id only to send the very same command again."
])

/** A judgement on a history that has moved on since the person saw it. */
export const HistoryMovedOn = rejection(
  "HistoryMovedOn",
  (d: { stream: string; seen: number; revision: number | "none" }) => [
    `The judgement was made on ${d.stream} as of revision ${d.seen}, which is now at ${d.revision}.`,
    "Look at what is new, and judge again with the revision then seen."
  ]
)

/** Events are in the past tense: what has not happened yet is not recorded. */
export const NotYetHappened = rejection("NotYetHappened", (d: { occurredOn: string; today: string }) => [
  `It is said to have happened on ${d.occurredOn}, and today is ${d.today}.`,
  "Send it once it has happened, or correct the date."
])

/** Nothing is dated before what it follows. */
export const DatesOutOfOrder = rejection(
  "DatesOutOfOrder",
  (d: { occurredOn: string; follows: string; on: string }) => [
    `It is said to have happened on ${d.occurredOn}, and follows ${d.follows}, which is dated ${d.on}.`,
    "Send it with a date that can be that day or a later one; where the earlier date is the wrong one, have the office correct that first."
  ]
)
