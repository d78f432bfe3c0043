// The evidence matrix: for every criterion what evidence there is, how old on a day and what the assessor found of it;
// for every piece of evidence how often it is used.
import { criteriaStream } from "../../criteria/index.ts"
import { ageInMonths, schoolStream } from "../../enrolment/index.ts"
import type { FullDate } from "../../vocabulary/index.ts"
import type { EvidenceModel, EvidenceSeen, EvidenceVerdict, ItemSeen } from "./projection.ts"

/** A piece of evidence of a school, on a day. */
export interface EvidenceUsed extends Readonly<Omit<ItemSeen, "verdicts">> {
  readonly evidence: string
  /** Whole months since it was produced, at least; undefined where its date has no last day. */
  readonly ageMonths: number | undefined
  /** The criteria it is assigned to, in the order in which it was: more than one where it is used again. */
  readonly criteria: ReadonlyArray<string>
}

/** Evidence for a criterion. */
export interface EvidenceForCriterion {
  readonly evidence: string
  readonly verdict: EvidenceVerdict
  readonly ageMonths: number | undefined
  /** For how many other criteria it is used too. */
  readonly reused: number
}

/** A criterion and the evidence for it; none is a gap. */
export interface CriterionEvidenced {
  readonly criterion: string
  /** Undefined where the criteria set does not name the criterion, or is not known. */
  readonly title: string | undefined
  readonly evidence: ReadonlyArray<EvidenceForCriterion>
}

/** The evidence of a school's current enrolment, by criterion and by piece. */
export interface EvidenceMatrix {
  readonly scheme: string
  readonly school: string
  readonly enrolment: number
  readonly criteriaSet: string | undefined
  /** The day on which the ages are told. */
  readonly on: FullDate
  /** In the order of the criteria set; what is withdrawn is left out. */
  readonly criteria: ReadonlyArray<CriterionEvidenced>
  /** Every piece, in the order in which they came, withdrawn ones too. */
  readonly evidence: ReadonlyArray<EvidenceUsed>
}

const titlesOf = (
  { sets }: EvidenceModel,
  scheme: string,
  { criteriaSet }: EvidenceSeen
): ReadonlyMap<string, string> => {
  const themes = sets.get(criteriaStream(scheme, criteriaSet ?? ""))?.themes ?? []
  return new Map(themes.flatMap(({ criteria }) => criteria.map(({ id, title }) => [id, title] as const)))
}

const usedOn = ([evidence, item]: readonly [string, ItemSeen], on: FullDate): EvidenceUsed => {
  const { verdicts, ...told } = item
  return { evidence, ...told, ageMonths: ageInMonths(item.producedOn, on), criteria: [...verdicts.keys()] }
}

const forCriterion = (
  criterion: string,
  seen: EvidenceSeen,
  used: ReadonlyArray<EvidenceUsed>
): ReadonlyArray<EvidenceForCriterion> =>
  used.flatMap(({ ageMonths, criteria, evidence, withdrawn }) => {
    const verdict = seen.items.get(evidence)?.verdicts.get(criterion)
    return withdrawn || verdict === undefined
      ? []
      : [{ evidence, verdict, ageMonths, reused: criteria.length - 1 }]
  })

/**
 * The matrix of a school on a day; undefined where nothing is known of its evidence.
 * @example
 * ```ts
 * import { evidenceMatrix, evidenceMatrixOf, project } from "@lcqm/core"
 * const model = project(evidenceMatrix, [])
 * evidenceMatrixOf(model, { scheme: "lcqm", school: "900001" }, "2020-09-01") // => undefined
 * ```
 */
export const evidenceMatrixOf = (
  model: EvidenceModel,
  { scheme, school }: { readonly scheme: string; readonly school: string },
  on: FullDate
): EvidenceMatrix | undefined => {
  const seen = model.schools.get(schoolStream(scheme, school))
  if (seen === undefined) return undefined
  const titles = titlesOf(model, scheme, seen)
  const evidence = [...seen.items].map((item) => usedOn(item, on))
  const named = new Set([...titles.keys(), ...evidence.flatMap(({ criteria }) => criteria)])
  const { criteriaSet, enrolment } = seen
  return {
    scheme,
    school,
    enrolment,
    criteriaSet,
    on,
    criteria: [...named].map((criterion) => ({
      criterion,
      title: titles.get(criterion),
      evidence: forCriterion(criterion, seen, evidence)
    })),
    evidence
  }
}
