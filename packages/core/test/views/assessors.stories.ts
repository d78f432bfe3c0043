// How assessors judge: against the school's own judgements, criterion by criterion, and against second assessors.
import { describe, it } from "vitest"
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
import { assessorJudgements, type Comparison, consistencyOf } from "../../src/index.ts"
import { ask, byOther, give, reason } from "../enrolment/afterwards/other-assessor.ts"

const counts = ({ above, below, levels, pairs, same }: Comparison) => ({ pairs, same, above, below, levels })
const none = { pairs: 0, same: 0, above: 0, below: 0, levels: 0 }
const allSame = { ...none, pairs: 4, same: 4 }

const assessorsOf = (story: ReturnType<typeof given>) =>
  story.projecting(assessorJudgements).as((model) =>
    consistencyOf(model).map(({ assessed, assessor, withSecond, withSelf }) => ({
      assessor,
      assessed,
      withSelf: counts(withSelf),
      withSecond: counts(withSecond)
    }))
  )

const first = { assessor: people.assessor, assessed: 1, withSelf: allSame, withSecond: none }

describe("an assessor's consistency", () => {
  it("is told once they have judged", () => {
    assessorsOf(given(smallWorld.at("visited"))).expect([])
    assessorsOf(given(smallWorld.at("reviewed"))).expect([first])
  })

  it("counts in which direction they differ from the school, and by how many levels", () => {
    const judged = given(smallWorld.at("visited")).having(
      byAssessor("AssessCriterion", { criterion: "families.events", judgement: { level: "gold" } }),
      byAssessor("AssessCriterion", { criterion: "families.homework", judgement: { level: "none" } })
    )
    const withSelf = { pairs: 2, same: 0, above: 1, below: 1, levels: -1 }
    assessorsOf(judged).expect([{ ...first, withSelf }])
  })

  it("takes judgements as they stand, and compares no criterion that is set aside", () => {
    const judged = given(smallWorld.at("reviewed")).having(
      byAssessor("AssessCriterion", { criterion: "families.events", judgement: { setAside: reason } }),
      byAssessor("AssessCriterion", { criterion: "families.homework", judgement: { level: "bronze" } }),
      byAssessor("AssessCriterion", { criterion: "families.homework", judgement: { level: "silver" } })
    )
    assessorsOf(judged).expect([{ ...first, withSelf: { ...none, pairs: 3, same: 3 } }])
  })

  it("counts nothing of what fell when another took over", () => {
    const { otherAssessor } = people
    const replaced = given(smallWorld.at("reviewed")).having(
      onPerson(otherAssessor, "TakeAssessment", { scheme, school, enrolment: 1 }),
      byOffice("ReplaceAssessor", { assessor: otherAssessor, on: "2017-12-06", reason })
    )
    assessorsOf(replaced).expect([])
    const anew = replaced
      .on("2017-12-06")
      .having(
        byOther("HoldVisit", {}),
        byOther("AssessCriterion", { criterion: "families.events", judgement: { level: "gold" } })
      )
    const withSelf = { ...none, pairs: 1, above: 1, levels: 1 }
    assessorsOf(anew).expect([{ ...first, assessor: otherAssessor, withSelf }])
  })

  it("counts what a second assessor said of the award, for the assessor who judged it first", () => {
    const agreed = given(smallWorld.at("agreed"))
    assessorsOf(agreed.having(ask("moderation"), give("silver"))).expect([
      { ...first, withSecond: { ...none, pairs: 1, same: 1 } }
    ])
    assessorsOf(agreed.having(ask("moderation"), give("bronze"))).expect([
      { ...first, withSecond: { ...none, pairs: 1, above: 1, levels: 1 } }
    ])
  })

  it("counts an appeal against a withheld award as none against what the second assessor found", () => {
    const appealed = given(smallWorld.at("withheld")).having(
      byChampion("LodgeAppeal", { grounds: reason }),
      ask("appeal"),
      give("bronze")
    )
    assessorsOf(appealed).expect([{ ...first, withSecond: { ...none, pairs: 1, below: 1, levels: -1 } }])
  })

  it("keeps what was judged in an enrolment when another begins", () => {
    const renewed = given(smallWorld.at("agreed"))
      .on("2020-09-01")
      .having(byOffice("BeginRenewal", { cohort: "2", criteriaSet: "small.1", ruleSet: "1" }))
    assessorsOf(renewed).expect([first])
  })
})
