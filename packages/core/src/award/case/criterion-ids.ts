// The criterion ids of a criteria set, kept as long as the set itself is, since every case of a batch asks.
import type { CriteriaSet, CriterionId } from "../../criteria/set/criteria-set.ts"

const known = new WeakMap<CriteriaSet, ReadonlySet<CriterionId>>()

/** The criterion ids of a criteria set, in its order. The set is taken to be what its type says: immutable. */
export const criterionIdsOf = (criteriaSet: CriteriaSet): ReadonlySet<CriterionId> => {
  const remembered = known.get(criteriaSet)
  if (remembered !== undefined) return remembered
  const ids = new Set(criteriaSet.themes.flatMap(({ criteria }) => criteria.map(({ id }) => id)))
  known.set(criteriaSet, ids)
  return ids
}

/** The value of a criterion in a record by criterion id: own keys only, since an id may be `constructor`. */
export const ofCriterion = <A>(record: Readonly<Record<CriterionId, A>>, id: CriterionId): A | undefined =>
  Object.hasOwn(record, id) ? record[id] : undefined
