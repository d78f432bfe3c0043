// What is asked for about judgements: the school's own, the assessor's, and those both agree.
import { Schema } from "effect"
import { CriterionId } from "../../criteria/set/criteria-set.ts"
import { commandType } from "../../deciding/declaring/command.ts"
import { Level, Text } from "../../vocabulary/index.ts"
import { school } from "../standing.ts"

/** A judgement as it is sent: a level, or set aside with a reason in words. */
export const WrittenJudging = Schema.Union([
  Schema.Struct({ level: Level }),
  Schema.Struct({ setAside: Text })
]).annotate({ identifier: "WrittenJudging", description: "A level, or set aside with a reason." })
/** A judgement as it is sent. */
export type WrittenJudging = typeof WrittenJudging.Type

const judging = { ...school, criterion: CriterionId, judgement: WrittenJudging }

/** Judge a criterion in the school's self-assessment, or set it aside. */
export const SelfAssessCriterion = commandType(
  "SelfAssessCriterion",
  "Judge a criterion in the school's self-assessment, or set it aside.",
  judging
)

/** Declare the level the school is working at. */
export const DeclareSelfAssessment = commandType(
  "DeclareSelfAssessment",
  "Declare the level the school is working at.",
  {
    ...school,
    declared: Level,
    /** Needed where the declared level differs from the indicated one. */
    reason: Schema.optionalKey(Text)
  }
)

/** Reopen the declared self-assessment. */
export const ReopenSelfAssessment = commandType(
  "ReopenSelfAssessment",
  "Reopen the declared self-assessment.",
  {
    ...school,
    reason: Text
  }
)

/** Judge a criterion as the assessor. */
export const AssessCriterion = commandType("AssessCriterion", "Judge a criterion as the assessor.", judging)

/** Record the judgement of a criterion that Champion and assessor agree on. */
export const AgreeJudgement = commandType(
  "AgreeJudgement",
  "Record the judgement of a criterion that Champion and assessor agree on.",
  {
    ...judging,
    /** Needed where self-assessment, assessor and agreed judgement are not all the same. */
    reason: Schema.optionalKey(Text)
  }
)
