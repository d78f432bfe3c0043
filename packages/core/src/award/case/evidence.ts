// Evidence as the rule sees it: how many items count for each criterion. Which count depends on whose
// judgements are looked at; whether an item lies in the evidence window is known before it comes here.
import { Result } from "effect"
import type { CriteriaSet, CriterionId } from "../../criteria/set/criteria-set.ts"
import { type Malformed, malformed, type Problem, shown } from "../../vocabulary/malformed.ts"
import { criterionIdsOf } from "./criterion-ids.ts"
import type { JudgementSetName } from "./judgement.ts"

/** Items that count, by criterion id. A criterion that is absent has none. */
export type EvidenceCounts = Readonly<Record<CriterionId, number>>

/** What was found of an item for a criterion: assigned and not yet reviewed, insufficient, or accepted. */
export type EvidenceState = "assigned" | "insufficient" | "accepted"

/** One item of evidence assigned to one criterion. An item assigned to two criteria is two of these. */
export interface AssignedEvidence {
  readonly evidence: string
  readonly criterion: CriterionId
  readonly state: EvidenceState
  /** Whether it was produced in the evidence window; true where the window does not apply. */
  readonly inWindow: boolean
}

const counts = (state: EvidenceState, set: JudgementSetName): boolean =>
  set === "self" ? state !== "insufficient" : state === "accepted"

/**
 * How many items count for each criterion: for the self set those assigned and not found insufficient, for the
 * assessor's and the agreed set those accepted for that criterion; in either case only those in the window. An
 * item listed twice for a criterion is one item. Source: design, "Award rules", step 1.
 * @example
 * ```ts
 * import { countEvidence } from "@lcqm/core"
 * const minutes = { evidence: "minutes", criterion: "leadership.plan", state: "assigned", inWindow: true } as const
 * countEvidence("self", [minutes]) // => { "leadership.plan": 1 }
 * countEvidence("agreed", [minutes]) // => {}
 * ```
 */
export const countEvidence = (set: JudgementSetName, items: Iterable<AssignedEvidence>): EvidenceCounts => {
  const found = new Map<CriterionId, Set<string>>()
  for (const { evidence, criterion, state, inWindow } of items) {
    if (!inWindow || !counts(state, set)) continue
    const ofThis = found.get(criterion)
    if (ofThis === undefined) found.set(criterion, new Set([evidence]))
    else ofThis.add(evidence)
  }
  return Object.fromEntries(Array.from(found, ([criterion, items]) => [criterion, items.size]))
}

/**
 * Reads evidence counts from outside (parsed JSON): whole numbers from 0 by criterion id. Fails with
 * `Malformed`, which names every criterion the set does not have and every value that is no count.
 * Source: design, "Interchange".
 * @example
 * ```ts
 * import { decodeEvidence, sampleCriteriaSet } from "@lcqm/core"
 * import { Result } from "effect"
 * Result.isSuccess(decodeEvidence({ "leadership.champion": 2 }, sampleCriteriaSet)) // => true
 * Result.isSuccess(decodeEvidence({ "leadership.champion": -1 }, sampleCriteriaSet)) // => false
 * ```
 */
export const decodeEvidence = (
  input: unknown,
  criteriaSet: CriteriaSet
): Result.Result<EvidenceCounts, Malformed> => {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    return Result.fail(
      malformed("set of evidence counts", [
        { path: "", expected: "counts by criterion id", got: shown(input) }
      ])
    )
  }
  const known = criterionIdsOf(criteriaSet)
  const read: Array<readonly [CriterionId, number]> = []
  const problems: Array<Problem> = []
  for (const [id, value] of Object.entries(input)) {
    if (!known.has(id)) {
      problems.push({
        path: id,
        expected: `a criterion of ${criteriaSet.id} ${criteriaSet.version}`,
        got: shown(id)
      })
    } else if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) {
      read.push([id, value])
    } else {
      problems.push({ path: id, expected: "a number of items: a whole number from 0", got: shown(value) })
    }
  }
  const [first, ...rest] = problems
  return first === undefined
    ? Result.succeed(Object.fromEntries(read))
    : Result.fail(malformed("set of evidence counts", [first, ...rest]))
}
