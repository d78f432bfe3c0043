// What the award rule answers where it cannot judge a case at all. Each refusal is a value that says where,
// what was expected, what came and what to do; nothing here is thrown.

/** What every refusal of the award rule tells. `path` reads as `judgements.leadership.champion`. */
export interface RefusalDetail {
  readonly path: string
  readonly expected: string
  readonly got: string
  readonly remedy: string
}

/** The rule asks for something the criteria set cannot give, as `allowBelow` of six with six themes. */
export interface RuleDoesNotFit extends RefusalDetail {
  readonly _tag: "RuleDoesNotFit"
}

/** A judgement, evidence or a mapping names a criterion that the criteria set does not have. */
export interface UnknownCriterion extends RefusalDetail {
  readonly _tag: "UnknownCriterion"
}

/** A criterion is set aside that is essential, or more of a theme than the rule's `setAsideCap` permits. */
export interface SetAsideRefused extends RefusalDetail {
  readonly _tag: "SetAsideRefused"
}

/** Every criterion of every theme is set aside: there is nothing left to judge the school on. */
export interface NothingApplies extends RefusalDetail {
  readonly _tag: "NothingApplies"
}

/** Why the rule gives no level, complete or not. Source: design, "Award rules", steps 3 and 4, `setAsideCap`. */
export type AwardRefusal = RuleDoesNotFit | UnknownCriterion | SetAsideRefused | NothingApplies

/** Makes a refusal. */
export const refusal = <Tag extends string>(
  tag: Tag,
  path: string,
  expected: string,
  got: string,
  remedy: string
): RefusalDetail & { readonly _tag: Tag } => ({ _tag: tag, path, expected, got, remedy })
