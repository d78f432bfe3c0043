// What the scheme's office asks for about a cohort.
import { Schema } from "effect"
import { commandType } from "../deciding/declaring/command.ts"
import { CohortLabel, PartialDate, SchemeId, SessionNumber, Text } from "../vocabulary/index.ts"
import { SchemeName } from "./events.ts"
import { CohortWindows } from "./windows.ts"

const cohort = { scheme: SchemeId, cohort: CohortLabel }

/** Launch a cohort, with its dates as far as they are given. */
export const LaunchCohort = commandType(
  "LaunchCohort",
  "Launch a cohort, with its dates as far as they are given.",
  {
    ...cohort,
    title: Schema.optionalKey(SchemeName),
    area: Schema.optionalKey(SchemeName),
    windows: CohortWindows
  }
)

/** Change a cohort's dates. */
export const ChangeCohortWindows = commandType("ChangeCohortWindows", "Change a cohort's dates.", {
  ...cohort,
  windows: CohortWindows,
  reason: Schema.optionalKey(Text)
})

/** Schedule one of the four CPD sessions. */
export const ScheduleCpdSession = commandType(
  "ScheduleCpdSession",
  "Schedule one of the four CPD sessions.",
  {
    ...cohort,
    session: SessionNumber,
    on: PartialDate
  }
)

/** Move a CPD session to another date. */
export const MoveCpdSession = commandType("MoveCpdSession", "Move a CPD session to another date.", {
  ...cohort,
  session: SessionNumber,
  on: PartialDate
})

/** Cancel a CPD session. */
export const CancelCpdSession = commandType("CancelCpdSession", "Cancel a CPD session.", {
  ...cohort,
  session: SessionNumber,
  reason: Schema.optionalKey(Text)
})

/** Close a cohort: no school joins it any more. */
export const CloseCohort = commandType("CloseCohort", "Close a cohort: no school joins it any more.", {
  ...cohort,
  reason: Schema.optionalKey(Text)
})
