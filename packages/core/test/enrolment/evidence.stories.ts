// What the school shows, what it shows it for, and what the assessor finds of it.
import { describe, it } from "vitest"
import { byAssessor, byChampion, evidenceFor, given, smallWorld } from "@lcqm/testing/given-when-then"

const trained = smallWorld.at("trained").on("2017-09-20")
const shown = smallWorld.at("with evidence")
const visited = smallWorld.at("visited")
const criterion = "families.events"
const evidence = evidenceFor(criterion)
const reason = { about: [], text: "It shows another school." }

const photograph = {
  evidence: "e-9",
  kind: "photograph",
  reference: "https://evidence.example/9.jpg",
  producedOn: "2017-06"
} as const
const submit = byChampion("SubmitEvidence", photograph)
const submitAgain = byChampion("SubmitEvidence", { ...photograph, evidence: "e-10" })

describe("a piece of evidence", () => {
  it("is submitted as a reference, with the file's hash where it is a file", () => {
    given(trained)
      .when(submit)
      .then([{ type: "EvidenceSubmitted.v1", data: photograph }])
    const file = { ...photograph, evidence: "e-10", sha256: "ab".repeat(32) }
    given(trained)
      .when(byChampion("SubmitEvidence", file))
      .then([{ type: "EvidenceSubmitted.v1", data: file }])
  })

  it("has an id of its own", () => {
    given(trained)
      .having(submit)
      .when(submit)
      .thenRejected("EvidenceAlreadySubmitted", { evidence: "e-9" })
      .remediedBySending(submitAgain)
  })

  it("was produced before it is submitted, as far as its date says", () => {
    given(trained)
      .when(byChampion("SubmitEvidence", { ...photograph, producedOn: "2017-10" }))
      .thenRejected("EvidenceNotYetProduced", {
        evidence: "e-9",
        producedOn: "2017-10",
        occurredOn: "2017-09-20"
      })
      .remediedBySending(byChampion("SubmitEvidence", { ...photograph, producedOn: "2017-09" }))
  })

  it("is assigned to criteria, one by one, and taken from them", () => {
    given(trained)
      .having(submit)
      .when(byChampion("AssignEvidence", { evidence: "e-9", criterion }))
      .then([{ type: "EvidenceAssigned.v1", data: { evidence: "e-9", criterion } }])
      .when(byChampion("AssignEvidence", { evidence: "e-9", criterion: "leadership.plan" }))
      .then([{ type: "EvidenceAssigned.v1", data: { evidence: "e-9", criterion: "leadership.plan" } }])
      .when(byChampion("UnassignEvidence", { evidence: "e-9", criterion }))
      .then([{ type: "EvidenceUnassigned.v1", data: { evidence: "e-9", criterion } }])
  })

  it("is assigned only where it was submitted, to a criterion there is, and once", () => {
    given(trained)
      .when(byChampion("AssignEvidence", { evidence: "e-9", criterion }))
      .thenRejected("EvidenceUnknown", { evidence: "e-9" })
      .remediedBy(submit)
    given(shown)
      .when(byChampion("AssignEvidence", { evidence, criterion: "families.chess" }))
      .thenRejected("CriterionUnknown", {
        criterion: "families.chess",
        criteriaSet: "small",
        version: "small.1"
      })
      .remediedBySending(byChampion("AssignEvidence", { evidence, criterion: "families.homework" }))
    given(shown)
      .when(byChampion("AssignEvidence", { evidence, criterion }))
      .thenRejected("EvidenceAlreadyAssigned", { evidence, criterion })
  })

  it("is taken only from what it is assigned to", () => {
    given(shown)
      .when(byChampion("UnassignEvidence", { evidence, criterion: "families.homework" }))
      .thenRejected("EvidenceNotAssigned", { evidence, criterion: "families.homework" })
      .remediedBy(byChampion("AssignEvidence", { evidence, criterion: "families.homework" }))
  })

  it("is withdrawn with a reason, and then does not come back under its id", () => {
    const withdrawn = given(shown)
      .when(byChampion("WithdrawEvidence", { evidence, reason }))
      .then([{ type: "EvidenceWithdrawn.v1", data: { evidence, reason } }])
    withdrawn.when(byChampion("WithdrawEvidence", { evidence, reason })).thenRejected("EvidenceIsWithdrawn")
    withdrawn
      .when(byChampion("AssignEvidence", { evidence, criterion: "leadership.plan" }))
      .thenRejected("EvidenceIsWithdrawn", { evidence })
      .remediedBySending(submitAgain)
    withdrawn
      .when(byChampion("SubmitEvidence", { ...photograph, evidence }))
      .thenRejected("EvidenceAlreadySubmitted")
      .remediedBySending(submit)
  })

  it("may be withdrawn after the award too, which changes no award and opens a review", () => {
    const award = smallWorld.at("agreed").events.at(-1)?.id ?? ""
    given(smallWorld.at("agreed"))
      .when(byChampion("WithdrawEvidence", { evidence, reason }))
      .then([
        { type: "EvidenceWithdrawn.v1", data: { evidence, reason } },
        { type: "ReviewOpened.v1", data: { award, cause: "evidence withdrawn", reason } }
      ])
    given(smallWorld.at("agreed")).when(submit).thenRejected("AlreadyAgreed", { level: "silver" })
  })

  it("does not change while an award is proposed", () => {
    for (const command of [submit, byChampion("WithdrawEvidence", { evidence, reason })]) {
      given(smallWorld.at("proposed"))
        .when(command)
        .thenRejected("ProposalStands", { level: "silver" })
        .remediedBy(byChampion("DeclineProposal", { reason }))
    }
  })
})

