// Evidence counts where it was produced in time: from twelve months before training began, as far as dates say.
import { describe, it } from "vitest"
import { byChampion, byOffice, evidenceFor, given, onCohort, smallWorld } from "@lcqm/testing/given-when-then"
import type { Level } from "../../src/index.ts"

const basis = smallWorld.rulesApplied()
const reason = { about: [], text: "It is how we see ourselves." }
const declare = (level: Level, why?: typeof reason) =>
  byChampion("DeclareSelfAssessment", { declared: level, ...(why === undefined ? {} : { reason: why }) })
const indicates = (indicated: Level) =>
  [{ type: "SelfAssessmentDeclared.v1", data: { indicated, declared: indicated, basis } }] as const

describe("evidence counts from twelve months before training began", () => {
  const producedOn = (date: string) =>
    given(smallWorld.at("self-assessed")).having(
      ...["families.events", "families.homework"].flatMap((of) => [
        byChampion("WithdrawEvidence", { evidence: evidenceFor(of), reason }),
        byChampion("SubmitEvidence", {
          evidence: `${of}-2`,
          kind: "survey",
          reference: "survey.pdf",
          producedOn: date
        }),
        byChampion("AssignEvidence", { evidence: `${of}-2`, criterion: of })
      ])
    )

  it.each<[date: string, counts: boolean]>([
    ["2016-02-29", false],
    ["2016-03-01", true],
    ["2016-02", false],
    ["2016", true],
    ["2015", false],
    ["--01", true],
    ["2017-10-10", true]
  ])("where any of its days can be: %s is %s", (date, counts) => {
    const level = counts ? "silver" : "none"
    producedOn(date).when(declare(level)).then(indicates(level))
  })

  it("and from ever where the start of training has no year, or is not said", () => {
    for (const windows of [{}, { training: { from: "--03" } }]) {
      producedOn("2001-01-01")
        .having(onCohort("ChangeCohortWindows", { windows }))
        .when(declare("silver"))
        .then(indicates("silver"))
    }
  })

  it("of the cohort the school is in now", () => {
    producedOn("2016-08")
      .having(byOffice("TransferEnrolment", { cohort: "2" }))
      .when(declare("none"))
      .then(indicates("none"))
  })
})
