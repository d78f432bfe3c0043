// The parameters of the award rule, as files and events hold them. The rule is data with a version and names
// its algorithm, so that an old award never changes when a default does.
import { Effect, Result, Schema } from "effect"
import { type CriteriaSet, mostThemes } from "../../criteria/set/criteria-set.ts"
import { longestIdentifier, Version } from "../../vocabulary/identifiers.ts"
import { Level } from "../../vocabulary/level.ts"
import { decoderOf, type Malformed } from "../../vocabulary/malformed.ts"
import { refusal, type RuleDoesNotFit } from "../refusal.ts"

/** The largest denominator of a share; with the limits of a criteria set all products stay exact (under 2^53). */
export const largestDenominator = 10_000

/** A hundred years, the longest any number of months in a rule can be: more is a slip of the pen. */
export const longestMonths = 1_200

/** More items of evidence than anyone reviews for one criterion. */
export const mostEvidence = 1_000

/** A year of working days: no appeal stays open longer. */
export const longestAppealDays = 260

const whole = (minimum: number, maximum: number) =>
  Schema.Int.check(
    Schema.isBetween({ minimum, maximum }, { expected: `a whole number from ${minimum} to ${maximum}` })
  )

const byDefault = <S extends Schema.Constraint>(value: S["Encoded"], schema: S) =>
  Schema.withDecodingDefaultKey<S>(Effect.succeed(value))(schema)

// Refused are the majorities that say nothing about a case: more than all of the weight is never reached, and
// at least none of it always is, so that nobody's Gold would be Gold. Each would break the law of unanimity.
const Majority = Schema.Struct({
  num: byDefault(1, whole(0, largestDenominator)),
  den: byDefault(2, whole(1, largestDenominator)),
  strict: byDefault(true, Schema.Boolean)
}).check(
  Schema.makeFilter(({ num, den, strict }: { num: number; den: number; strict: boolean }) =>
    num > den
      ? { path: ["num"], issue: `at most the denominator (${den}): no weight is more than the whole` }
      : num === den && strict
        ? {
            path: ["strict"],
            issue: "false where the majority is the whole: no weight is more than the whole"
          }
        : num === 0 && !strict
          ? {
              path: ["num"],
              issue: "at least 1 where the majority is not strict: otherwise no weight would do"
            }
          : undefined
  )
)

const Share = Schema.Struct({ num: whole(0, largestDenominator), den: whole(1, largestDenominator) }).check(
  Schema.makeFilter(({ num, den }: { num: number; den: number }) =>
    num > den
      ? { path: ["num"], issue: `at most the denominator (${den}): a share is at most the whole` }
      : undefined
  )
)

/** What a limiter does where it is the case: advise, block an award, or cap the level (`{ "cap": "bronze" }`). */
export const LimiterAction = Schema.Union([
  Schema.Literals(["advise", "block"]).annotate({ message: 'advise, block or { "cap": level }' }),
  Schema.Struct({ cap: Level })
]).annotate({ identifier: "LimiterAction" })
export type LimiterAction = typeof LimiterAction.Type

const Limiters = Schema.Struct({
  cpdShortfall: byDefault("advise" as const, LimiterAction),
  conflictOfInterest: byDefault("block" as const, LimiterAction),
  schoolClosed: byDefault("block" as const, LimiterAction)
})

// Every default of the rule stands here and nowhere else. Source: design, "Award rules", the table.
const parameters = {
  algorithm: byDefault("best-fit/1" as const, Schema.Literal("best-fit/1")),
  themeMajority: byDefault({}, Majority),
  criterionGap: byDefault(2, whole(0, 3)),
  allowBelow: byDefault(1, whole(0, mostThemes - 1)),
  themeGap: byDefault(1, whole(0, 3)),
  absoluteFloor: byDefault("bronze" as const, Schema.Literals(["none", "bronze"])),
  setAsideCap: byDefault({ num: 1, den: 3 }, Share),
  minEvidence: byDefault(1, whole(0, mostEvidence)),
  evidenceWindow: byDefault(
    { monthsBeforeTraining: 12 },
    Schema.Struct({ monthsBeforeTraining: whole(0, longestMonths) })
  ),
  maxShift: byDefault(1, whole(0, 3)),
  limiters: byDefault({}, Limiters),
  validityMonths: byDefault(36, whole(1, longestMonths)),
  graceMonths: byDefault(0, whole(0, longestMonths)),
  appealWorkingDays: byDefault(10, whole(0, longestAppealDays))
}

