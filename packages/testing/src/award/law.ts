// A law is a value: a number, a name, a promise, and a function that puts it to one case. So the same law can be put
// to ten thousand generated cases, to one case in a property test of your own, and to each smaller case when the
// smallest counter-example is looked for.
import type { AwardCase, Level, RuleSet } from "@lcqm/core"
import type { Raised, TestedRule } from "./rule-to-test.ts"

/** The names of the eleven laws. */
export type LawName =
  | "monotone"
  | "unanimity"
  | "bounds"
  | "orderIrrelevant"
  | "weightScaling"
  | "closedForm"
  | "notApplicableIsRemoved"
  | "whatIfSoundAndMinimal"
  | "stricterNeverHigher"
  | "levelFromLeaves"
  | "unchangedByLaterRules"

/** What was done to a case, or asked about it, before its level was looked at again. */
export type Change =
  | { readonly kind: "nothing" }
  | {
      readonly kind: "criterion raised"
      readonly criterion: string
      readonly from: Level
      readonly to: Level
    }
  | {
      readonly kind: "evidence added"
      readonly criterion: string
      readonly from: number
      readonly to: number
    }
  | { readonly kind: "reordered"; readonly to: AwardCase }
  | { readonly kind: "weights scaled"; readonly by: number }
  | { readonly kind: "set aside removed"; readonly criteria: ReadonlyArray<string> }
  | {
      readonly kind: "upgraded"
      readonly target: Level
      readonly set: ReadonlyArray<Raised>
      /** A cheaper or a further set that reaches the target too, where that is what is wrong. */
      readonly other: ReadonlyArray<Raised> | null
    }
  | { readonly kind: "made stricter"; readonly name: string }
  | { readonly kind: "later rule asked"; readonly rule: RuleSet }
  | { readonly kind: "threw" }
  | { readonly kind: "no answer" }

/** A case in which a law does not hold. */
export interface Violation {
  readonly input: AwardCase
  readonly change: Change
  /** The award before the change and after it; null where there is none. */
  readonly before: Level | null
  readonly after: Level | null
  /** The theme that breaks the law, where it is not the award that does. */
  readonly theme: { readonly id: string; readonly before: Level | null; readonly after: Level | null } | null
  /** What happened and what the law says, in the scheme's words. */
  readonly told: ReadonlyArray<string>
}

/** One putting of a law to a case: chance that is the same at every repetition, and what was met is written down. */
export interface Trial {
  /** Which of the cases this is, from 0. */
  readonly index: number
  /** A whole number from 0 below another. */
  readonly below: (limit: number) => number
  /** Says that the rule gave this level to a case the law speaks of. */
  readonly reached: (level: Level) => void
  /** Says that something was met without which the law would hold for want of cases. */
  readonly met: (what: string) => void
}

/** A law of award rules. */
export interface Law {
  readonly number: number
  readonly name: LawName
  /** What it says, as a sentence. */
  readonly promise: string
  /** The companion it needs and the rule lacks; null where it can be put. */
  readonly lacks: (tested: TestedRule) => string | null
  /** What must be met beside the four levels. */
  readonly toMeet: (tested: TestedRule) => ReadonlyArray<string>
  /** All the cases it speaks of, where they can be listed; otherwise, or where null, cases are drawn. */
  readonly everyCase?: (tested: TestedRule) => Iterable<AwardCase> | null
  readonly put: (tested: TestedRule, input: AwardCase, trial: Trial) => Violation | null
}

/** What a law lacks that can be put to any rule. */
export const nothingLacking = (): null => null

/** What a law must meet beside the levels, where there is nothing. */
export const nothingMore = (): ReadonlyArray<string> => []
