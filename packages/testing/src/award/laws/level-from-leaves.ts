// Law 10. An explanation that does not lead to the level explains another rule.
import { type Law, nothingMore } from "../law.ts"
import { award } from "../wording.ts"

/** Every so many explanations are written as JSON and read again first: of all of them it takes long. */
const writtenDownEvery = 10

/**
 * Law 10: the level found again from the leaves of the explanation is the same, also once the explanation was written
 * down and read. Needs `explain` and `levelFromLeaves`.
 * @example
 * ```ts
 * import { derive, explain, levelFromLeaves as fromLeaves, presets } from "@lcqm/core"
 * import { checkAwardLaws } from "@lcqm/testing/award"
 * const tested = { derive, rule: presets["best-fit/1"], explain, levelFromLeaves: fromLeaves }
 * const { laws } = checkAwardLaws(tested, { runs: 300 })
 * laws.find(({ law }) => law === "levelFromLeaves")?.outcome // => "held"
 * ```
 */
export const levelFromLeaves: Law = {
  number: 10,
  name: "levelFromLeaves",
  promise: "The level found again from the leaves of the explanation alone is the same.",
  lacks: ({ levelFromLeaves }) => (levelFromLeaves === undefined ? "explain and levelFromLeaves" : null),
  toMeet: nothingMore,
  put: ({ answer, levelFromLeaves }, input, trial) => {
    const judged = answer(input)
    if (judged === null || levelFromLeaves === undefined) return null
    trial.reached(judged.level)
    const again = levelFromLeaves(input, trial.index % writtenDownEvery === 0)
    if (again === judged.level) return null
    const found =
      again === undefined
        ? "but there is no explanation of it"
        : `and the leaves of its explanation give ${award(again)}`
    return {
      input,
      change: { kind: "nothing" },
      before: judged.level,
      after: again ?? null,
      theme: null,
      told: [`The award is ${award(judged.level)}, ${found}.`]
    }
  }
}
