// What evidence each school has for which criterion in its current enrolment, event by event.
import { criteriaFold, type CriteriaState } from "../../criteria/index.ts"
import type { LcqmEvent } from "../../domain.ts"
import type { EvidenceKind } from "../../enrolment/index.ts"
import type { Recorded } from "../../event-store/index.ts"
import { type Projection, projectionOf } from "../../projecting/index.ts"
import type { PartialDate } from "../../vocabulary/index.ts"

/** What the assessor found of a piece of evidence for a criterion. */
export type EvidenceVerdict = "not reviewed" | "accepted" | "insufficient"

/** A piece of evidence. */
export interface ItemSeen {
  readonly kind: EvidenceKind
  readonly producedOn: PartialDate
  readonly submittedOn: PartialDate
  /** Whether it was carried forward from the enrolment before. */
  readonly carriedForward: boolean
  withdrawn: boolean
  /** By criterion. */
  readonly verdicts: Map<string, EvidenceVerdict>
}

/** A school's current enrolment and its evidence. */
export interface EvidenceSeen {
  readonly enrolment: number
  /** The version of the criteria set that it is judged by; undefined where the enrolment is not known. */
  readonly criteriaSet: string | undefined
  readonly items: Map<string, ItemSeen>
}

/** The read model of evidence: the criteria sets, and the schools. */
export interface EvidenceModel {
  readonly sets: Map<string, CriteriaState>
  readonly schools: Map<string, EvidenceSeen>
}

const seenOf = ({ schools }: EvidenceModel, stream: string): EvidenceSeen => {
  const known = schools.get(stream) ?? { enrolment: 0, criteriaSet: undefined, items: new Map() }
  schools.set(stream, known)
  return known
}

const itemOf = (model: EvidenceModel, stream: string, evidence: string): ItemSeen | undefined =>
  model.schools.get(stream)?.items.get(evidence)

const ofSchools = projectionOf<EvidenceModel, LcqmEvent>(
  { name: "evidence-matrix", version: 1, empty: () => ({ sets: new Map(), schools: new Map() }) },
  {
    "SchoolEnrolled.v1": ({ schools }, { data: { criteriaSet, enrolment }, stream }) => {
      schools.set(stream, { enrolment, criteriaSet: criteriaSet.version, items: new Map() })
    },
    "RenewalBegun.v1": ({ schools }, { data: { criteriaSet, enrolment }, stream }) => {
      schools.set(stream, { enrolment, criteriaSet: criteriaSet.version, items: new Map() })
    },
    "EvidenceSubmitted.v1": (model, { data, metadata, stream }) => {
      const { evidence, kind, producedOn } = data
      const given = { kind, producedOn, submittedOn: metadata.occurredOn, carriedForward: false }
      seenOf(model, stream).items.set(evidence, { ...given, withdrawn: false, verdicts: new Map() })
    },
    "EvidenceCarriedForward.v1": (model, { data, metadata, stream }) => {
      const { evidence, kind, producedOn } = data
      const given = { kind, producedOn, submittedOn: metadata.occurredOn, carriedForward: true }
      seenOf(model, stream).items.set(evidence, { ...given, withdrawn: false, verdicts: new Map() })
    },
    "EvidenceAssigned.v1": (model, { data, stream }) => {
      itemOf(model, stream, data.evidence)?.verdicts.set(data.criterion, "not reviewed")
    },
    "EvidenceUnassigned.v1": (model, { data, stream }) => {
      itemOf(model, stream, data.evidence)?.verdicts.delete(data.criterion)
    },
    "EvidenceWithdrawn.v1": (model, { data, stream }) => {
      const item = itemOf(model, stream, data.evidence)
      if (item !== undefined) item.withdrawn = true
    },
    "EvidenceReviewed.v1": (model, { data, stream }) => {
      const verdicts = itemOf(model, stream, data.evidence)?.verdicts
      if (verdicts?.has(data.criterion) === true) verdicts.set(data.criterion, data.verdict)
    },
    // A review is of the assessor who made it.
    "AssessorReplaced.v1": ({ schools }, { stream }) => {
      for (const { verdicts } of schools.get(stream)?.items.values() ?? []) {
        for (const criterion of verdicts.keys()) verdicts.set(criterion, "not reviewed")
      }
    }
  }
)

/** The read model of which evidence is for which criterion, over all schools. */
export const evidenceMatrix: Projection<EvidenceModel> = {
  ...ofSchools,
  types: new Set([...ofSchools.types, ...criteriaFold.types]),
  apply: (model: EvidenceModel, event: Recorded) => {
    if (!criteriaFold.types.has(event.type)) return ofSchools.apply(model, event)
    const before = model.sets.get(event.stream) ?? criteriaFold.initial
    model.sets.set(event.stream, criteriaFold.evolve(before, event))
  }
}
