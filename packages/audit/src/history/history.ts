// The history of a school as a list a person can read down: what happened, when, and who recorded it as what.
import { type AsAt, countsAsAt, type Instant, type PartialDate, type PersonRef, type Role } from "@lcqm/core"
import { basisOf } from "./basis-of.ts"
import type { SchoolHistory } from "./school-history.ts"

/** One event of a history, briefly. */
export interface HistoryLine {
  readonly revision: number
  readonly type: string
  /** One sentence of what such an event means. */
  readonly says: string
  readonly occurredOn: PartialDate
  readonly recordedAt: Instant
  readonly by: { readonly person: PersonRef; readonly role: Role }
  readonly data: unknown
  /** Whether it is a decision, which names what it rests on. */
  readonly decision: boolean
  readonly leafHash: string
}

/** The events of a history that count as at a point (default all), in order. */
export const historyLines = ({ codec, events }: SchoolHistory, at: AsAt = {}): ReadonlyArray<HistoryLine> =>
  events
    .filter((event) => countsAsAt(event, at))
    .map(({ data, leafHash, metadata, revision, type }) => ({
      revision,
      type,
      says: codec.catalogue.get(type)?.type.says ?? "",
      occurredOn: metadata.occurredOn,
      recordedAt: metadata.recordedAt,
      by: metadata.actor,
      data,
      decision: basisOf(data) !== undefined,
      leafHash
    }))
