// The evidence matrix: what there is for each criterion, how old, how often used, and where there is none.
import { describe, expect, it } from "vitest"
import {
  byAssessor,
  byChampion,
  byOffice,
  given,
  onPerson,
  people,
  scheme,
  school,
  smallWorld
} from "@lcqm/testing/given-when-then"
import { evidenceMatrix, evidenceMatrixOf } from "../../src/index.ts"

const reason = { about: [], text: "It was of another school." }
const events = "e-families.events"

const matrixOf = (story: ReturnType<typeof given>, on = "2018-06-01") => {
  const { answer } = story
    .projecting(evidenceMatrix)
    .as((model) => evidenceMatrixOf(model, { scheme, school }, on))
  if (answer === undefined) throw new Error("nothing is known of the school")
  return answer
}

// A line a criterion: `criterion: evidence verdict age (reused), …`.
const lines = (story: ReturnType<typeof given>, on?: string) =>
  matrixOf(story, on).criteria.map(
    ({ criterion, evidence }) =>
      `${criterion}: ${
        evidence
          .map((each) => `${each.evidence} ${each.verdict} ${each.ageMonths} (${each.reused})`)
          .join(", ") || "none"
      }`
  )

describe("the evidence matrix", () => {
  it("lists the criteria in the order of the set, and those without evidence as gaps", () => {
    expect(lines(given(smallWorld.at("trained")))).toEqual([
      "leadership.champion: none",
      "leadership.plan: none",
      "families.events: none",
      "families.homework: none"
    ])
    expect(matrixOf(given(smallWorld.at("trained"))).criteria[0]?.title).toBe("A Champion with standing")
  })

  it("tells for each criterion the evidence, its age on the day, and what the assessor found", () => {
    expect(lines(given(smallWorld.at("with evidence")))[2]).toBe(
      "families.events: e-families.events not reviewed 12 (0)"
    )
    expect(lines(given(smallWorld.at("reviewed")), "2019-05-31")[2]).toBe(
      "families.events: e-families.events accepted 24 (0)"
    )
  })

  it("tells how often a piece is used, and which is used for nothing", () => {
    const submitted = given(smallWorld.at("with evidence")).having(
      byChampion("AssignEvidence", { evidence: events, criterion: "leadership.plan" }),
      byChampion("SubmitEvidence", {
        evidence: "spare",
        kind: "survey",
        reference: "file:1",
        producedOn: "--05"
      })
    )
    expect(lines(submitted)[1]).toBe(
      "leadership.plan: e-leadership.plan not reviewed 12 (0), e-families.events not reviewed 12 (1)"
    )
    const { evidence } = matrixOf(submitted)
    expect(evidence.find((each) => each.evidence === events)?.criteria).toEqual([
      "families.events",
      "leadership.plan"
    ])
    expect(evidence.find((each) => each.evidence === "spare")).toMatchObject({
      criteria: [],
      ageMonths: undefined
    })
  })

  it("leaves out what was withdrawn or taken from the criterion, and keeps it among the pieces", () => {
    const withdrawn = given(smallWorld.at("with evidence")).having(
      byChampion("WithdrawEvidence", { evidence: events, reason }),
      byChampion("UnassignEvidence", { evidence: "e-leadership.plan", criterion: "leadership.plan" })
    )
    expect(lines(withdrawn).slice(1, 3)).toEqual(["leadership.plan: none", "families.events: none"])
    expect(matrixOf(withdrawn).evidence.find((each) => each.evidence === events)?.withdrawn).toBe(true)
  })

  it("forgets reviews with the assessor who made them", () => {
    const { otherAssessor } = people
    const replaced = given(smallWorld.at("reviewed")).having(
      onPerson(otherAssessor, "TakeAssessment", { scheme, school, enrolment: 1 }),
      byOffice("ReplaceAssessor", { assessor: otherAssessor, on: "2017-12-06", reason })
    )
    expect(lines(replaced)[2]).toBe("families.events: e-families.events not reviewed 12 (0)")
  })

  it("is of the current enrolment: a renewal has what was carried forward, and says so", () => {
    const renewed = given(smallWorld.at("agreed"))
      .on("2020-09-01")
      .having(byOffice("BeginRenewal", { cohort: "2", criteriaSet: "small.1", ruleSet: "1" }))
    expect(matrixOf(renewed)).toMatchObject({ enrolment: 2, evidence: [] })
    const carried = renewed.having(byChampion("CarryEvidenceForward", { evidence: events }))
    expect(matrixOf(carried, "2020-09-01").evidence).toMatchObject([
      { evidence: events, carriedForward: true, ageMonths: 39, submittedOn: "2020-09-01" }
    ])
  })

  it("keeps an insufficient verdict, and is as it was on a day", () => {
    const reviewed = given(smallWorld.at("reviewed")).having(
      byAssessor("ReviewEvidence", {
        evidence: events,
        criterion: "families.events",
        verdict: "insufficient",
        reason
      })
    )
    expect(lines(reviewed)[2]).toContain("insufficient")
    const then = reviewed
      .projecting(evidenceMatrix)
      .as((model) => evidenceMatrixOf(model, { scheme, school }, "2017-10-01"))
      .asAt({ occurred: "2017-10-01" }).answer
    expect(then?.criteria[2]?.evidence).toMatchObject([{ verdict: "not reviewed", ageMonths: 4 }])
  })

  it("of a school of which nothing is known there is none", () => {
    given(smallWorld.at("ready"))
      .projecting(evidenceMatrix)
      .as((model) => evidenceMatrixOf(model, { scheme, school }, "2018-01-01"))
      .expect(undefined)
  })
})
