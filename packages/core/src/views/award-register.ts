// The award register: which school holds which award, since when and until when. Validity ends by date,
// computed, not by an event.
import type { LcqmEvent } from "../domain.ts"
import {
  type ModerationCause,
  moderationCauses,
  schemeOfStream,
  schoolOfStream,
  schoolStream
} from "../enrolment/index.ts"
import type { Recorded } from "../event-store/index.ts"
import { projectionOf } from "../projecting/index.ts"
import { versionPublished } from "../ruleset/index.ts"
import {
  type EventId,
  type FullDate,
  isCertainlyBefore,
  isoDateOf,
  type Level,
  monthsLater,
  type PartialDate,
  type Phase,
  spanOf,
  type Urn
} from "../vocabulary/index.ts"

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

interface Enrolled {
  readonly scheme: string
  readonly phase: Phase | undefined
  readonly cohort: string
  readonly ruleSet: string
}

type Entry = Omit<RegisteredAward, "validUntil"> & { readonly ruleSet: string }

interface Model {
  readonly enrolled: Map<string, Enrolled>
  readonly validityMonths: Map<string, number>
  readonly awards: Map<string, Entry>
  /** By school: which of the assessor's assessments its visit is. */
  readonly ordinals: Map<string, number>
  /** By school: the one that has taken its place, until the award is carried over to it. */
  readonly successors: Map<string, Urn>
}

const changed = (model: Model, stream: string, change: Partial<Entry>): void => {
  const entry = model.awards.get(stream)
  if (entry !== undefined) model.awards.set(stream, { ...entry, ...change })
}

const madeAt = (model: Model, { id, metadata, stream }: Recorded) => {
  const { cohort, phase, scheme } = model.enrolled.get(stream) ?? { cohort: "", phase: undefined, scheme: "" }
  return {
    scheme,
    school: schoolOfStream(stream) ?? "",
    phase,
    cohort,
    agreedOn: metadata.occurredOn,
    event: id,
    standing: "stands" as const,
    underAppeal: false,
    underReview: false,
    held: "own" as const,
    from: undefined,
    schoolClosed: false
  }
}

/** The award register's read model. */
export const awardRegister = projectionOf<Model, LcqmEvent>(
  {
    name: "award-register",
    version: 2,
    empty: () => ({
      enrolled: new Map(),
      validityMonths: new Map(),
      awards: new Map(),
      ordinals: new Map(),
      successors: new Map()
    })
  },
  {
    "RuleSetPublished.v1": ({ validityMonths }, { data }) => {
      validityMonths.set(`${data.scheme} ${versionPublished(data)}`, data.ruleSet.validityMonths)
    },
    "SchoolEnrolled.v1": ({ enrolled }, { data: { cohort, phase, ruleSet, scheme }, stream }) => {
      enrolled.set(stream, { scheme, phase, cohort, ruleSet: ruleSet.version })
    },
    "RenewalBegun.v1": ({ enrolled }, { data: { cohort, ruleSet }, stream }) => {
      const known = enrolled.get(stream)
      const scheme = known?.scheme ?? schemeOfStream(stream)
      enrolled.set(stream, { scheme, phase: known?.phase, cohort, ruleSet: ruleSet.version })
    },
    "EnrolmentTransferred.v1": ({ enrolled }, { data, stream }) => {
      const known = enrolled.get(stream)
      if (known !== undefined) {
        const { phase, ruleSet, scheme } = known
        enrolled.set(stream, { scheme, phase, cohort: data.to, ruleSet })
      }
    },
    "VisitArranged.v1": ({ ordinals }, { data, stream }) => {
      ordinals.set(stream, data.ordinal)
    },
    "AssessorReplaced.v1": ({ ordinals }, { data, stream }) => {
      ordinals.set(stream, data.ordinal)
    },
    "AwardAgreed.v1": (model, event) => {
      const { data, stream } = event
      const { borderline, indicated, level } = data
      model.awards.set(stream, {
        ...madeAt(model, event),
        level,
        indicated,
        toBeModerated: moderationCauses({ ordinal: model.ordinals.get(stream), borderline }),
        ruleSet: data.basis.ruleSet
      })
    },
    "SchoolReplaced.v1": (model, { data: { successor }, stream }) => {
      changed(model, stream, { schoolClosed: true })
      model.successors.set(stream, successor)
    },
    "SchoolClosed.v1": (model, { stream }) => {
      changed(model, stream, { schoolClosed: true })
    },
    "AwardCarriedOver.v1": (model, event) => {
      const { agreedOn, award, cohort, from, indicated, level, ruleSet, scheme, school } = event.data
      const given = { scheme, school, phase: undefined, cohort, level, indicated, agreedOn, event: award }
      const held = {
        ...madeAt(model, event),
        held: "carried over" as const,
        from,
        toBeModerated: [],
        ruleSet
      }
      model.awards.set(event.stream, { ...held, ...given })
      // What is the school's own is not shown as another's.
      model.successors.delete(schoolStream(scheme, from))
    },
    "SecondJudgementGiven.v1": (model, { data, stream }) => {
      if (data.about === "moderation") changed(model, stream, { toBeModerated: [] })
    },
    "ReviewOpened.v1": (model, { stream }) => {
      changed(model, stream, { underReview: true })
    },
    "ReviewClosed.v1": (model, { stream }) => {
      changed(model, stream, { underReview: false })
    },
    "AwardRevoked.v1": (model, { stream }) => {
      changed(model, stream, { standing: "revoked" })
    },
    "AppealLodged.v1": (model, { stream }) => {
      changed(model, stream, { underAppeal: true })
    },
    "AppealDecided.v1": (model, event) => {
      const { data, stream } = event
      const { level, outcome } = data
      changed(model, stream, { underAppeal: false })
      if (outcome === "confirmed") return
      if (level === "none") changed(model, stream, { standing: "revoked" })
      else if (data.decision === "award withheld") {
        const { ruleSet } = data.basis
        model.awards.set(stream, {
          ...madeAt(model, event),
          level,
          indicated: level,
          toBeModerated: [],
          ruleSet
        })
      } else changed(model, stream, { level, standing: "stands" })
    }
  }
)

// An award whose school was replaced is shown at the other school too, unless it was carried over there.
const shownAtSuccessors = ({ awards, successors }: Model): ReadonlyArray<Entry> =>
  [...awards].flatMap(([stream, entry]) => {
    const school = successors.get(stream)
    if (school === undefined) return []
    const { school: from } = entry
    return [{ ...entry, school, held: "shown" as const, from, schoolClosed: false }]
  })

/** The register's awards, by school. */
export const registeredAwards = (model: Model): ReadonlyArray<RegisteredAward> =>
  [...model.awards.values(), ...shownAtSuccessors(model)]
    .map(({ ruleSet, ...award }) => {
      const months = model.validityMonths.get(`${award.scheme} ${ruleSet}`)
      const { last } = spanOf(award.agreedOn)
      const validUntil =
        months === undefined || last === null ? undefined : isoDateOf(monthsLater(last, months))
      return { ...award, validUntil }
    })
    .toSorted((a, b) => (`${a.school} ${a.held}` < `${b.school} ${b.held}` ? -1 : 1))
