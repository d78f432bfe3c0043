// "Do you want to contact networks with a similar focus to your own?" Registered networks, the most similar first,
// each with why. The weights are ours: a focus in common counts for what the source says of one, its subject, its
// topics and its age range.
import type { LearningFocus } from "../../network/index.ts"
import type { NetworkId, YearGroup } from "../../vocabulary/index.ts"
import type { DirectoryEntry } from "./directory.ts"

/** What two focuses have in common. */
export interface FocusInCommon {
  /** The subject, where it is the same. */
  readonly subject: string | undefined
  /** Words of topics that both use, little words left out. */
  readonly words: ReadonlyArray<string>
  readonly years: ReadonlyArray<YearGroup>
}

/** A network with a similar focus, and why it is thought so. */
export interface SimilarNetwork {
  readonly entry: DirectoryEntry
  /** From 1 to 100: of 100 half is for the subject, 30 for the topics' words, 20 for the years. */
  readonly score: number
  readonly inCommon: FocusInCommon
  /** The same in a sentence. */
  readonly why: string
}

const little = new Set(["and", "the", "of", "in", "for", "to", "a", "an", "on", "with", "s"])

const wordsOf = ({ subject, topics }: LearningFocus): ReadonlySet<string> => {
  const own = new Set(subject.split(/[^a-z0-9]+/))
  const words = topics.flatMap((topic) => topic.split(/[^a-z0-9]+/))
  return new Set(words.filter((word) => word !== "" && !little.has(word) && !own.has(word)))
}

// How much of what either says both say: 0 where there is nothing in common, 1 where all is.
const share = (common: number, one: number, other: number): number =>
  common === 0 ? 0 : common / (one + other - common)

interface Prepared {
  readonly focus: LearningFocus
  readonly words: ReadonlySet<string>
}

const prepared = (focus: LearningFocus): Prepared => ({ focus, words: wordsOf(focus) })

const inCommonOf = (asked: Prepared, other: Prepared): FocusInCommon => ({
  subject: asked.focus.subject === other.focus.subject ? asked.focus.subject : undefined,
  words: [...asked.words].filter((word) => other.words.has(word)),
  years: [...new Set(asked.focus.years)].filter((year) => other.focus.years.includes(year))
})

// The little that two have in common is something still: not rounded to nothing.
const scoreOf = (asked: Prepared, other: Prepared, { subject, words, years }: FocusInCommon): number => {
  const exact =
    (subject === undefined ? 0 : 50) +
    30 * share(words.length, asked.words.size, other.words.size) +
    20 * share(years.length, new Set(asked.focus.years).size, new Set(other.focus.years).size)
  return exact === 0 ? 0 : Math.max(1, Math.round(exact))
}

const sentenceOf = ({ subject, words, years }: FocusInCommon): string =>
  [
    ...(subject === undefined ? [] : [`both work on ${subject}`]),
    ...(words.length === 0 ? [] : [`words of both: ${words.join(", ")}`]),
    ...(years.length === 0 ? [] : [`both for ${years.join(", ")}`])
  ].join("; ")

/**
 * The networks of a directory whose focus is most like this one, the most similar first; of equal ones the first by
 * id. What has nothing in common is left out.
 * @param asked.except The network that asks, which is not shown to itself.
 * @param asked.most At most so many (default 10).
 * @example
 * ```ts
 * import { similarTo } from "@lcqm/core"
 * const entry = { network: "n-1", name: "One", area: undefined, stage: "endorsed", registeredOn: "2005", mathematicsCentre: true, schools: [], contacts: [] } as const
 * const focus = { subject: "mathematics", topics: ["using and applying"], years: ["Year 3"] } as const
 * const directory = [{ ...entry, focus: { ...focus, topics: ["using data"] } }]
 * similarTo(directory, { focus }).map(({ score, why }) => [score, why]) // => [[80, "both work on mathematics; words of both: using; both for Year 3"]]
 * similarTo(directory, { focus, except: "n-1" }) // => []
 * ```
 */
export const similarTo = (
  directory: ReadonlyArray<DirectoryEntry>,
  asked: { readonly focus: LearningFocus; readonly except?: NetworkId; readonly most?: number }
): ReadonlyArray<SimilarNetwork> => {
  const own = prepared(asked.focus)
  return directory
    .flatMap((entry) => {
      if (entry.focus === undefined || entry.network === asked.except) return []
      const other = prepared(entry.focus)
      const inCommon = inCommonOf(own, other)
      const score = scoreOf(own, other, inCommon)
      return score === 0 ? [] : [{ entry, score, inCommon, why: sentenceOf(inCommon) }]
    })
    .toSorted((a, b) => b.score - a.score || (a.entry.network < b.entry.network ? -1 : 1))
    .slice(0, asked.most ?? 10)
}
