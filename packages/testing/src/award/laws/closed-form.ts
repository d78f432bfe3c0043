// Law 6. A rule that is said in two ways says the same in both.
import { type AwardCase, type Level, levels } from "@lcqm/core"
import { judgedLevel } from "../case-changes.ts"
import { type Law, nothingMore } from "../law.ts"
import { ruleWithout } from "../rule-to-test.ts"
import { award, listed } from "../wording.ts"

/** The scheme has six themes, so there are 4^6 = 4,096 profiles. Source: "grouped under six key themes". */
const themesOfScheme = 6

// Themes of one criterion each, so that the level of each theme is the level of its criterion.
const profile = (rule: AwardCase["rule"], themeLevels: ReadonlyArray<Level>): AwardCase => ({
  criteriaSet: {
    id: "generated",
    version: "1",
    title: "Generated",
    themes: themeLevels.map((_, t) => ({
      id: `t${t}`,
      title: `Theme ${t}`,
      criteria: [{ id: `t${t}.c0`, title: `Criterion ${t}.0`, weight: 1, essential: false }]
    }))
  },
  rule,
  judgements: Object.fromEntries(themeLevels.map((level, t) => [`t${t}.c0`, level]))
})

function* everyProfile(rule: AwardCase["rule"]): Iterable<AwardCase> {
  for (let code = 0; code < 4 ** themesOfScheme; code += 1) {
    const at = Array.from({ length: themesOfScheme }, (_, t) => levels[(code >> (2 * t)) & 3] ?? "none")
    yield profile(rule, at)
  }
}

/**
 * Law 6: the closed form equals the definition, on all 4,096 profiles of six themes. With a rule drawn for each
 * case (`"any"`), it is put to the profiles that are drawn. Needs `closedForm`.
 * @example
 * ```ts
 * import { derive, presets } from "@lcqm/core"
 * import { checkAwardLaws, closedFormOf } from "@lcqm/testing/award"
 * const rule = presets["best-fit/1"]
 * const { laws } = checkAwardLaws({ derive, rule, closedForm: closedFormOf }, { runs: 1 })
 * laws.find(({ law }) => law === "closedForm")?.outcome // => "held"
 * ```
 */
export const closedForm: Law = {
  number: 6,
  name: "closedForm",
  promise: "The closed form equals the definition on all 4,096 profiles of six themes.",
  lacks: ({ closedForm }) => (closedForm === undefined ? "closedForm" : null),
  toMeet: nothingMore,
  everyCase: ({ rule = ruleWithout }) => (rule === "any" ? null : everyProfile(rule)),
  put: ({ answer, closedForm }, given, trial) => {
    const { themes } = given.criteriaSet
    const firsts = themes.map(({ criteria: [first] }) => (first && judgedLevel(given, first.id)) ?? "none")
    const isProfile = themes.every(({ criteria }) => criteria.length === 1) && given.evidence === undefined
    const input = isProfile ? given : profile(given.rule, firsts)
    const judged = answer(input)
    if (judged === null || closedForm === undefined) return null
    trial.reached(judged.level)
    const expected = closedForm(firsts, input.rule)
    return judged.level === expected
      ? null
      : {
          input,
          change: { kind: "nothing" },
          before: expected,
          after: judged.level,
          theme: null,
          told: [
            `The themes are at ${listed(firsts.map(award))}.`,
            `The closed form gives ${award(expected)}, the rule ${award(judged.level)}.`
          ]
        }
  }
}
