// The award register: which school holds which award, since when and until when. Validity ends by date,
// computed, not by an event.
import type { LcqmEvent } from "../domain.ts"
import { schoolOfStream } from "../enrolment/index.ts"
import { projectionOf } from "../projecting/index.ts"
import { versionPublished } from "../ruleset/index.ts"
import {
  type EventId,
  type FullDate,
  isoDateOf,
  type Level,
  monthsLater,
  type PartialDate,
  type Phase,
  spanOf
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
  /** The AwardAgreed event. */
  readonly event: EventId
}

interface Enrolled {
  readonly scheme: string
  readonly phase: Phase | undefined
  readonly cohort: string
  readonly ruleSet: string
}

interface Model {
  readonly enrolled: Map<string, Enrolled>
  readonly validityMonths: Map<string, number>
  readonly awards: Map<string, Omit<RegisteredAward, "validUntil"> & { readonly ruleSet: string }>
}

/** The award register's read model. */
export const awardRegister = projectionOf<Model, LcqmEvent>(
  {
    name: "award-register",
    version: 1,
    empty: () => ({ enrolled: new Map(), validityMonths: new Map(), awards: new Map() })
  },
  {
    "RuleSetPublished.v1": ({ validityMonths }, { data }) => {
      validityMonths.set(`${data.scheme} ${versionPublished(data)}`, data.ruleSet.validityMonths)
    },
    "SchoolEnrolled.v1": ({ enrolled }, { data: { cohort, phase, ruleSet, scheme }, stream }) => {
      enrolled.set(stream, { scheme, phase, cohort, ruleSet: ruleSet.version })
    },
    "EnrolmentTransferred.v1": ({ enrolled }, { data, stream }) => {
      const known = enrolled.get(stream)
      if (known !== undefined) {
        const { phase, ruleSet, scheme } = known
        enrolled.set(stream, { scheme, phase, cohort: data.to, ruleSet })
      }
    },
    "AwardAgreed.v1": ({ awards, enrolled }, { data, id, metadata, stream }) => {
      const { cohort, phase, scheme } = enrolled.get(stream) ?? { cohort: "", phase: undefined, scheme: "" }
      awards.set(stream, {
        scheme,
        school: schoolOfStream(stream) ?? "",
        phase,
        cohort,
        level: data.level,
        indicated: data.indicated,
        agreedOn: metadata.occurredOn,
        event: id,
        ruleSet: data.basis.ruleSet
      })
    }
  }
)

/** The register's awards, by school. */
export const registeredAwards = ({ awards, validityMonths }: Model): ReadonlyArray<RegisteredAward> =>
  [...awards.values()]
    .map(({ ruleSet, ...award }) => {
      const months = validityMonths.get(`${award.scheme} ${ruleSet}`)
      const { last } = spanOf(award.agreedOn)
      const validUntil =
        months === undefined || last === null ? undefined : isoDateOf(monthsLater(last, months))
      return { ...award, validUntil }
    })
    .toSorted((a, b) => (a.school < b.school ? -1 : 1))
