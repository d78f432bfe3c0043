// What a version of a scheme's criteria set has come to.
import type { PartialDate } from "../../vocabulary/index.ts"
import type { Audience } from "./audience.ts"
import type { CriteriaSet, Theme } from "../set/criteria-set.ts"
import type { CommentFrom, CommentId, CommentOutcome, GuidanceId, HttpsLink } from "./identifiers.ts"
import type { Publication } from "../deciding/notice.ts"
import type { Tip } from "../set/tip.ts"
import type { CriterionId, ThemeId } from "../set/wording.ts"

/** From when until when a draft is out for comment. */
export interface Consultation {
  readonly from: PartialDate
  readonly until: PartialDate
}

/** A comment on a draft, without its words: no rule reads them. */
export interface Comment {
  readonly theme: ThemeId | undefined
  readonly criterion: CriterionId | undefined
  readonly from: CommentFrom | undefined
  readonly receivedOn: PartialDate
  readonly answered: { readonly on: PartialDate; readonly outcome: CommentOutcome } | undefined
}

/** Guidance as it was linked. */
export interface Guidance {
  readonly title: string
  readonly link: HttpsLink
  readonly criterion: CriterionId | undefined
  readonly audience: Audience
  readonly withdrawn: boolean
}

/** When a version was withdrawn. */
export interface Withdrawal {
  readonly on: PartialDate
}

/** A criteria set's life so far. */
export interface CriteriaState {
  readonly drafted: boolean
  readonly id: string
  readonly version: string
  readonly title: string
  readonly notice: string | undefined
  readonly themes: ReadonlyArray<Theme>
  readonly tips: ReadonlyArray<Tip>
  readonly consultation: Consultation | undefined
  readonly comments: ReadonlyMap<CommentId, Comment>
  readonly published: Publication | undefined
  readonly withdrawn: Withdrawal | undefined
  readonly guidance: ReadonlyMap<GuidanceId, Guidance>
}

/** The criteria set of a state, as files hold it. */
export const criteriaSetOf = ({
  id,
  notice,
  themes,
  tips,
  title,
  version
}: Pick<CriteriaState, "id" | "notice" | "themes" | "tips" | "title" | "version">): CriteriaSet => ({
  id,
  version,
  title,
  ...(notice === undefined ? {} : { notice }),
  themes,
  ...(tips.length === 0 ? {} : { tips })
})

/** How many of its comments are not answered. */
export const unansweredIn = ({ comments }: Pick<CriteriaState, "comments">): number =>
  [...comments.values()].filter(({ answered }) => answered === undefined).length
