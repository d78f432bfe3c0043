// Coming into a scheme: into an open cohort, on criteria and rules that are pinned for good.
import { describe, expect, it } from "vitest"
import {
  type Asked,
  byChampion,
  byOffice,
  given,
  onCohort,
  people,
  scheme,
  school,
  smallCriteriaSet,
  smallRuleSet,
  smallWorld,
  theOffice
} from "@lcqm/testing/given-when-then"
import type { LcqmCommand } from "../../src/index.ts"

const ready = smallWorld.at("ready").on("2017-02-01")
const enrolled = smallWorld.at("enrolled")
const { criteriaSet, criteriaSetHash, ruleSet, ruleSetHash } = smallWorld.rulesApplied()
const pins = {
  criteriaSet: { version: criteriaSet, hash: criteriaSetHash },
  ruleSet: { version: ruleSet, hash: ruleSetHash }
}
const enrol = byOffice("EnrolSchool", { cohort: "1", phase: "primary", criteriaSet, ruleSet })
const enrolIn = (cohort: string) => byOffice("EnrolSchool", { cohort, criteriaSet, ruleSet })
const reason = { about: [], text: "The head teacher asked for it." }
const describeSetting = byChampion("DescribeSetting", { setting: reason })

const publishRules = (
  changes: object,
  inForceFrom = "2017-01-15",
  named: { readonly publishedAs?: string } = {}
): Asked<LcqmCommand> => ({
  type: "PublishRuleSet",
  actor: theOffice,
  data: { scheme, ruleSet: { ...smallRuleSet, ...changes }, ...named, publishedOn: "2017-01-10", inForceFrom }
})

