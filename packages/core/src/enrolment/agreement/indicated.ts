// What the agreed judgements indicate, and which levels the parties may agree: the award rule, answered in the words
// of a decision.
import { Result } from "effect"
import { type AwardCase, derive, type Indicated } from "../../award/deriving/derive.ts"
import { type Agreement, mayAgree } from "../../award/parties/agreement.ts"
import { cohortFact } from "../../cohort/decide.ts"
import type { CohortState } from "../../cohort/fold.ts"
import type { CriteriaState } from "../../criteria/version/state.ts"
import { type Rejection, rejection } from "../../deciding/declaring/rejection.ts"
import type { Fact } from "../../deciding/declaring/slice.ts"
import type { StreamName } from "../../event-store/index.ts"
import { networkFacts, type NetworkFacts } from "../../network/index.ts"
import { personFact } from "../../person/decide.ts"
import type { PersonState } from "../../person/fold.ts"
import type { RuleSetState } from "../../ruleset/fold.ts"
import { hasWords, type KeptText, type Level, levelOf } from "../../vocabulary/index.ts"
import { pinnedRules, pinnedRulesOf, type Rules } from "../criteria-facts.ts"
import { awardCaseOf, cpdShortfall } from "../judgement/award-case.ts"
import { refused } from "../judgement/decide.ts"
import { ReasonMissing } from "../standing.ts"
import type { EnrolmentState } from "../state.ts"
import { assessorOf, stillAssesses } from "../visit/assessor.ts"
import { notExternal } from "../visit/external.ts"

/** Refused: an award is proposed on agreed judgements only. */
export const JudgementsNotAgreed = rejection(
  "JudgementsNotAgreed",
  (d: { criteria: ReadonlyArray<string> }) => [
    `Not every judgement is agreed: open are ${d.criteria.join(", ")}.`,
    "Agree each of them in the review of the evidence (AgreeJudgement)."
  ]
)

/** Refused: a limiter of the rule set blocks an award. */
export const AwardBlocked = rejection("AwardBlocked", (d: { by: ReadonlyArray<string> }) => [
  `The rule blocks an award: ${d.by.join(", ")}.`,
  "Resolve what blocks it; another level does not help."
])

/** Refused: a limiter of the rule set caps the award below the level. */
export const LevelAboveCap = rejection(
  "LevelAboveCap",
  (d: { level: string; cap: string; by: ReadonlyArray<string> }) => [
    `The rule caps the award at ${d.cap} (${d.by.join(", ")}), and ${d.level} was to be given.`,
    `Propose ${d.cap} at most, or resolve what caps it.`
  ]
)

/** Refused: the level is further from the indicated one than the rule set permits. */
export const ShiftTooLarge = rejection(
  "ShiftTooLarge",
  (d: { indicated: string; level: string; maxShift: number }) => [
    `${d.level} is further from the indicated ${d.indicated} than the rule permits (${d.maxShift}).`,
    "Propose a level nearer to it, or agree the judgements anew where they are wrong."
  ]
)

/** Refused: a level above the indicated one needs a second assessor. */
export const ShiftNotSupported = rejection("ShiftNotSupported", (d: { indicated: string; level: string }) => [
  `${d.level} is above the indicated ${d.indicated}, and no second assessor has supported that.`,
  "Propose the indicated level or a lower one with a reason; a higher one needs a second assessor."
])

/** Refused: an award was to be proposed at none. */
export const NoAwardAtNone = rejection("NoAwardAtNone", (d: { school: string }) => [
  `An award is Bronze, Silver or Gold, and school ${d.school} was to be given one at none.`,
  "Ask for further work (AskFurtherWork), or withhold the award (WithholdAward)."
])

/** What a decision about an award needs to know. */
export interface AwardFacts extends NetworkFacts {
  readonly criteria: Fact<CriteriaState>
  readonly rules: Fact<RuleSetState>
  readonly cohort: Fact<CohortState>
  readonly champion: Fact<PersonState>
  readonly assessor: Fact<PersonState>
}

/** The facts of a decision about an award; `networks` are the streams of those that the school has joined. */
export const factsOfAward = (scheme: string, state: EnrolmentState, networks: ReadonlyArray<StreamName>) => ({
  ...pinnedRules(scheme, state),
  cohort: cohortFact(scheme, state.cohort),
  champion: personFact(state.champion ?? ""),
  ...assessorOf(state),
  ...networkFacts(networks)
})

/** The rules, and what the agreed judgements indicate by them. */
export interface JudgedByRule {
  readonly rules: Rules
  readonly indicated: Indicated
  /** The case that was put to the rule. */
  readonly case: AwardCase
}

/** What the agreed judgements indicate, under the limiters that are the case. */
export const indicatedAward = (
  { scheme, school }: { readonly scheme: string; readonly school: string },
  state: EnrolmentState,
  facts: AwardFacts
): Result.Result<JudgedByRule, Rejection> =>
  Result.gen(function* () {
    yield* stillAssesses(state, facts.assessor, { scheme, school })
    const rules = yield* pinnedRulesOf(facts, state)
    const judges = {
      ref: state.visit?.assessor ?? "",
      person: facts.assessor.state,
      networks: facts.networks
    }
    const why = notExternal(judges, { scheme, school }, state)
    if (why !== undefined && rules.ruleSet.limiters.conflictOfInterest === "block") {
      return yield* Result.fail(why)
    }
    const limiters = {
      cpdShortfall: cpdShortfall(facts.champion.state, scheme),
      conflictOfInterest: why !== undefined
    }
    const put = awardCaseOf("agreed", state, rules, facts.cohort.state, limiters)
    const indicated = yield* Result.mapError(derive(put), refused)
    return { rules, indicated, case: put }
  })

/** Whether the parties may agree a level: the award's own rule, answered in the words of a decision. */
export const agreeable = (
  { indicated, rules }: JudgedByRule,
  level: Level,
  reason: KeptText | undefined,
  { school, supported }: { readonly school: string; readonly supported: boolean }
): Result.Result<Agreement, Rejection> => {
  const { maxShift } = rules.ruleSet
  const { limits } = indicated
  const best = indicated.complete ? indicated.level : indicated.provisional
  const agreed = mayAgree(indicated, level, {
    rule: { maxShift },
    // The rule asks whether words were written, and reads none.
    ...(reason !== undefined && hasWords(reason) ? { reason: "in words" } : {}),
    secondAssessor: supported
  })
  return Result.mapError(agreed, ({ _tag }) => {
    switch (_tag) {
      case "Incomplete":
        return JudgementsNotAgreed({ criteria: indicated.complete ? [] : indicated.unjudged })
      case "Blocked":
        return AwardBlocked({ by: limits.blockedBy })
      case "NoAward":
        return NoAwardAtNone({ school })
      case "AboveCap":
        return LevelAboveCap({ level, cap: levelOf(limits.cap), by: limits.cappedBy })
      case "ShiftTooLarge":
        return ShiftTooLarge({ indicated: best, level, maxShift })
      case "ReasonMissing":
        return ReasonMissing({ why: `${level} is proposed where best fit indicates ${best}` })
      case "SecondAssessorMissing":
        return ShiftNotSupported({ indicated: best, level })
    }
  })
}
