// What the scheme's office asks for about a cohort.
import { Schema } from "effect"
import { commandType } from "../deciding/command.ts"
import { CohortLabel, PartialDate, SchemeId, SessionNumber, Text } from "../vocabulary/index.ts"
import { SchemeName } from "./events.ts"
import { CohortWindows } from "./windows.ts"

const cohort = { scheme: SchemeId, cohort: CohortLabel }

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

export const ChangeCohortWindows = commandType("ChangeCohortWindows", "Change a cohort's dates.", {
  ...cohort,
  windows: CohortWindows,
  reason: Schema.optionalKey(Text)
})

export const ScheduleCpdSession = commandType(
  "ScheduleCpdSession",
  "Schedule one of the four CPD sessions.",
  {
    ...cohort,
    session: SessionNumber,
    on: PartialDate
  }
)

export const MoveCpdSession = commandType("MoveCpdSession", "Move a CPD session to another date.", {
  ...cohort,
  session: SessionNumber,
  on: PartialDate
})

export const CancelCpdSession = commandType("CancelCpdSession", "Cancel a CPD session.", {
  ...cohort,
  session: SessionNumber,
  reason: Schema.optionalKey(Text)
})

export const CloseCohort = commandType("CloseCohort", "Close a cohort: no school joins it any more.", {
  ...cohort,
  reason: Schema.optionalKey(Text)
})
