// Publishing and withdrawing: once a version is published it is that for ever. Withdrawn, it takes no new enrolments;
// those that are pinned to it go on.
import { Result } from "effect"
import { DatesOutOfOrder } from "../../deciding/loop/answers.ts"
import { type Rejection, rejection } from "../../deciding/declaring/rejection.ts"
import type { Surroundings } from "../../deciding/declaring/slice.ts"
import { isCertainlyBefore, type PartialDate } from "../../vocabulary/index.ts"
import { PublishCriteriaSet, PublishDraft, WithdrawCriteriaSet } from "./commands.ts"
import type { CriteriaSet } from "../set/criteria-set.ts"
import type { CriteriaEvent } from "../version/events.ts"
import { inForceWithNotice } from "./notice.ts"
import { revising } from "./revising.ts"
import { handleSet, handleVersion } from "../version/slice.ts"
import { draftOf, NotDrafted, open, versionOf } from "../version/standing.ts"
import { type CriteriaState, criteriaSetOf, unansweredIn } from "../version/state.ts"

/** Refused: people were told that they could comment for longer. */
export const ConsultationNotOver = rejection(
  "ConsultationNotOver",
  (d: { publishedOn: string; until: string }) => [
    `It would be published on ${d.publishedOn}, and is out for comment until ${d.until}.`,
    "Publish it on that day or later, or let the consultation end sooner (OpenConsultation)."
  ]
)

interface Dates {
  readonly publishedOn: PartialDate
  readonly inForceFrom?: PartialDate
  readonly leastNotice?: number
}

// Comments that are not answered hold nothing up, and how many they were is told for ever.
const publishing = (
  state: CriteriaState,
  set: CriteriaSet,
  dates: Dates,
  { digest, today }: Surroundings
): Result.Result<CriteriaEvent, Rejection> =>
  Result.gen(function* () {
    const { publishedOn } = dates
    const until = state.consultation?.until
    if (until !== undefined && isCertainlyBefore(publishedOn, until)) {
      return yield* Result.fail(ConsultationNotOver({ publishedOn, until }))
    }
    const inForceFrom = yield* inForceWithNotice(dates, today)
    const unanswered = unansweredIn(state)
    return {
      type: "CriteriaSetPublished.v1",
      data: { hash: digest(set), publishedOn, inForceFrom, ...(unanswered === 0 ? {} : { unanswered }) }
    } as const
  })

/** How publication and withdrawal are decided. */
export const publishingHandlers = [
  handleVersion(PublishDraft, {
    decide: ({ data }, state, surroundings) =>
      Result.gen(function* () {
        const { version } = data
        const { themes } = yield* draftOf(state, version)
        // Where events are left out, as an as-at does, a draft may have none of its themes.
        if (themes.length === 0) return yield* Result.fail(NotDrafted({ version }))
        return [yield* publishing(state, criteriaSetOf(state), data, surroundings)]
      })
  }),
  handleSet(PublishCriteriaSet, {
    decide: ({ data }, state, surroundings) =>
      Result.gen(function* () {
        const { criteriaSet, scheme } = data
        yield* open(state, criteriaSet.version)
        const published = yield* publishing(state, criteriaSet, data, surroundings)
        return [...revising(state, scheme, criteriaSet), published]
      })
  }),
  handleVersion(WithdrawCriteriaSet, {
    decide: ({ data: { reason, version }, occurredOn }, state) =>
      Result.gen(function* () {
        const { published } = yield* versionOf(state, version)
        if (published !== undefined && isCertainlyBefore(occurredOn, published.publishedOn)) {
          const follows = "its publication"
          return yield* Result.fail(DatesOutOfOrder({ occurredOn, follows, on: published.publishedOn }))
        }
        return [{ type: "CriteriaSetWithdrawn.v1", data: { reason } }] as const
      })
  })
]