const RuleId = Schema.String.check(
  Schema.isMinLength(1, { expected: "a rule's id of at least one character" }),
  Schema.isMaxLength(longestIdentifier, {
    expected: `a rule's id of at most ${longestIdentifier} characters`
  })
).annotate({ holds: "identifier" })

/** A rule set as files hold it: what it leaves out takes its default. Read by `decodeRuleSet`. */
export const RuleFile = Schema.Struct({
  id: Schema.optionalKey(RuleId),
  version: Schema.optionalKey(Version),
  ...parameters
}).annotate({
  identifier: "RuleFile",
  description: "An award rule; what it leaves out takes its default."
})

/**
 * A rule set as it is stored: every parameter filled in and the algorithm named. Shares are whole-number
 * fractions, periods whole months or working days. Source: design, "Award rules", the table.
 */
export const RuleSet = Schema.toType(Schema.Struct({ id: RuleId, version: Version, ...parameters })).annotate(
  {
    identifier: "RuleSet",
    description: "An award rule with every parameter filled in."
  }
)
export type RuleSet = typeof RuleSet.Type

const decodeFile = decoderOf("rule set", RuleFile)
const sameParameters = Schema.toEquivalence(Schema.toType(Schema.Struct(parameters)))
const defaults = Result.getOrThrow(decodeFile({}))

// A file without a name is best-fit/1 only if it says nothing that best-fit/1 does not: a rule must never be
// taken for another.
const named = ({ id, version, ...rest }: typeof RuleFile.Type): RuleSet => {
  const isDefault = version === undefined && sameParameters(rest, defaults)
  return { id: id ?? (isDefault ? "best-fit" : "unnamed"), version: version ?? "1", ...rest }
}

/**
 * Reads a rule from outside (parsed JSON) and fills in what it leaves out, so that the result can be stored:
 * nothing at all is `best-fit/1`; another rule without a name is called `unnamed`. Unknown keys and impossible
 * numbers are refused. Fails with `Malformed`, which names every problem found. Source: design, "Interchange".
 * @example
 * ```ts
 * import { decodeRuleSet } from "@lcqm/core"
 * import { Result } from "effect"
 * const read = decodeRuleSet({ id: "mine", version: "1", criterionGap: 1 })
 * Result.isSuccess(read) && read.success.themeMajority // => { num: 1, den: 2, strict: true }
 * const wrong = decodeRuleSet({ themeMajority: { num: 3, den: 2 } })
 * Result.isFailure(wrong) && wrong.failure.problems[0].path // => "themeMajority.num"
 * ```
 */
export const decodeRuleSet = (input: unknown): Result.Result<RuleSet, Malformed> =>
  Result.map(decodeFile(input), named)

/**
 * Whether a rule and a criteria set go together: a rule that lets as many themes stay below a level as there
 * are would ask for nothing. Fails with `RuleDoesNotFit` at `allowBelow`. Source: design, "Award rules".
 * @example
 * ```ts
 * import { checkRuleAgainst, presets, sampleCriteriaSet } from "@lcqm/core"
 * import { Result } from "effect"
 * Result.isSuccess(checkRuleAgainst(presets["best-fit/1"], sampleCriteriaSet)) // => true
 * const tooMany = checkRuleAgainst({ ...presets["best-fit/1"], allowBelow: 6 }, sampleCriteriaSet)
 * Result.isFailure(tooMany) && tooMany.failure.path // => "allowBelow"
 * ```
 */
export const checkRuleAgainst = (
  rule: Pick<RuleSet, "allowBelow">,
  criteriaSet: Pick<CriteriaSet, "themes">
): Result.Result<void, RuleDoesNotFit> =>
  rule.allowBelow < criteriaSet.themes.length
    ? Result.succeed(undefined)
    : Result.fail(
        refusal(
          "RuleDoesNotFit",
          "allowBelow",
          `fewer than the ${criteriaSet.themes.length} themes of the criteria set`,
          String(rule.allowBelow),
          "Lower allowBelow, or use a criteria set with more themes."
        )
      )
