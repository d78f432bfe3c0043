// How judgements made against one criteria set are read against another: for each old criterion what it becomes,
// or, said outright, that nothing does.
import { Result, Schema } from "effect"
import { type CriteriaSet, CriterionId } from "../../criteria/set/criteria-set.ts"
import { levelOf } from "../../vocabulary/level.ts"
import { decoderOf, type Malformed, malformed, type Problem } from "../../vocabulary/malformed.ts"
import { longestText } from "../../vocabulary/text.ts"
import { criterionIdsOf, ofCriterion } from "../case/criterion-ids.ts"
import type { EvidenceCounts } from "../case/evidence.ts"
import { isSetAside, type Judgement, type JudgementSet } from "../case/judgement.ts"
import { lowestRank } from "../rank.ts"

/** What an old criterion becomes: one or more criteria of the new set, or nothing, and why. */
export const Equivalent = Schema.Union([
  Schema.Struct({
    becomes: Schema.Array(CriterionId).check(
      Schema.isMinLength(1, { expected: "at least one criterion that it becomes" })
    )
  }),
  Schema.Struct({
    noEquivalent: Schema.String.check(
      Schema.isPattern(/\S/u, { expected: "a reason in words" }),
      Schema.isMaxLength(longestText, { expected: `a reason of at most ${longestText} characters` })
    )
  })
]).annotate({ identifier: "Equivalent" })
export type Equivalent = typeof Equivalent.Type

/** By old criterion id. A criterion whose id the new set has too need not be named: it becomes itself. */
export const Migration = Schema.Record(CriterionId, Equivalent).annotate({ identifier: "Migration" })
export type Migration = typeof Migration.Type

/** For each criterion of the new set, the old ones that become it; none where it is new. */
export type Sources = ReadonlyMap<CriterionId, ReadonlyArray<CriterionId>>

const what = "migration map"

/**
 * Reads a migration map from outside (parsed JSON). Fails with `Malformed`. Whether it fits two criteria sets is
 * `sourcesOf`'s to say.
 * @example
 * ```ts
 * import { decodeMigration } from "@lcqm/core"
 * import { Result } from "effect"
 * const map = { "old.one": { becomes: ["new.one"] }, "old.two": { noEquivalent: "no longer asked" } }
 * Result.isSuccess(decodeMigration(map)) // => true
 * Result.isSuccess(decodeMigration({ "old.one": { becomes: [] } })) // => false
 * ```
 */
export const decodeMigration: (input: unknown) => Result.Result<Migration, Malformed> = decoderOf(
  what,
  Migration
)

/**
 * Puts a migration map to the two criteria sets. Each old criterion must become something, be there still under
 * its id, or be said to have no equivalent: silence is refused, since it would drop a school's work unseen. Fails
 * with `Malformed`, which names every criterion not accounted for and every one that is unknown.
 * Source: design, "Explanation and what-if", `dryRun`.
 * @example
 * ```ts
 * import { sampleCriteriaSet, sourcesOf } from "@lcqm/core"
 * import { Result } from "effect"
 * const fewer = { ...sampleCriteriaSet, themes: sampleCriteriaSet.themes.slice(0, 5) }
 * const silent = sourcesOf(sampleCriteriaSet, fewer, {})
 * Result.isFailure(silent) && silent.failure.problems[0].path // => "community.families"
 * ```
 */
export const sourcesOf = (
  from: CriteriaSet,
  to: CriteriaSet,
  migration: Migration
): Result.Result<Sources, Malformed> => {
  const old = criterionIdsOf(from)
  const sources = new Map<CriterionId, Array<CriterionId>>(Array.from(criterionIdsOf(to), (id) => [id, []]))
  const problems: Array<Problem> = Object.keys(migration)
    .filter((id) => !old.has(id))
    .map((id) => ({
      path: id,
      expected: `a criterion of ${from.id} ${from.version}`,
      got: "no such criterion"
    }))
  for (const id of old) {
    const equivalent: Equivalent | undefined =
      ofCriterion(migration, id) ?? (sources.has(id) ? { becomes: [id] } : undefined)
    if (equivalent === undefined) {
      problems.push({ path: id, expected: "what it becomes, or that it has no equivalent", got: "nothing" })
    } else if ("becomes" in equivalent) {
      for (const next of new Set(equivalent.becomes)) {
        const ofNext = sources.get(next)
        if (ofNext === undefined) {
          problems.push({ path: `${id}.becomes`, expected: `criteria of ${to.id} ${to.version}`, got: next })
        } else ofNext.push(id)
      }
    }
  }
  const [first, ...rest] = problems
  return first === undefined ? Result.succeed(sources) : Result.fail(malformed(what, [first, ...rest]))
}

// Where several criteria become one, nothing is claimed that was not shown of each: the lowest level counts, and
// one unjudged leaves it unjudged. It is set aside only if all were.
const merged = (judgements: ReadonlyArray<Judgement | undefined>): Judgement | undefined => {
  const judged = judgements.filter((judgement) => judgement !== undefined)
  if (judged.length < judgements.length) return undefined
  const atLevel = judged.flatMap((judgement) => (isSetAside(judgement) ? [] : [judgement]))
  return atLevel.length === 0 ? judged[0] : levelOf(lowestRank(atLevel))
}

/** Judgements made against the old set, read against the new one; what has no source is unjudged. */
export const migrateJudgements = (judgements: JudgementSet, sources: Sources): JudgementSet =>
  Object.fromEntries(
    Array.from(sources).flatMap(([id, old]) => {
      const judgement = merged(old.map((one) => ofCriterion(judgements, one)))
      return judgement === undefined ? [] : [[id, judgement] as const]
    })
  )

/**
 * Evidence counts read against the new set. Where several criteria become one, the largest count is taken: the
 * same item may have counted for each, so a sum could count it twice.
 */
export const migrateEvidence = (evidence: EvidenceCounts, sources: Sources): EvidenceCounts =>
  Object.fromEntries(
    Array.from(sources, ([id, old]) => [
      id,
      Math.max(0, ...old.map((one) => ofCriterion(evidence, one) ?? 0))
    ])
  )
