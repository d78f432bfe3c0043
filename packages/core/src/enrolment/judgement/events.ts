// These names are the stored format. What the school, the assessor and both together say of each criterion.
import { Schema } from "effect"
import { CriterionId } from "../../criteria/set/criteria-set.ts"
import { Basis } from "../../deciding/declaring/basis.ts"
import { eventType } from "../../event-store/index.ts"
import { KeptText, Level } from "../../vocabulary/index.ts"

/** A judgement of a criterion: a level, or set aside as not applicable, with a reason. */
export const Judging = Schema.Union([
  Schema.Struct({ level: Level }),
  Schema.Struct({ setAside: KeptText })
]).annotate({ identifier: "Judging", description: "A level, or set aside with a reason." })
export type Judging = typeof Judging.Type

/** The Champion judged a criterion in the school's self-assessment; an agreement on it falls. Stored as `CriterionSelfAssessed.v1`. */
export const CriterionSelfAssessed = eventType(
  "CriterionSelfAssessed",
  1,
  "The Champion judged a criterion in the school's self-assessment; an agreement on it falls.",
  { criterion: CriterionId, judgement: Judging }
)

/** The Champion declared the level the school is working at. Stored as `SelfAssessmentDeclared.v1`. */
export const SelfAssessmentDeclared = eventType(
  "SelfAssessmentDeclared",
  1,
  "The Champion declared the level the school is working at.",
  { indicated: Level, declared: Level, reason: Schema.optionalKey(KeptText), basis: Basis }
)

/** The Champion reopened the self-assessment. Stored as `SelfAssessmentReopened.v1`. */
export const SelfAssessmentReopened = eventType(
  "SelfAssessmentReopened",
  1,
  "The Champion reopened the self-assessment.",
  { reason: KeptText }
)

/** The assessor judged a criterion; an agreement on it falls. Stored as `CriterionAssessed.v1`. */
export const CriterionAssessed = eventType(
  "CriterionAssessed",
  1,
  "The assessor judged a criterion; an agreement on it falls.",
  { criterion: CriterionId, judgement: Judging }
)

/** Champion and assessor agreed the judgement of a criterion. Stored as `JudgementAgreed.v1`. */
export const JudgementAgreed = eventType(
  "JudgementAgreed",
  1,
  "Champion and assessor agreed the judgement of a criterion.",
  {
    criterion: CriterionId,
    judgement: Judging,
    /** Why, where self-assessment, assessor and the agreed judgement differ. */
    reason: Schema.optionalKey(KeptText)
  }
)

/** The event types of this concern, newest versions. */
export const judgementEvents = [
  CriterionSelfAssessed,
  SelfAssessmentDeclared,
  SelfAssessmentReopened,
  CriterionAssessed,
  JudgementAgreed
] as const
