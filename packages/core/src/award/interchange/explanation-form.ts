// The form of an explanation in a file, as a schema: the types of `explanation.ts` once more, checked against them by
// the compiler, so that a JSON Schema can be made of them.
import { Schema } from "effect"
import { CriterionId, ThemeId } from "../../criteria/set/criteria-set.ts"
import { Level } from "../../vocabulary/level.ts"
import { Judgement } from "../case/judgement.ts"
import { LimiterAction, RuleSet } from "../rule/rule-set.ts"
import type {
  AwardNode,
  AwardTerm,
  CriterionNode,
  LimiterLeaf,
  ThemeNode,
  ThemeTerm
} from "../explanation/explanation.ts"

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
const EventIds = Schema.Array(Schema.String)
const Limiter = Schema.Literals(["cpdShortfall", "conflictOfInterest", "schoolClosed"])

/** The name of a limiter. */
export const LimiterName = Limiter

const term = { at: Level, holds: Schema.Boolean }

const ThemeTermForm: Schema.Codec<ThemeTerm> = Schema.Union([
  Schema.Struct({
    kind: Schema.Literal("majority"),
    ...term,
    weight: Count,
    of: Count,
    num: Count,
    den: Count,
    strict: Schema.Boolean,
    below: Schema.Array(CriterionId)
  }),
  Schema.Struct({
    kind: Schema.Literal("essential"),
    ...term,
    lowest: Level,
    below: Schema.Array(CriterionId)
  }),
  Schema.Struct({
    kind: Schema.Literal("weakest"),
    ...term,
    weakest: Level,
    criterionGap: Count,
    below: Schema.Array(CriterionId)
  })
]).annotate({ identifier: "ThemeTerm", description: "A term of step 3, at one level." })

const AwardTermForm: Schema.Codec<AwardTerm> = Schema.Union([
  Schema.Struct({
    kind: Schema.Literal("enough themes"),
    ...term,
    have: Count,
    needed: Count,
    of: Count,
    below: Schema.Array(ThemeId)
  }),
  Schema.Struct({
    kind: Schema.Literal("none too low"),
    ...term,
    lowest: Level,
    lowestPermitted: Level,
    below: Schema.Array(ThemeId)
  }),
  Schema.Struct({ kind: Schema.Literal("cap"), ...term, cap: Level, limiters: Schema.Array(Limiter) })
]).annotate({ identifier: "AwardTerm", description: "A term of steps 4 and 5, at one level." })

const CriterionForm: Schema.Codec<CriterionNode> = Schema.Struct({
  kind: Schema.Literal("criterion"),
  id: CriterionId,
  title: Schema.String,
  weight: Count,
  essential: Schema.Boolean,
  verdict: Schema.Literals(["judged", "too little evidence", "unjudged", "set aside"]),
  countsAs: Schema.NullOr(Level),
  judgement: Schema.Struct({
    kind: Schema.Literal("judgement"),
    judged: Schema.NullOr(Judgement),
    events: EventIds
  }),
  evidence: Schema.NullOr(
    Schema.Struct({
      kind: Schema.Literal("evidence"),
      items: Count,
      needed: Count,
      enough: Schema.Boolean,
      events: EventIds
    })
  ),
  events: EventIds
}).annotate({ identifier: "CriterionNode", description: "What a criterion counts as, and why." })

const ThemeForm: Schema.Codec<ThemeNode> = Schema.Struct({
  kind: Schema.Literal("theme"),
  id: ThemeId,
  title: Schema.String,
  level: Schema.NullOr(Level),
  terms: Schema.Array(ThemeTermForm),
  next: Schema.NullOr(Schema.Struct({ level: Level, failed: Schema.Array(ThemeTermForm) })),
  criteria: Schema.Array(CriterionForm),
  events: EventIds
}).annotate({ identifier: "ThemeNode", description: "A theme's level, its terms, and why not the next." })

const LimiterForm: Schema.Codec<LimiterLeaf> = Schema.Struct({
  kind: Schema.Literal("limiter"),
  name: Limiter,
  action: LimiterAction,
  events: EventIds
}).annotate({ identifier: "LimiterLeaf", description: "A limiter that is the case." })

/** An explanation as files hold it. */
export const ExplanationForm: Schema.Codec<AwardNode> = Schema.Struct({
  kind: Schema.Literal("award"),
  criteriaSet: Schema.Struct({ id: Schema.String, version: Schema.String }),
  rule: RuleSet,
  level: Schema.NullOr(Level),
  provisional: Level,
  unjudged: Schema.Array(CriterionId),
  terms: Schema.Array(AwardTermForm),
  next: Schema.NullOr(Schema.Struct({ level: Level, failed: Schema.Array(AwardTermForm) })),
  themes: Schema.Array(ThemeForm),
  limiters: Schema.Array(LimiterForm),
  events: EventIds
}).annotate({ identifier: "Explanation", description: "Why a case has the level it has, as a tree." })
