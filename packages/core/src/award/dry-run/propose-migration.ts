// A first draft of the migration map between two criteria sets. Only a person knows what a criterion has become, so each
// proposal says what it goes by, and where nothing is alike it says "no equivalent" outright.
import type { CriteriaSet, Criterion, CriterionId } from "../../criteria/set/criteria-set.ts"
import type { Equivalent, Migration } from "./migration.ts"

/** Why an old criterion is proposed to become what it does. */
export type ProposedBecause = "same title" | "same levels" | "alike" | "nothing alike"

/** What one old criterion is proposed to become. */
export interface ProposedEquivalent {
  readonly criterion: CriterionId
  readonly equivalent: Equivalent
  readonly because: ProposedBecause
}

/** A proposed migration map, and what each entry of it goes by. */
export interface ProposedMigration {
  /** Only old criteria whose id the new set has not; the others become themselves. */
  readonly migration: Migration
  readonly proposals: ReadonlyArray<ProposedEquivalent>
}

/** So much of the words of two criteria must be the same, of all that either has, for them to be called alike. */
export const alikeFrom = 0.5

const criteriaIn = ({ themes }: CriteriaSet): ReadonlyArray<Criterion> =>
  themes.flatMap(({ criteria }) => criteria)

const plainTitle = ({ title }: Criterion): string => title.trim().toLowerCase()

// The texts of the levels in their order; an empty one where a level is not described.
const wordingsOf = ({ descriptors: { bronze = "", gold = "", silver = "" } = {} }: Criterion) =>
  [bronze, silver, gold].map((wording) => wording.trim())

const isSameAtEachLevel = (one: Criterion, other: Criterion): boolean => {
  const wordings = wordingsOf(other)
  return wordingsOf(one).every((wording, place) => wording === wordings[place])
}

const wordsOf = (criterion: Criterion): ReadonlySet<string> =>
  new Set(
    [criterion.title, ...wordingsOf(criterion)]
      .join(" ")
      .toLowerCase()
      .match(/[\p{L}\p{N}]{3,}/gu) ?? []
  )

// Of the words that either has, the share that both have; none where neither has any.
const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const both = [...one].filter((word) => other.has(word)).length
  return both / Math.max(1, one.size + other.size - both)
}

const proposalFor = (
  old: Criterion,
  candidates: ReadonlyArray<Criterion>,
  to: CriteriaSet
): Omit<ProposedEquivalent, "criterion"> => {
  const becoming = ({ id }: Criterion, because: ProposedBecause) => ({
    equivalent: { becomes: [id] },
    because
  })
  const titled = candidates.find((each) => plainTitle(each) === plainTitle(old))
  if (titled !== undefined) return becoming(titled, "same title")
  const isDescribed = wordingsOf(old).some((wording) => wording !== "")
  const described = candidates.find((each) => isDescribed && isSameAtEachLevel(each, old))
  if (described !== undefined) return becoming(described, "same levels")
  const words = wordsOf(old)
  const [nearest] = candidates
    .map((each) => ({ each, like: likeness(words, wordsOf(each)) }))
    .filter(({ like }) => like >= alikeFrom)
    .toSorted((a, b) => b.like - a.like)
  return nearest === undefined
    ? {
        equivalent: { noEquivalent: `No new criterion of ${to.id} ${to.version} is like it.` },
        because: "nothing alike"
      }
    : becoming(nearest.each, "alike")
}

/**
 * Proposes what the criteria of one set become in another, to be looked at by a person before `dryRun` or a renewal
 * goes by it: by the same title, else the same levels, else at least half of the words; else no equivalent. It always
 * fits the two sets (`sourcesOf`).
 * @example
 * ```ts
 * import { proposeMigration, revisedSampleCriteriaSet, sampleCriteriaSet } from "@lcqm/core"
 * const { migration } = proposeMigration(sampleCriteriaSet, revisedSampleCriteriaSet)
 * migration["events.club"] // => { becomes: ["events.groups"] }
 * Object.keys(migration["events.challenge"] ?? {}) // => ["noEquivalent"]
 * ```
 */
export const proposeMigration = (from: CriteriaSet, to: CriteriaSet): ProposedMigration => {
  const known = new Set(criteriaIn(from).map(({ id }) => id))
  const there = new Set(criteriaIn(to).map(({ id }) => id))
  const candidates = criteriaIn(to).filter(({ id }) => !known.has(id))
  const proposals = criteriaIn(from)
    .filter(({ id }) => !there.has(id))
    .map((old) => ({ criterion: old.id, ...proposalFor(old, candidates, to) }))
  return {
    migration: Object.fromEntries(proposals.map(({ criterion, equivalent }) => [criterion, equivalent])),
    proposals
  }
}
