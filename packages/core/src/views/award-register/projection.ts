// How the register comes to be: an award is entered when it is agreed, and what becomes of it afterwards is said of it.
import type { LcqmEvent } from "../../domain.ts"
import { moderationCauses, schemeOfStream, schoolOfStream, schoolStream } from "../../enrolment/index.ts"
import type { Recorded } from "../../event-store/index.ts"
import { projectionOf } from "../../projecting/index.ts"
import { versionPublished } from "../../ruleset/index.ts"
import type { Phase, Urn } from "../../vocabulary/index.ts"
import type { RegisteredAward } from "./registered-award.ts"

interface Enrolled {
  readonly scheme: string
  readonly phase: Phase | undefined
  readonly cohort: string
  readonly ruleSet: string
}

/** An award as it is entered: how long it is valid follows from its rule set. */
export type Entry = Omit<RegisteredAward, "validUntil"> & { readonly ruleSet: string }

/** The read model of the award register. */
export interface RegisterModel {
  readonly enrolled: Map<string, Enrolled>
  readonly validityMonths: Map<string, number>
  readonly awards: Map<string, Entry>
  /** By school: which of the assessor's assessments its visit is. */
  readonly ordinals: Map<string, number>
  /** By school: the one that has taken its place, until the award is carried over to it. */
  readonly successors: Map<string, Urn>
}

const changed = (model: RegisterModel, stream: string, change: Partial<Entry>): void => {
  const entry = model.awards.get(stream)
  if (entry !== undefined) model.awards.set(stream, { ...entry, ...change })
}

const madeAt = (model: RegisterModel, { id, metadata, stream }: Recorded) => {
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
export const awardRegister = projectionOf<RegisterModel, LcqmEvent>(
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