describe("enrolling a school", () => {
  it("pins the criteria set and the rule set, each with its hash", () => {
    given(ready)
      .when(enrol)
      .then([
        {
          type: "SchoolEnrolled.v1",
          data: { scheme, school, enrolment: 1, cohort: "1", phase: "primary", ...pins }
        }
      ])
  })

  it("fills in no phase where none is stated", () => {
    given(ready)
      .when(enrolIn("2"))
      .then([{ type: "SchoolEnrolled.v1", data: { scheme, school, enrolment: 1, cohort: "2", ...pins } }])
  })

  it("is into a cohort that was launched and is open", () => {
    given(ready)
      .when(enrolIn("9"))
      .thenRejected("CohortUnknown", { cohort: "9" })
      .remediedBy({ type: "LaunchCohort", actor: theOffice, data: { scheme, cohort: "9", windows: {} } })
    given(ready)
      .having(onCohort("CloseCohort", {}))
      .when(enrol)
      .thenRejected("CohortIsClosed", { cohort: "1" })
      .remediedBySending(enrolIn("2"))
  })

  it("is on published criteria and published rules", () => {
    given(ready)
      .when(byOffice("EnrolSchool", { cohort: "1", criteriaSet: "small.2", ruleSet }))
      .thenRejected("CriteriaSetUnknown", { version: "small.2" })
      .remediedBy({
        type: "PublishCriteriaSet",
        actor: theOffice,
        data: {
          scheme,
          criteriaSet: { ...smallCriteriaSet, version: "small.2" },
          publishedOn: "2017-02-01",
          inForceFrom: "2017-02-01"
        }
      })
    given(ready)
      .when(byOffice("EnrolSchool", { cohort: "1", criteriaSet, ruleSet: "2" }))
      .thenRejected("RuleSetUnknown", { version: "2" })
      .remediedBy(publishRules({ version: "2" }))
  })

  it("names a rule set as the scheme published it, where that is not the rule set's own version", () => {
    const publishedAs = "small.strict.1"
    const strict = given(ready)
      .having(publishRules({ id: "strict", allowBelow: 0 }, "2017-01-15", { publishedAs }))
      .when(byOffice("EnrolSchool", { cohort: "1", criteriaSet, ruleSet: publishedAs }))
      .thenAccepted()
    expect(strict.eventsOf(`school-${scheme}-${school}`)).toMatchObject([
      { type: "SchoolEnrolled.v1", data: { ruleSet: { version: publishedAs } } }
    ])
  })

  it("is on rules that go with the criteria", () => {
    given(ready)
      .having(publishRules({ version: "2", allowBelow: 2 }))
      .when(byOffice("EnrolSchool", { cohort: "1", criteriaSet, ruleSet: "2" }))
      .thenRejected("RuleSetDoesNotFit", { path: "allowBelow", got: "2" })
      .remediedBySending(enrol)
  })

  it("is on criteria and rules that are in force by then", () => {
    given(ready)
      .when({ ...enrol, occurredOn: "2017-01-14" })
      .thenRejected("NotYetInForce", {
        what: "criteria set",
        inForceFrom: "2017-01-15",
        occurredOn: "2017-01-14"
      })
      .remediedBySending({ ...enrol, occurredOn: "2017-01" })
    given(ready)
      .having(publishRules({ version: "2" }, "2017-03"))
      .when(byOffice("EnrolSchool", { cohort: "1", criteriaSet, ruleSet: "2" }))
      .thenRejected("NotYetInForce", { what: "rule set", version: "2", inForceFrom: "2017-03" })
      .remediedOn("2017-03-01")
  })

  it("is not on criteria or rules that were withdrawn by then", () => {
    const withdrawn = { about: [], text: "Two criteria asked the same." }
    given(ready)
      .having({
        type: "WithdrawCriteriaSet",
        actor: theOffice,
        data: { scheme, version: criteriaSet, reason: withdrawn }
      })
      .when(enrol)
      .thenRejected("NoLongerInForce", { what: "criteria set", withdrawnOn: "2017-02-01" })
      .remediedBySending({ ...enrol, occurredOn: "2017-01-31" })
    given(ready)
      .having({
        type: "WithdrawRuleSet",
        actor: theOffice,
        data: { scheme, version: ruleSet, reason: withdrawn }
      })
      .when(enrol)
      .thenRejected("NoLongerInForce", { what: "rule set", withdrawnOn: "2017-02-01" })
    given(ready)
      .having({
        type: "WithdrawRuleSet",
        actor: theOffice,
        occurredOn: "--02",
        data: { scheme, version: ruleSet, reason: withdrawn }
      })
      .when(enrol)
      .thenAccepted()
  })

  it("happens once: an enrolled school is transferred, or withdrawn first", () => {
    given(enrolled)
      .when(enrolIn("2"))
      .thenRejected("AlreadyEnrolled", { school, cohort: "1", stage: "preparing" })
      .remediedBySending(byOffice("TransferEnrolment", { cohort: "2" }))
    given(enrolled)
      .when(enrolIn("2"))
      .thenRejected("AlreadyEnrolled")
      .remediedBy(byOffice("WithdrawEnrolment", { reason }))
  })

  it("is not how an award is renewed", () => {
    given(smallWorld.at("agreed")).when(enrolIn("2")).thenRejected("AlreadyEnrolled", { stage: "agreed" })
  })

  it.each(["withdrawn", "withheld"] as const)(
    "may happen anew once the enrolment is %s, from scratch",
    (stage) => {
      given(smallWorld.at(stage))
        .when(enrolIn("2"))
        .then([{ type: "SchoolEnrolled.v1", data: { scheme, school, enrolment: 2, cohort: "2", ...pins } }])
        .when(describeSetting)
        .thenRejected("NotTheChampion")
        .remediedBy(byOffice("AppointChampion", { champion: people.champion }))
    }
  )

  it("comes before everything else", () => {
    const appoint = byOffice("AppointChampion", { champion: people.champion })
    given(ready).when(appoint).thenRejected("NotEnrolled", { school }).remediedBy(enrol)
    given(ready).when(byOffice("WithdrawEnrolment", { reason })).thenRejected("NotEnrolled").remediedBy(enrol)
    given(ready)
      .when(byOffice("ResumeEnrolment", {}))
      .thenRejected("NotEnrolled", { school })
      .remediedBy(enrol, byOffice("DeferEnrolment", { reason }))
  })
})
