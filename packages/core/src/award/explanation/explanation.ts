// The form of an explanation: a tree from the award down to the judgements and the evidence, as plain data.
// Prose, HTML and JSON are renderings of this one tree. Each node has its verdict, the numbers compared and the
// ids of the events it rests on; a node with a level also has what failed for the next level up.
import type { CriterionId, ThemeId } from "../../criteria/set/criteria-set.ts"
import type { Level } from "../../vocabulary/level.ts"
import type { Judgement } from "../case/judgement.ts"
import type { LimiterName } from "../deriving/limiters.ts"
import type { LimiterAction, RuleSet } from "../rule/rule-set.ts"

/** The ids of the events a node rests on, each once, in the order of the criteria set; empty where not given. */
export type EventIds = ReadonlyArray<string>

/** Why not the next level up: the level, and the terms that failed for it. */
export interface WhyNot<Term> {
  readonly level: Level
  readonly failed: ReadonlyArray<Term>
}

/** A leaf: what was judged; `null` where nothing was yet. */
export interface JudgementLeaf {
  readonly kind: "judgement"
  readonly judged: Judgement | null
  readonly events: EventIds
}

/** A leaf: how many items of evidence count (step 1), and whether they are as many as the rule asks for. */
export interface EvidenceLeaf {
  readonly kind: "evidence"
  readonly items: number
  readonly needed: number
  readonly enough: boolean
  readonly events: EventIds
}

/** What a criterion counts as. `evidence` is null where the case gives none, so that the gate is not applied. */
export interface CriterionNode {
  readonly kind: "criterion"
  readonly id: CriterionId
  readonly title: string
  readonly weight: number
  readonly essential: boolean
  readonly verdict: "judged" | "too little evidence" | "unjudged" | "set aside"
  /** The level it counts as in its theme; null where it is set aside. */
  readonly countsAs: Level | null
  readonly judgement: JudgementLeaf
  readonly evidence: EvidenceLeaf | null
  readonly events: EventIds
}

/** Step 3: whether the majority of the weight is at the level. Holds if weight x den > num x of (≥ if not strict). */
export interface MajorityTerm {
  readonly kind: "majority"
  readonly at: Level
  readonly holds: boolean
  readonly weight: number
  readonly of: number
  readonly num: number
  readonly den: number
  readonly strict: boolean
  readonly below: ReadonlyArray<CriterionId>
}

/** Step 3 (a): whether every essential criterion is at the level. */
export interface EssentialTerm {
  readonly kind: "essential"
  readonly at: Level
  readonly holds: boolean
  readonly lowest: Level
  readonly below: ReadonlyArray<CriterionId>
}

/** Step 3 (b): whether the weakest criterion is at most `criterionGap` below the level. */
export interface WeakestTerm {
  readonly kind: "weakest"
  readonly at: Level
  readonly holds: boolean
  readonly weakest: Level
  readonly criterionGap: number
  readonly below: ReadonlyArray<CriterionId>
}

/** A term of step 3, at one level. `below` names the criteria that are too low for it. */
export type ThemeTerm = MajorityTerm | EssentialTerm | WeakestTerm

/** A theme; `level` is null where every criterion is set aside and it takes no part. At none it has no terms. */
export interface ThemeNode {
  readonly kind: "theme"
  readonly id: ThemeId
  readonly title: string
  readonly level: Level | null
  readonly terms: ReadonlyArray<ThemeTerm>
  readonly next: WhyNot<ThemeTerm> | null
  readonly criteria: ReadonlyArray<CriterionNode>
  readonly events: EventIds
}

/** Step 4: whether enough themes are at the level. `of` counts the themes that take part. */
export interface EnoughThemesTerm {
  readonly kind: "enough themes"
  readonly at: Level
  readonly holds: boolean
  readonly have: number
  readonly needed: number
  readonly of: number
  readonly below: ReadonlyArray<ThemeId>
}

/** Step 4: whether no theme is below max(level − `themeGap`, `absoluteFloor`), which is `lowestPermitted`. */
export interface NoneTooLowTerm {
  readonly kind: "none too low"
  readonly at: Level
  readonly holds: boolean
  readonly lowest: Level
  readonly lowestPermitted: Level
  readonly below: ReadonlyArray<ThemeId>
}

/** Step 5: whether no cap in force is below the level. Only where a limiter caps. */
export interface CapTerm {
  readonly kind: "cap"
  readonly at: Level
  readonly holds: boolean
  readonly cap: Level
  readonly limiters: ReadonlyArray<LimiterName>
}

/** A term of steps 4 and 5, at one level. */
export type AwardTerm = EnoughThemesTerm | NoneTooLowTerm | CapTerm

/** A leaf: a limiter that is the case, and what the rule lets it do. */
export interface LimiterLeaf {
  readonly kind: "limiter"
  readonly name: LimiterName
  readonly action: LimiterAction
  readonly events: EventIds
}

/**
 * The root. `level` is null where the case is incomplete; `provisional` is then the level that counts what is
 * unjudged as none, and otherwise equals `level`. `terms` and `next` are about `provisional`.
 */
export interface AwardNode {
  readonly kind: "award"
  readonly criteriaSet: { readonly id: string; readonly version: string }
  readonly rule: RuleSet
  readonly level: Level | null
  readonly provisional: Level
  readonly unjudged: ReadonlyArray<CriterionId>
  readonly terms: ReadonlyArray<AwardTerm>
  readonly next: WhyNot<AwardTerm> | null
  readonly themes: ReadonlyArray<ThemeNode>
  readonly limiters: ReadonlyArray<LimiterLeaf>
  readonly events: EventIds
}

/** The ids of the events that a case rests on, where the caller has them. */
export interface Provenance {
  readonly judgements?: Readonly<Record<CriterionId, EventIds>>
  readonly evidence?: Readonly<Record<CriterionId, EventIds>>
  readonly limiters?: { readonly [Name in LimiterName]?: EventIds }
  /** Of the enrolment that pinned the criteria set and the rule set, and of their publication. */
  readonly pinned?: EventIds
}
