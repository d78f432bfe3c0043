// What an auditor is told of an award file: one word, what is wrong and where, what could not be checked, and how
// each event stands. Only "verified" is a yes.
import type { Checkpoint, StreamHead } from "@lcqm/ledger"
import type { Finding, Unchecked } from "./finding.ts"
import type { PartyVerdict } from "./parties.ts"

/**
 * - `verified`: every event is in the log that the reader's key signed, none is missing, none came after the head,
 *   and every decision rests on what it says.
 * - `complete up to the award only`: nothing is wrong, but no signed stream head says what came after.
 * - `not fully checked`: nothing is wrong, but something else could not be checked.
 * - `does not verify`: something is wrong; `findings` says what and where.
 */
export type Outcome = "verified" | "complete up to the award only" | "not fully checked" | "does not verify"

/** What an outcome means, in a sentence. */
export const outcomeSaid: Readonly<Record<Outcome, string>> = {
  verified:
    "Verified: every event is in the log that the key you trust signed, none is missing, and every decision rests on what it says.",
  "complete up to the award only":
    "Nothing is wrong with what is here, but no signed head of the school's stream is believed: what came after the award, a revocation for one, may have been cut off.",
  "not fully checked": "Nothing is wrong with what was checked, but not everything could be.",
  "does not verify": "This file does not verify. What is wrong is listed."
}

/** How one event of the file stands. */
export interface EventVerdict {
  readonly stream: string
  /** Its place among the stream's events in the file, from 0. */
  readonly place: number
  /** The revision it claims; undefined where its bytes are no event's. */
  readonly revision: number | undefined
  /** Where it is `wrong`, a finding says how; `not checked` never counts as verified. */
  readonly stands: "verified" | "not checked" | "wrong"
}

/** The verdict on an award file. */
export interface AwardFileVerdict {
  readonly outcome: Outcome
  readonly findings: ReadonlyArray<Finding>
  readonly unchecked: ReadonlyArray<Unchecked>
  readonly events: ReadonlyArray<EventVerdict>
  /** Who signed the award, and what is unsigned. */
  readonly parties: ReadonlyArray<PartyVerdict>
  /** What the operator signed, where it is believed. */
  readonly checkpoint: Checkpoint | undefined
  readonly head: StreamHead | undefined
}

/** The word for what was found and what could not be checked. */
export const outcomeOf = (
  findings: ReadonlyArray<Finding>,
  unchecked: ReadonlyArray<Unchecked>,
  head: StreamHead | undefined
): Outcome => {
  if (findings.length > 0) return "does not verify"
  if (head === undefined) return "complete up to the award only"
  return unchecked.length > 0 ? "not fully checked" : "verified"
}
