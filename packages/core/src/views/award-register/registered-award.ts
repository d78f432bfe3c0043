// An award as the register holds it, and how it stands on a day: that is computed from the day and stored nowhere.
import type { ModerationCause } from "../../enrolment/index.ts"
import {
  type EventId,
  type FullDate,
  isCertainlyBefore,
  type Level,
  type PartialDate,
  type Phase,
  spanOf,
  type Urn
} from "../../vocabulary/index.ts"

/** An award as it stands in the register. */
export interface RegisteredAward {
  readonly scheme: string
  readonly school: string
  /** Absent where it was not stated. */
  readonly phase: Phase | undefined
  /** The cohort in which the award was agreed. */
  readonly cohort: string
  readonly level: Level
  readonly indicated: Level
  readonly agreedOn: PartialDate
  /** The last day on which it is valid; undefined where the date of the award or the rule's validity is not known. */
  readonly validUntil: FullDate | undefined
  /** The event by which it was made: AwardAgreed, or the decision of an appeal. */
  readonly event: EventId
  /** Whether it stands or was revoked; whether it has lapsed is a matter of the day (`currencyOn`). */
  readonly standing: "stands" | "revoked"
  readonly underAppeal: boolean
  readonly underReview: boolean
  /**
   * `own` where it was given to the school; `carried over` from the school whose place it took, by decision; else it is
   * only `shown`, as the award of that school.
   */
  readonly held: "own" | "carried over" | "shown"
  /** The school it was given to, where that is another. */
  readonly from: Urn | undefined
  readonly schoolClosed: boolean
  /** Why it is to be moderated; nothing where it need not be, or has been. */
  readonly toBeModerated: ReadonlyArray<ModerationCause>
}

/** How an award stands on a day: in force, past its validity, revoked, or another school's and only shown. */
export type Currency = "current" | "lapsed" | "revoked" | "shown"

/**
 * How an award of the register stands on a day. It lapses after the last day on which it can be valid; one whose date
 * is not known well enough never does.
 * @example
 * ```ts
 * import { currencyOn } from "@lcqm/core"
 * const award = { held: "own", standing: "stands", validUntil: "2020-11-22" } as const
 * currencyOn(award, "2020-11-22") // => "current"
 * currencyOn(award, "2020-11-23") // => "lapsed"
 * currencyOn({ ...award, held: "shown" }, "2020-11-22") // => "shown"
 * ```
 */
export const currencyOn = (
  { held, standing, validUntil }: Pick<RegisteredAward, "held" | "standing" | "validUntil">,
  day: FullDate
): Currency =>
  standing === "revoked"
    ? "revoked"
    : held === "shown"
      ? "shown"
      : validUntil !== undefined && isCertainlyBefore(validUntil, day)
        ? "lapsed"
        : "current"

/** An award of the register on a day. */
export interface AwardOnDay extends RegisteredAward {
  readonly currency: Currency
  /** How many days after that one it is valid still, 0 on its last; undefined where it is not current or has no last day. */
  readonly daysLeft: number | undefined
}

/**
 * How the register's awards stand on a day.
 * @example
 * ```ts
 * import { currencyOn, type RegisteredAward, registerOn } from "@lcqm/core"
 * const on = (award: Pick<RegisteredAward, "held" | "standing" | "validUntil">, day: string) =>
 *   registerOn([award as RegisteredAward], day).map(({ currency, daysLeft }) => [currency, daysLeft])
 * const award = { held: "own", standing: "stands", validUntil: "2020-11-22" } as const
 * on(award, "2020-11-02") // => [["current", 20]]
 * on(award, "2020-11-23") // => [["lapsed", undefined]]
 * currencyOn(award, "2020-11-22") // => "current"
 * ```
 */
export const registerOn = (
  awards: ReadonlyArray<RegisteredAward>,
  day: FullDate
): ReadonlyArray<AwardOnDay> =>
  awards.map((award) => {
    const currency = currencyOn(award, day)
    const { last: on } = spanOf(day)
    const last = award.validUntil === undefined ? null : spanOf(award.validUntil).last
    const daysLeft = currency === "current" && on !== null && last !== null ? last - on : undefined
    return { ...award, currency, daysLeft }
  })
