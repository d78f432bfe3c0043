// Step 6, the end of it: whether the two parties may agree a level, given the level that is indicated.
import { Result } from "effect"
import { type Level, levelOf, levelTitle, rankOf } from "../../vocabulary/level.ts"
import type { Indicated } from "../deriving/derive.ts"
import { refusal, type RefusalDetail } from "../refusal.ts"
import type { RuleSet } from "../rule/rule-set.ts"

/** Why a level may not be agreed. `path` is `level`, `reason`, `secondAssessor`, `judgements` or `limiters`. */
export interface AgreementRefusal extends RefusalDetail {
  readonly _tag:
    | "Incomplete"
    | "Blocked"
    | "NoAward"
    | "AboveCap"
    | "ShiftTooLarge"
    | "ReasonMissing"
    | "SecondAssessorMissing"
}

/** A level that may be agreed. `shift` is in levels, upward positive; 0 is the indicated level. */
export interface Agreement {
  readonly level: Exclude<Level, "none">
  readonly indicated: Level
  readonly shift: number
}

/** What an agreement is made with: the rule, a written reason for a shift, and whether a second assessor supports it. */
export interface AgreedWith {
  readonly rule: Pick<RuleSet, "maxShift">
  readonly reason?: string
  readonly secondAssessor?: boolean
}

const refuse = (
  tag: AgreementRefusal["_tag"],
  path: string,
  expected: string,
  got: string,
  remedy: string
): Result.Result<never, AgreementRefusal> => Result.fail(refusal(tag, path, expected, got, remedy))

/**
 * Whether the Champion and the assessor may agree a level: the indicated one, or one at most `maxShift` away with
 * a written reason; upward it takes a second assessor too, and no cap in force is passed. An award is Bronze,
 * Silver or Gold: to agree on none is to withhold it. Fails with an `AgreementRefusal`.
 * Source: design, "Award rules", step 6; the scheme's text, "an award will be agreed".
 * @example
 * ```ts
 * import { derive, mayAgree, presets, sampleCriteriaSet } from "@lcqm/core"
 * import { Result } from "effect"
 * const rule = presets["best-fit/1"]
 * const ids = sampleCriteriaSet.themes.flatMap((theme) => theme.criteria.map((criterion) => criterion.id))
 * const judgements = Object.fromEntries(ids.map((id) => [id, "silver" as const]))
 * const indicated = Result.getOrThrow(derive({ criteriaSet: sampleCriteriaSet, rule, judgements }))
 * mayAgree(indicated, "silver", { rule })._tag // => "Success"
 * mayAgree(indicated, "gold", { rule, reason: "strong since the visit" })._tag // => "Failure"
 * ```
 */
export const mayAgree = (
  indicated: Indicated,
  level: Level,
  { rule, reason = "", secondAssessor = false }: AgreedWith
): Result.Result<Agreement, AgreementRefusal> => {
  const { limits } = indicated
  if (!indicated.complete) {
    const unjudged = indicated.unjudged.join(", ")
    return refuse(
      "Incomplete",
      "judgements",
      "every applicable criterion judged",
      `unjudged: ${unjudged}`,
      "Judge them."
    )
  }
  if (limits.blockedBy.length > 0) {
    const remedy = "Make no award while this holds; ask the scheme's office."
    return refuse("Blocked", "limiters", "nothing that blocks an award", limits.blockedBy.join(", "), remedy)
  }
  if (level === "none") {
    return refuse(
      "NoAward",
      "level",
      "bronze, silver or gold",
      level,
      "Withhold the award, or ask for further work."
    )
  }
  const shift = rankOf(level) - rankOf(indicated.level)
  if (rankOf(level) > limits.cap) {
    const remedy = `Agree ${levelTitle(levelOf(limits.cap))} at most.`
    return refuse(
      "AboveCap",
      "level",
      `at most ${levelOf(limits.cap)} (${limits.cappedBy.join(", ")})`,
      level,
      remedy
    )
  }
  if (Math.abs(shift) > rule.maxShift) {
    const remedy = "Agree a nearer level, or agree other judgements."
    return refuse("ShiftTooLarge", "level", `at most ${rule.maxShift} from ${indicated.level}`, level, remedy)
  }
  if (shift !== 0 && !/\S/u.test(reason)) {
    return refuse("ReasonMissing", "reason", "a reason in words", "none", "Write why the award differs.")
  }
  if (shift > 0 && !secondAssessor) {
    const remedy = "Ask a second assessor to support the shift."
    return refuse(
      "SecondAssessorMissing",
      "secondAssessor",
      "the support of a second assessor",
      "none",
      remedy
    )
  }
  return Result.succeed({ level, indicated: indicated.level, shift })
}
