// When a cohort trains and is assessed, as the scheme says it: a month, a month without a year, or nothing.
import { Schema } from "effect"
import { isCertainlyBefore, PartialDate } from "../vocabulary/index.ts"

/** A stretch of time as given: when it begins and when it ends, each where it is said. */
export const GivenWindow = Schema.Struct({
  from: Schema.optionalKey(PartialDate),
  to: Schema.optionalKey(PartialDate)
}).annotate({
  identifier: "GivenWindow",
  description: "From when to when, as given; each end may be missing."
})
export type GivenWindow = typeof GivenWindow.Type

/** When a cohort is launched, trains and is assessed. Nothing is filled in that was not given. */
export const CohortWindows = Schema.Struct({
  launch: Schema.optionalKey(PartialDate),
  training: Schema.optionalKey(GivenWindow),
  assessment: Schema.optionalKey(GivenWindow)
}).annotate({ identifier: "CohortWindows" })
export type CohortWindows = typeof CohortWindows.Type

/**
 * What is odd about a cohort's dates. It is accepted and said, never repaired: the source itself prints a
 * cohort whose assessments (Feb 18) come before its training (April 18).
 */
export const DatesWarning = Schema.Literals([
  "AssessmentBeforeTraining",
  "TrainingEndsBeforeItBegins",
  "AssessmentEndsBeforeItBegins",
  "TrainingBeforeLaunch"
]).annotate({ identifier: "DatesWarning", description: "What is odd about a cohort's dates." })
export type DatesWarning = typeof DatesWarning.Type

const before = (earlier: PartialDate | undefined, later: PartialDate | undefined): boolean =>
  earlier !== undefined && later !== undefined && isCertainlyBefore(earlier, later)

/**
 * What is odd about these dates: only what is certain whichever days they mean.
 * @example
 * ```ts
 * import { datesWarnings } from "@lcqm/core"
 * datesWarnings({ training: { from: "2018-04" }, assessment: { from: "2018-02" } }) // => ["AssessmentBeforeTraining"]
 * datesWarnings({ training: { from: "2017-09" }, assessment: { from: "--11" } }) // => []
 * ```
 */
export const datesWarnings = ({
  assessment,
  launch,
  training
}: CohortWindows): ReadonlyArray<DatesWarning> => {
  const found: Array<DatesWarning> = []
  if (before(assessment?.from, training?.from)) found.push("AssessmentBeforeTraining")
  if (before(training?.to, training?.from)) found.push("TrainingEndsBeforeItBegins")
  if (before(assessment?.to, assessment?.from)) found.push("AssessmentEndsBeforeItBegins")
  if (before(training?.from, launch)) found.push("TrainingBeforeLaunch")
  return found
}

/** How a person is told of it. */
export const datesWarningSentence = (warning: DatesWarning): string => {
  switch (warning) {
    case "AssessmentBeforeTraining":
      return "assessments begin before training does"
    case "TrainingEndsBeforeItBegins":
      return "training ends before it begins"
    case "AssessmentEndsBeforeItBegins":
      return "assessments end before they begin"
    case "TrainingBeforeLaunch":
      return "training begins before the launch"
  }
}
