// Law 3. An award speaks for all the themes: not below the lowest, not above the highest, and only so far above the
// lowest that an empty theme is not paid for by a full one.
import { type AwardCase, type Level, rankOf } from "@lcqm/core"
import { evenThemes, judgedLevel, levelAt, spanOf } from "../case-changes.ts"
import { type Law, nothingLacking, nothingMore } from "../law.ts"
import type { JudgedAt } from "../answer-given.ts"
import type { Bounds, TestedRule } from "../rule-to-test.ts"
import { award } from "../wording.ts"

interface Put {
  readonly input: AwardCase
  readonly judged: JudgedAt
  readonly themes: ReadonlyArray<Level>
}

// A rule that has no levels of themes is put to a case whose themes can each be at one level only, by unanimity.
const putTo = (tested: TestedRule, given: AwardCase): Put | null => {
  const judged = tested.answer(given)
  if (judged === null) return null
  if (judged.themes !== undefined) {
    return { input: given, judged, themes: judged.themes.flatMap(({ level }) => level ?? []) }
  }
  const input = evenThemes(given)
  const again = tested.answer(input)
  const firsts = input.criteriaSet.themes.flatMap(({ criteria: [first] }) => first ?? [])
  const themes = firsts.flatMap(({ id }) => judgedLevel(input, id) ?? [])
  return again === null ? null : { input, judged: again, themes }
}

const named = (rank: number): string => award(levelAt(rank))

const broken = (level: Level, themes: ReadonlyArray<Level>, bounds: Bounds): string | null => {
  const rank = rankOf(level)
  const { highest, lowest } = spanOf(themes)
  if (rank < lowest) return `No theme is below ${named(lowest)}, so the award should not be either.`
  if (rank > highest) return `No theme is above ${named(highest)}, so the award should not be either.`
  if (bounds.absoluteFloor === "bronze" && lowest === 0 && rank > 0) {
    return "One theme is at none, and the floor is Bronze: no theme may be empty, so there should be no award."
  }
  return rank > lowest + bounds.themeGap
    ? `The lowest theme is at ${named(lowest)}, so the award should be at most ${named(lowest + bounds.themeGap)}.`
    : null
}

/**
 * Law 3: the award is between the lowest and the highest theme, at most `themeGap` above the lowest, and none where
 * a theme is below the floor. A rule that tells no themes' levels is put to cases whose themes are each of one level.
 * @example
 * ```ts
 * import { anyAwardCase } from "@lcqm/testing/arbitraries"
 * import { bounds, violationOf } from "@lcqm/testing/award"
 * import fc from "fast-check"
 * const [input] = fc.sample(anyAwardCase(), { seed: 1, numRuns: 1 })
 * input && violationOf(bounds, { derive: () => "gold" }, input)?.after // => "gold"
 * ```
 */
export const bounds: Law = {
  number: 3,
  name: "bounds",
  promise:
    "The award is between the lowest and the highest theme, at most the theme gap above the lowest, and none " +
    "where a theme is below the floor.",
  lacks: nothingLacking,
  toMeet: nothingMore,
  put: (tested, given, trial) => {
    const found = putTo(tested, given)
    if (found === null || found.themes.length === 0) return null
    const { input, judged, themes } = found
    trial.reached(judged.level)
    const should = broken(judged.level, themes, tested.bounds(input))
    return should === null
      ? null
      : {
          input,
          change: { kind: "nothing" },
          before: null,
          after: judged.level,
          theme: null,
          told: [`The award is ${award(judged.level)}. ${should}`]
        }
  }
}
