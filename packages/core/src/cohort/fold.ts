// What is known of a cohort. How many schools it has is no part of it: that is a value at a date, counted from
// the schools themselves.
import { foldOf } from "../deciding/declaring/fold.ts"
import type { PartialDate, SessionNumber } from "../vocabulary/index.ts"
import { type CohortEvent, cohortEvents } from "./events.ts"
import type { CohortWindows, DatesWarning } from "./windows.ts"

/** A CPD session of a cohort. */
export interface CpdSession {
  readonly on: PartialDate
  readonly cancelled: boolean
}

/** A cohort so far. */
export interface CohortState {
  readonly launched: boolean
  readonly label: string
  readonly title: string | undefined
  readonly area: string | undefined
  readonly windows: CohortWindows
  readonly warnings: ReadonlyArray<DatesWarning>
  readonly sessions: ReadonlyMap<SessionNumber, CpdSession>
  readonly closed: boolean
}

type Draft = { -readonly [Key in keyof CohortState]: CohortState[Key] } & {
  sessions: Map<SessionNumber, CpdSession>
}

/** Folds a cohort's stream. */
export const cohortFold = foldOf<CohortState, Draft, CohortEvent>({
  types: cohortEvents,
  initial: {
    launched: false,
    label: "",
    title: undefined,
    area: undefined,
    windows: {},
    warnings: [],
    sessions: new Map(),
    closed: false
  },
  thaw: ({ launched, label, title, area, windows, warnings, sessions, closed }) => ({
    launched,
    label,
    title,
    area,
    windows,
    warnings,
    sessions: new Map(sessions),
    closed
  }),
  apply: (draft, { data, type }) => {
    switch (type) {
      case "CohortLaunched.v1":
        draft.launched = true
        draft.label = data.cohort
        draft.title = data.title
        draft.area = data.area
        draft.windows = data.windows
        draft.warnings = data.warnings
        return
      case "CohortWindowsChanged.v1":
        draft.windows = data.windows
        draft.warnings = data.warnings
        return
      case "CpdSessionScheduled.v1":
        draft.sessions.set(data.session, { on: data.on, cancelled: false })
        return
      case "CpdSessionMoved.v1":
        draft.sessions.set(data.session, { on: data.to, cancelled: false })
        return
      case "CpdSessionCancelled.v1": {
        const session = draft.sessions.get(data.session)
        if (session !== undefined) draft.sessions.set(data.session, { on: session.on, cancelled: true })
        return
      }
      case "CohortClosed.v1":
        draft.closed = true
        return
    }
  }
})
