// The forms that files and lines have beside those of a criteria set and a rule: what is read line by line, and what
// is answered. A reader that knows the criteria set says more (`decodeJudgements`, `decodeEvidence`).
import { Schema } from "effect"
import { CriteriaSet, CriterionId, ThemeId } from "../../criteria/set/criteria-set.ts"
import { Level } from "../../vocabulary/level.ts"
import { Judgement } from "../case/judgement.ts"
import { RuleFile } from "../rule/rule-set.ts"
import { ExplanationForm, LimiterName } from "./explanation-form.ts"
import type { InterchangeResult } from "./result.ts"

/** A holder is a school's URN or whatever the sender knows it by: longer than this is something else. */
export const longestHolder = 200

/** Judgements by criterion id; a criterion that is absent is not yet judged. */
export const JudgementsForm = Schema.Record(CriterionId, Judgement).annotate({
  identifier: "Judgements",
  description: "Judgements by criterion id; a criterion that is absent is not yet judged."
})

/** Counting items of evidence by criterion id. */
export const EvidenceForm = Schema.Record(
  CriterionId,
  Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
).annotate({
  identifier: "Evidence",
  description: "How many items of evidence count, by criterion id; a criterion that is absent has none."
})

const PresetForm = Schema.Literals([
  "best-fit/1",
  "secure-fit/1",
  "six-of-seven-style/1",
  "two-of-nine-style/1"
]).annotate({ identifier: "PresetName", description: "A rule shipped with the library, by its name." })

/** A line of a batch: a case. What it leaves out is taken from the command's flags. */
export const BatchLine = Schema.Struct({
  criteriaSet: Schema.optionalKey(CriteriaSet),
  rule: Schema.optionalKey(Schema.Union([PresetForm, RuleFile])),
  judgements: JudgementsForm,
  evidence: Schema.optionalKey(EvidenceForm)
}).annotate({
  identifier: "BatchLine",
  description: "A case of a batch; what it leaves out is taken from --criteria and --rule."
})

/** A line of a dry run's holders. */
export const HolderLine = Schema.Struct({
  holder: Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(longestHolder)),
  judgements: JudgementsForm,
  evidence: Schema.optionalKey(EvidenceForm)
}).annotate({ identifier: "HolderLine", description: "A holder of a dry run, and what it was judged." })

const limiters = Schema.optionalKey(Schema.Array(LimiterName))

const Indicated: Schema.Codec<InterchangeResult> = Schema.Struct({
  level: Schema.NullOr(Level),
  complete: Schema.Boolean,
  themes: Schema.Array(Schema.Struct({ id: ThemeId, level: Schema.NullOr(Level) })),
  unjudged: Schema.optionalKey(Schema.Array(CriterionId)),
  advisedBy: limiters,
  cappedBy: limiters,
  blockedBy: limiters,
  reasons: Schema.optionalKey(ExplanationForm)
}).annotate({
  identifier: "Indicated",
  description:
    "What a case indicates; level is null where something is not judged yet, and unjudged names it."
})

const Refused = Schema.Struct({
  error: Schema.Struct({ path: Schema.String, expected: Schema.String, got: Schema.String })
}).annotate({ identifier: "Refused", description: "What is wrong with a line of a batch." })

/** The result of a case; of a line of a batch also what is wrong with it. */
export const ResultForm = Schema.Union([Indicated, Refused])
