// With how much notice something comes into force. Two months are usual; less is for the scheme to decide and is said,
// and whoever has promised a least notice says so with the command, which is then held to it.
import { Result, Schema } from "effect"
import { type Rejection, rejection } from "../../deciding/declaring/rejection.ts"
import {
  type FullDate,
  isCertainlyBefore,
  isoDateOf,
  monthsLater,
  PartialDate,
  spanOf
} from "../../vocabulary/index.ts"

/** Months between publication and being in force, where nothing else is said. Source: design, "Rule change policy". */
export const defaultNoticeMonths = 2

/** The longest notice that can be asked for: ten years of days. */
export const longestNotice = 3_660

/** When a set or a rule set was published, what it was then, and from when it is in force. */
export interface Publication {
  readonly hash: string
  readonly publishedOn: PartialDate
  readonly inForceFrom: PartialDate
}

/** The fields of every command that publishes. */
export const publishingFields = {
  publishedOn: PartialDate,
  /** Two months after publication where nothing is said. */
  inForceFrom: Schema.optionalKey(PartialDate),
  /** The least notice in days; where it would be less the command is refused. */
  leastNotice: Schema.optionalKey(
    Schema.Int.check(
      Schema.isBetween(
        { minimum: 0, maximum: longestNotice },
        { expected: `a notice in days: a whole number from 0 to ${longestNotice}` }
      )
    )
  )
}

/** Refused: nothing is in force before it is published. */
export const InForceBeforePublished = rejection(
  "InForceBeforePublished",
  (d: { publishedOn: string; inForceFrom: string }) => [
    `It would be in force from ${d.inForceFrom}, before it is published on ${d.publishedOn}.`,
    "Let it be in force from the day it is published, or later."
  ]
)

/** Refused: it would come into force with less notice than was promised. */
export const NoticeTooShort = rejection(
  "NoticeTooShort",
  (d: { publishedOn: string; inForceFrom: string; leastNotice: number }) => [
    `It is published on ${d.publishedOn} and would be in force from ${d.inForceFrom}, with less than ${d.leastNotice} days' notice.`,
    "Let it be in force later, or ask for less notice (`leastNotice`)."
  ]
)

/** The day so many months after a publication, by its first possible day; today's where it has none. */
export const inForceAfterNotice = (publishedOn: PartialDate, today: FullDate): FullDate =>
  isoDateOf(monthsLater(spanOf(publishedOn).first ?? spanOf(today).first ?? 0, defaultNoticeMonths))

/**
 * The days of notice between publication and being in force, each by its first possible day; undefined where one of
 * them has no year.
 * @example
 * ```ts
 * import { noticeInDays } from "@lcqm/core"
 * noticeInDays({ publishedOn: "2017-01-10", inForceFrom: "2017-03-10" }) // => 59
 * noticeInDays({ publishedOn: "2017-01", inForceFrom: "--09" }) // => undefined
 * ```
 */
export const noticeInDays = ({
  inForceFrom,
  publishedOn
}: Pick<Publication, "inForceFrom" | "publishedOn">): number | undefined => {
  const [from, published] = [spanOf(inForceFrom).first, spanOf(publishedOn).first]
  return from === null || published === null ? undefined : from - published
}

/**
 * Whether that is less notice than the two months that are usual, whichever days are meant.
 * @example
 * ```ts
 * import { isShortNotice } from "@lcqm/core"
 * isShortNotice({ publishedOn: "2017-01-10", inForceFrom: "2017-01-15" }) // => true
 * isShortNotice({ publishedOn: "2017-01-10", inForceFrom: "2017-03" }) // => false
 * ```
 */
export const isShortNotice = ({
  inForceFrom,
  publishedOn
}: Pick<Publication, "inForceFrom" | "publishedOn">): boolean => {
  const { first } = spanOf(publishedOn)
  return first !== null && isCertainlyBefore(inForceFrom, isoDateOf(monthsLater(first, defaultNoticeMonths)))
}

/** From when it is in force, where that is with the notice asked for; only what is certain is refused. */
export const inForceWithNotice = (
  {
    inForceFrom: asked,
    leastNotice = 0,
    publishedOn
  }: { readonly publishedOn: PartialDate; readonly inForceFrom?: PartialDate; readonly leastNotice?: number },
  today: FullDate
): Result.Result<PartialDate, Rejection> => {
  const inForceFrom = asked ?? inForceAfterNotice(publishedOn, today)
  if (isCertainlyBefore(inForceFrom, publishedOn)) {
    return Result.fail(InForceBeforePublished({ publishedOn, inForceFrom }))
  }
  const [{ first }, { last }] = [spanOf(publishedOn), spanOf(inForceFrom)]
  return first !== null && last !== null && last - first < leastNotice
    ? Result.fail(NoticeTooShort({ publishedOn, inForceFrom, leastNotice }))
    : Result.succeed(inForceFrom)
}
