// The school's self-assessment: every criterion judged or set aside, then a level declared, and perhaps reopened.
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import {
  byAssessor,
  byChampion,
  evidenceFor,
  given,
  school,
  smallWorld,
  worldWith
} from "@lcqm/testing/given-when-then"
import type { Level } from "../../src/index.ts"

const shown = smallWorld.at("with evidence").on("2017-10-10")
const assessed = smallWorld.at("self-assessed")
const declared = smallWorld.at("declared")
const basis = smallWorld.rulesApplied()
const reason = { about: [], text: "It is how we see ourselves." }
const criterion = "families.events"
const judge = (level: Level) => byChampion("SelfAssessCriterion", { criterion, judgement: { level } })
const setAside = (of: string) =>
  byChampion("SelfAssessCriterion", { criterion: of, judgement: { setAside: reason } })
const declare = (level: Level, why?: typeof reason) =>
  byChampion("DeclareSelfAssessment", { declared: level, ...(why === undefined ? {} : { reason: why }) })
const indicates = (indicated: Level) =>
  [{ type: "SelfAssessmentDeclared.v1", data: { indicated, declared: indicated, basis } }] as const

describe("judging a criterion in the self-assessment", () => {
  it("records a level, none being one, or that it is set aside and why", () => {
    given(shown)
      .when(judge("none"))
      .then([{ type: "CriterionSelfAssessed.v1", data: { criterion, judgement: { level: "none" } } }])
      .when(setAside(criterion))
      .then([{ type: "CriterionSelfAssessed.v1", data: { criterion, judgement: { setAside: reason } } }])
  })

  it("records nothing where nothing changes", () => {
    given(shown).having(judge("gold")).when(judge("gold")).thenNothing()
    given(shown).having(setAside(criterion)).when(setAside(criterion)).thenNothing()
  })

  it("is of a criterion of the pinned set", () => {
    given(shown)
      .when(byChampion("SelfAssessCriterion", { criterion: "families.chess", judgement: { level: "gold" } }))
      .thenRejected("CriterionUnknown", { criterion: "families.chess" })
      .remediedBySending(judge("gold"))
  })

  it("sets no more of a theme aside than the rule permits", () => {
    given(shown)
      .having(setAside(criterion))
      .when(setAside("families.homework"))
      .thenRejected("RuleRefuses", {
        path: "families.homework",
        expected: "at most 1 of the 2 criteria of families set aside (1/2)"
      })
      .remediedBy(judge("bronze"))
  })

  it("ends with the declaration, until that is reopened", () => {
    given(declared)
      .when(judge("gold"))
      .thenRejected("SelfAssessmentIsDeclared", { declared: "silver" })
      .remediedBy(byChampion("ReopenSelfAssessment", { reason }))
  })
})

describe("declaring a level", () => {
  it("names the level that best fit indicates, and the rules it was computed with", () => {
    given(assessed).when(declare("silver")).then(indicates("silver"))
  })

  it("may name another level, with a reason", () => {
    given(assessed)
      .when(declare("gold"))
      .thenRejected("ReasonMissing", { why: "gold is declared where best fit indicates silver" })
      .remediedBySending(declare("gold", reason))
    given(assessed)
      .when(declare("gold", reason))
      .then([
        { type: "SelfAssessmentDeclared.v1", data: { indicated: "silver", declared: "gold", reason, basis } }
      ])
  })

  it("needs every criterion judged or set aside", () => {
    const { outcome } = given(shown).when(declare("silver"))
    expect(Result.isFailure(outcome) && outcome.failure.message).toContain(
      "not judged are leadership.champion, leadership.plan, families.events, families.homework."
    )
    given(shown)
      .having(judge("silver"))
      .when(declare("silver"))
      .thenRejected("SelfAssessmentIncomplete", {
        unjudged: ["leadership.champion", "leadership.plan", "families.homework"]
      })
      .remediedBy(
        setAside("leadership.champion"),
        byChampion("SelfAssessCriterion", { criterion: "leadership.plan", judgement: { level: "silver" } }),
        setAside("families.homework")
      )
  })

  it("needs something that applies", () => {
    const lenient = worldWith({ ruleSet: { setAsideCap: { num: 1, den: 1 } } })
    given(lenient.at("self-assessed"))
      .having(
        ...["leadership.champion", "leadership.plan", "families.events", "families.homework"].map(setAside)
      )
      .when(declare("none"))
      .thenRejected("RuleRefuses", { path: "judgements", remedy: "Judge at least one criterion at a level." })
      .remediedBySending(judge("none"))
  })

  it("happens once, until it is reopened", () => {
    given(declared)
      .when(declare("gold", reason))
      .thenRejected("SelfAssessmentIsDeclared", { declared: "silver" })
      .remediedBy(byChampion("ReopenSelfAssessment", { reason }))
  })

  it("counts a criterion without evidence as none", () => {
    const bare = given(assessed).having(
      byChampion("WithdrawEvidence", { evidence: evidenceFor(criterion), reason }),
      byChampion("UnassignEvidence", {
        evidence: evidenceFor("families.homework"),
        criterion: "families.homework"
      })
    )
    bare.when(declare("none")).then(indicates("none"))
  })
})

describe("reopening the self-assessment", () => {
  it("takes the declaration back, with a reason", () => {
    given(declared)
      .when(byChampion("ReopenSelfAssessment", { reason }))
      .then([{ type: "SelfAssessmentReopened.v1", data: { reason } }])
      .when(declare("silver"))
      .then(indicates("silver"))
  })

  it("is of one that is declared", () => {
    given(assessed)
      .when(byChampion("ReopenSelfAssessment", { reason }))
      .thenRejected("SelfAssessmentNotDeclared", { school })
      .remediedBy(declare("silver"))
  })

  it("is not possible once the visit was held", () => {
    given(smallWorld.at("visited"))
      .when(byChampion("ReopenSelfAssessment", { reason }))
      .thenRejected("VisitAlreadyHeld", { school, on: "2017-11-15" })
  })

  it("leaves an arranged visit arranged, and it is held once the level is declared again", () => {
    given(smallWorld.at("visit arranged"))
      .on("2017-11-15")
      .having(byChampion("ReopenSelfAssessment", { reason }))
      .when(byAssessor("HoldVisit", {}))
      .thenRejected("SelfAssessmentNotDeclared", { school })
      .remediedBy(declare("silver"))
  })
})
