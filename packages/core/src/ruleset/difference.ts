// How two rule sets differ, parameter by parameter: what would be asked for that is not asked for now.
import type { RuleSet } from "../award/rule/rule-set.ts"

/** A parameter that two rule sets set differently; `path` reads as `limiters.cpdShortfall`. */
export interface RuleSetChange {
  readonly path: string
  readonly from: unknown
  readonly to: unknown
}

const isStruct = (value: unknown): value is object => typeof value === "object" && value !== null

const changesIn = (from: unknown, to: unknown, path: string): ReadonlyArray<RuleSetChange> => {
  if (!isStruct(from) || !isStruct(to)) return Object.is(from, to) ? [] : [{ path, from, to }]
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])]
  return keys.flatMap((key) =>
    changesIn(Reflect.get(from, key), Reflect.get(to, key), path === "" ? key : `${path}.${key}`)
  )
}

/**
 * What two rule sets set differently, in the order of their parameters; nothing where they are the same.
 * @example
 * ```ts
 * import { diffRuleSets, presets } from "@lcqm/core"
 * const best = presets["best-fit/1"]
 * diffRuleSets(best, best) // => []
 * diffRuleSets(best, { ...best, minEvidence: 3 }).map(({ path }) => path) // => ["minEvidence"]
 * ```
 */
export const diffRuleSets = (from: RuleSet, to: RuleSet): ReadonlyArray<RuleSetChange> =>
  changesIn(from, to, "")

const said = (value: unknown): string =>
  value === undefined ? "not set" : typeof value === "string" ? value : JSON.stringify(value)

/**
 * The same in sentences.
 * @example
 * ```ts
 * import { diffRuleSets, presets, ruleSetDifferenceSentences } from "@lcqm/core"
 * const best = presets["best-fit/1"]
 * const [told] = ruleSetDifferenceSentences(diffRuleSets(best, { ...best, allowBelow: 0 }))
 * told // => "allowBelow was 1 and is 0."
 * ```
 */
export const ruleSetDifferenceSentences = (changes: ReadonlyArray<RuleSetChange>): ReadonlyArray<string> =>
  changes.map(({ from, path, to }) => `${path} was ${said(from)} and is ${said(to)}.`)
