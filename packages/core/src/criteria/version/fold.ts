// What is known of one version of a scheme's criteria set.
import { foldOf } from "../../deciding/declaring/fold.ts"
import type { Theme } from "../set/criteria-set.ts"
import { criteriaEvents, type CriteriaEvent } from "./events.ts"
import type { CommentId, GuidanceId } from "./identifiers.ts"
import type { Comment, CriteriaState, Guidance } from "./state.ts"

type Draft = { -readonly [Key in keyof CriteriaState]: CriteriaState[Key] } & {
  comments: Map<CommentId, Comment>
  guidance: Map<GuidanceId, Guidance>
}

// A theme that is drafted anew stays where it is; a new one comes last.
const withTheme = (themes: ReadonlyArray<Theme>, theme: Theme): ReadonlyArray<Theme> =>
  themes.some(({ id }) => id === theme.id)
    ? themes.map((each) => (each.id === theme.id ? theme : each))
    : [...themes, theme]

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
    tips: [],
    consultation: undefined,
    comments: new Map(),
    published: undefined,
    withdrawn: undefined,
    guidance: new Map()
  },
  thaw: (state) => ({ ...state, comments: new Map(state.comments), guidance: new Map(state.guidance) }),
  apply: (draft, { data, metadata, type }) => {
    switch (type) {
      case "CriteriaSetDrafted.v1":
        draft.drafted = true
        draft.id = data.id
        draft.version = data.version
        draft.title = data.title
        draft.notice = data.notice
        return
      case "ThemeDrafted.v1":
        draft.themes = withTheme(draft.themes, data.theme)
        return
      case "ThemeDropped.v1":
        draft.themes = draft.themes.filter(({ id }) => id !== data.theme)
        return
      case "TipsDrafted.v1":
        draft.tips = data.tips
        return
      case "ConsultationOpened.v1":
        draft.consultation = { from: data.from, until: data.until }
        return
      case "CommentReceived.v1": {
        const { comment, criterion, from, theme } = data
        draft.comments.set(comment, {
          theme,
          criterion,
          from,
          receivedOn: metadata.occurredOn,
          answered: undefined
        })
        return
      }
      case "CommentAnswered.v1": {
        const comment = draft.comments.get(data.comment)
        if (comment !== undefined) {
          const answered = { on: metadata.occurredOn, outcome: data.outcome }
          draft.comments.set(data.comment, { ...comment, answered })
        }
        return
      }
      case "CriteriaSetPublished.v1":
        draft.published = { hash: data.hash, publishedOn: data.publishedOn, inForceFrom: data.inForceFrom }
        return
      case "CriteriaSetWithdrawn.v1":
        draft.withdrawn = { on: metadata.occurredOn }
        return
      case "GuidanceLinked.v1": {
        const { audience = {}, criterion, guidance, link, title } = data
        draft.guidance.set(guidance, { title, link, criterion, audience, withdrawn: false })
        return
      }
      case "GuidanceWithdrawn.v1": {
        const guidance = draft.guidance.get(data.guidance)
        if (guidance !== undefined) draft.guidance.set(data.guidance, { ...guidance, withdrawn: true })
        return
      }
    }
  }
})
