// What may happen to an enrolment instead of an award: further work, none at all, a pause, an end.
import { byAssessor, byChampion, byOffice } from "./commands.ts"
import { aText, criteriaOf, type OtherWay, type Stage } from "./stage.ts"

/** How each of these stages is reached. */
export const otherWays: Readonly<Record<OtherWay, Stage>> = {
  "further work asked": {
    after: "judgements agreed",
    on: "2017-11-16",
    by: ({ criteriaSet }) => {
      const [first = ""] = criteriaOf(criteriaSet)
      return [byAssessor("AskFurtherWork", { criteria: [first], by: "2018-02-28" })]
    }
  },
  "further work submitted": {
    after: "further work asked",
    on: "2018-02-20",
    by: () => [byChampion("SubmitFurtherWork", {})]
  },
  withheld: {
    after: "judgements agreed",
    on: "2017-11-20",
    by: () => [byAssessor("WithholdAward", { reason: aText("The evidence is not the school's own.") })]
  },
  deferred: {
    after: "with champion",
    on: "2017-03-01",
    by: () => [
      byOffice("DeferEnrolment", { until: "2018", reason: aText("A new head teacher from Easter.") })
    ]
  },
  withdrawn: {
    after: "with champion",
    on: "2017-03-01",
    by: () => [byOffice("WithdrawEnrolment", { reason: aText("The school closes at the end of the year.") })]
  }
}
