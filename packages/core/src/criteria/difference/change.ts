// What can differ between two versions of a criteria set, each difference by itself: for people to read, and complete,
// so that the one version can be made of the other.
import type { CriteriaSet, Criterion } from "../set/criteria-set.ts"
import type { Tip } from "../set/tip.ts"
import type { CriterionId, Descriptors, ThemeId } from "../set/wording.ts"

/** Where a criterion stands: in which theme, and after how many others there. */
export interface CriterionPlace {
  readonly theme: ThemeId
  readonly at: number
}

/** One difference. Places are counted from 0 and are those of the version they are named for. */
export type CriteriaChange =
  | {
      readonly change: "heading reworded"
      readonly field: "id" | "version" | "title" | "notice"
      readonly from: string | undefined
      readonly to: string | undefined
    }
  | { readonly change: "theme added"; readonly theme: ThemeId; readonly title: string; readonly at: number }
  | { readonly change: "theme removed"; readonly theme: ThemeId; readonly title: string }
  | {
      readonly change: "theme reworded"
      readonly theme: ThemeId
      readonly from: string
      readonly to: string
    }
  | { readonly change: "theme moved"; readonly theme: ThemeId; readonly from: number; readonly to: number }
  | { readonly change: "criterion added"; readonly criterion: Criterion; readonly at: CriterionPlace }
  | {
      readonly change: "criterion removed"
      readonly criterion: CriterionId
      readonly title: string
      readonly theme: ThemeId
    }
  | {
      readonly change: "criterion moved"
      readonly criterion: CriterionId
      readonly from: CriterionPlace
      readonly to: CriterionPlace
    }
  | {
      readonly change: "criterion reworded"
      readonly criterion: CriterionId
      readonly from: string
      readonly to: string
    }
  | {
      /** What it looks like at a level is described otherwise. */
      readonly change: "criterion re-levelled"
      readonly criterion: CriterionId
      readonly from: Descriptors | undefined
      readonly to: Descriptors | undefined
    }
  | {
      readonly change: "weight changed"
      readonly criterion: CriterionId
      readonly from: number
      readonly to: number
    }
  | {
      readonly change: "essential changed"
      readonly criterion: CriterionId
      readonly from: boolean
      readonly to: boolean
    }
  | { readonly change: "tip added"; readonly tip: Tip; readonly at: number }
  | { readonly change: "tip removed"; readonly tip: Tip }
  | { readonly change: "tip moved"; readonly tip: string; readonly from: number; readonly to: number }
  | { readonly change: "tip reworded"; readonly from: Tip; readonly to: Tip }

/** The name of a kind of difference. */
export type CriteriaChangeName = CriteriaChange["change"]

/** Everything that differs between two versions; no change where they say the same. */
export interface CriteriaDifference {
  readonly from: Pick<CriteriaSet, "id" | "version">
  readonly to: Pick<CriteriaSet, "id" | "version">
  readonly changes: ReadonlyArray<CriteriaChange>
}
