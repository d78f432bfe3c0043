// Pausing, moving to another cohort and leaving: planned is not awarded, and all of these are ordinary.
import { describe, it } from "vitest"
import {
  byChampion,
  byOffice,
  given,
  people,
  scheme,
  school,
  smallWorld,
  theOffice
} from "@lcqm/testing/given-when-then"

const enrolled = smallWorld.at("enrolled")
const deferred = smallWorld.at("deferred")
const reason = { about: [], text: "The head teacher asked for it." }
const describeSetting = byChampion("DescribeSetting", { setting: reason })

describe("a deferred enrolment", () => {
  it("says until when, where that is known, and why", () => {
    given(enrolled)
      .when(byOffice("DeferEnrolment", { until: "2018-01", reason }))
      .then([{ type: "EnrolmentDeferred.v1", data: { until: "2018-01", reason } }])
    given(enrolled)
      .when(byOffice("DeferEnrolment", { reason }))
      .then([{ type: "EnrolmentDeferred.v1", data: { reason } }])
  })

  it("rests until it is resumed", () => {
    given(deferred)
      .when(describeSetting)
      .thenRejected("EnrolmentIsDeferred", { school })
      .remediedBy(byOffice("ResumeEnrolment", {}))
    given(deferred)
      .when(byOffice("DeferEnrolment", { reason }))
      .thenRejected("EnrolmentIsDeferred")
      .remediedBy(byOffice("ResumeEnrolment", {}))
  })

  it("is resumed, once", () => {
    given(deferred)
      .when(byOffice("ResumeEnrolment", {}))
      .then([{ type: "EnrolmentResumed.v1", data: {} }])
      .when(byOffice("ResumeEnrolment", {}))
      .thenRejected("NotDeferred", { school })
  })

  it("may be transferred while it rests, and rests on in the new cohort", () => {
    given(deferred)
      .when(byOffice("TransferEnrolment", { cohort: "2", reason }))
      .then([{ type: "EnrolmentTransferred.v1", data: { from: "1", to: "2", reason } }])
      .when(describeSetting)
      .thenRejected("EnrolmentIsDeferred")
  })
})

describe("a transfer", () => {
  it("is to another cohort, which was launched and is open", () => {
    given(enrolled)
      .when(byOffice("TransferEnrolment", { cohort: "1" }))
      .thenRejected("AlreadyInCohort", { school, cohort: "1" })
      .remediedBySending(byOffice("TransferEnrolment", { cohort: "2" }))
    given(enrolled)
      .when(byOffice("TransferEnrolment", { cohort: "9" }))
      .thenRejected("CohortUnknown", { cohort: "9" })
      .remediedBy({ type: "LaunchCohort", actor: theOffice, data: { scheme, cohort: "9", windows: {} } })
  })

  it("leaves the school on the criteria and rules it began with", () => {
    given(enrolled)
      .having(
        byOffice("TransferEnrolment", { cohort: "2" }),
        byOffice("AppointChampion", { champion: people.champion })
      )
      .when(byChampion("SelfAssessCriterion", { criterion: "families.events", judgement: { level: "gold" } }))
      .thenAccepted()
  })
})

describe("a withdrawn enrolment", () => {
  it("is withdrawn with a reason, also while it is deferred", () => {
    for (const stage of [enrolled, deferred]) {
      given(stage)
        .when(byOffice("WithdrawEnrolment", { reason }))
        .then([{ type: "EnrolmentWithdrawn.v1", data: { reason } }])
    }
  })

  it.each(["withdrawn", "withheld"] as const)(
    "is over, as one whose award is %s is, until the school enrols anew",
    (stage) => {
      const over = given(smallWorld.at(stage))
      over.when(byOffice("WithdrawEnrolment", { reason })).thenRejected("EnrolmentOver", { stage })
      over.when(byOffice("ResumeEnrolment", {})).thenRejected("EnrolmentOver", { stage })
      over
        .when(byOffice("ReplaceChampion", { champion: people.nextChampion }))
        .thenRejected("EnrolmentOver", { school, stage })
        .remediedBy(
          byOffice("EnrolSchool", { cohort: "2", criteriaSet: "small.1", ruleSet: "1" }),
          byOffice("AppointChampion", { champion: people.champion })
        )
    }
  )

  it("is not one whose award is agreed: that stays as it is", () => {
    const agreed = given(smallWorld.at("agreed"))
    agreed
      .when(byOffice("WithdrawEnrolment", { reason }))
      .thenRejected("AlreadyAgreed", { school, level: "silver" })
    agreed.when(byOffice("ResumeEnrolment", {})).thenRejected("AlreadyAgreed", { level: "silver" })
    agreed.when(byOffice("TransferEnrolment", { cohort: "2" })).thenRejected("AlreadyAgreed")
  })
})