describe("the review of evidence", () => {
  const review = (verdict: "accepted" | "insufficient", why?: typeof reason) =>
    byAssessor("ReviewEvidence", {
      evidence,
      criterion,
      verdict,
      ...(why === undefined ? {} : { reason: why })
    })

  it("accepts it for a criterion, or finds it insufficient and says why", () => {
    given(visited)
      .when(review("accepted"))
      .then([{ type: "EvidenceReviewed.v1", data: { evidence, criterion, verdict: "accepted" } }])
      .when(review("insufficient", reason))
      .then([{ type: "EvidenceReviewed.v1", data: { evidence, criterion, verdict: "insufficient", reason } }])
  })

  it("needs a reason to find it insufficient, and none to find it so again", () => {
    given(visited)
      .when(review("insufficient"))
      .thenRejected("ReasonMissing", { why: `evidence ${evidence} is found insufficient` })
      .remediedBySending(review("insufficient", reason))
    given(visited).having(review("accepted")).when(review("accepted")).thenNothing()
    given(visited).having(review("insufficient", reason)).when(review("insufficient", reason)).thenNothing()
  })

  it("is of evidence that is there and assigned", () => {
    const elsewhere = byAssessor("ReviewEvidence", {
      evidence,
      criterion: "families.homework",
      verdict: "accepted"
    })
    given(visited)
      .when(elsewhere)
      .thenRejected("EvidenceNotAssigned", { evidence, criterion: "families.homework" })
      .remediedBy(byChampion("AssignEvidence", { evidence, criterion: "families.homework" }))
    given(visited)
      .when(byAssessor("ReviewEvidence", { evidence: "e-9", criterion, verdict: "accepted" }))
      .thenRejected("EvidenceUnknown", { evidence: "e-9" })
      .remediedBy(submit, byChampion("AssignEvidence", { evidence: "e-9", criterion }))
  })

  it("takes place at the visit", () => {
    given(smallWorld.at("visit arranged"))
      .when(review("accepted"))
      .thenRejected("VisitNotHeld", { on: "2017-11-15" })
      .remediedBy(byAssessor("HoldVisit", {}))
  })

  it("starts again where evidence is taken from a criterion and assigned anew", () => {
    given(visited)
      .having(
        review("insufficient", reason),
        byChampion("UnassignEvidence", { evidence, criterion }),
        byChampion("AssignEvidence", { evidence, criterion })
      )
      .when(review("accepted"))
      .then([{ type: "EvidenceReviewed.v1", data: { evidence, criterion, verdict: "accepted" } }])
  })
})
