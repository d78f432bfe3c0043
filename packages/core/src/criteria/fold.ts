// What is known of one version of a scheme's criteria set.
import { foldOf } from "../deciding/fold.ts"
import type { PartialDate } from "../vocabulary/index.ts"
import type { CriteriaSet, Theme } from "./criteria-set.ts"
import { criteriaEvents, type CriteriaEvent } from "./events.ts"

/** A criteria set's life so far. */
export interface CriteriaState {
  readonly drafted: boolean
  readonly id: string
  readonly version: string
  readonly title: string
  readonly notice: string | undefined
  readonly themes: ReadonlyArray<Theme>
  readonly published: Publication | undefined
}

/** When a criteria set or a rule set was published, what it was then, and from when it is in force. */
export interface Publication {
  readonly hash: string
  readonly publishedOn: PartialDate
  readonly inForceFrom: PartialDate
}

type Draft = { -readonly [Key in keyof CriteriaState]: CriteriaState[Key] }

/** Folds a criteria set's stream. */
export const criteriaFold = foldOf<CriteriaState, Draft, CriteriaEvent>({
  types: criteriaEvents,
  initial: {
    drafted: false,
    id: "",
    version: "",
    title: "",
    notice: undefined,
    themes: [],
    published: undefined
  },
  thaw: ({ drafted, id, version, title, notice, themes, published }) => ({
    drafted,
    id,
    version,
    title,
    notice,
    themes,
    published
  }),
  apply: (draft, { data, type }) => {
    switch (type) {
      case "CriteriaSetDrafted.v1":
        draft.drafted = true
        draft.id = data.id
        draft.version = data.version
        draft.title = data.title
        draft.notice = data.notice
        return
      case "ThemeDrafted.v1":
        draft.themes = [...draft.themes, data.theme]
        return
      case "CriteriaSetPublished.v1":
        draft.published = { hash: data.hash, publishedOn: data.publishedOn, inForceFrom: data.inForceFrom }
        return
    }
  }
})

/** The criteria set of a state, as files hold it. */
export const criteriaSetOf = ({ id, notice, themes, title, version }: CriteriaState): CriteriaSet => ({
  id,
  version,
  title,
  ...(notice === undefined ? {} : { notice }),
  themes
})
