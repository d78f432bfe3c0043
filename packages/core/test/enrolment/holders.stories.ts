// Whom a changed rule would be put to: the schools of a store, as their enrolments stand and by the rules they began with.
import { describe, expect, it } from "vitest"
import {
  byChampion,
  byOffice,
  given,
  school,
  smallCriteriaSet,
  smallWorld,
  worldWith
} from "@lcqm/testing/given-when-then"
import { Result } from "effect"
import { awardHolders, dryRun, type HoldersAsked, holdersIn, presets, type RuleSet } from "../../src/index.ts"

const reason = { about: [], text: "In the school's own setting." }

const holdersOf = (story: ReturnType<typeof given>, asked: HoldersAsked = {}) =>
  story.projecting(awardHolders).as((model) => holdersIn(model, asked)).answer

const ids = smallCriteriaSet.themes.flatMap(({ criteria }) => criteria.map(({ id }) => id))
const all = <Value>(value: Value) => Object.fromEntries(ids.map((id) => [id, value]))
const noLimit = { cpdShortfall: false, conflictOfInterest: false }

describe("the holders in a store", () => {
  it("are the schools with agreed judgements, each with the rules it is pinned to", () => {
    const { criteriaSet, ruleSet } = smallWorld.options
    expect(holdersOf(smallWorld.at("judgements agreed"))).toEqual([
      {
        scheme: "lcqm",
        pinned: { criteriaSet: criteriaSet.version, ruleSet: ruleSet.version },
        criteriaSet,
        rule: ruleSet,
        holders: [{ holder: school, judgements: all("silver"), evidence: all(1), limiters: noLimit }]
      }
    ])
  })

  it("are asked by the self-assessment too, which nothing limits", () => {
    const [group] = holdersOf(smallWorld.at("declared"), { set: "self" })
    expect(group?.holders).toEqual([
      { holder: school, judgements: all("silver"), evidence: all(1), limiters: {} }
    ])
    expect(holdersOf(smallWorld.at("declared"))).toEqual([])
  })

  it("stay holders once the award is agreed, and are none once the enrolment is withdrawn", () => {
    expect(holdersOf(smallWorld.at("agreed"))).toHaveLength(1)
    expect(
      holdersOf(given(smallWorld.at("judgements agreed")).having(byOffice("WithdrawEnrolment", { reason })))
    ).toEqual([])
  })

  it("carry what limits them: here a Champion who missed a session", () => {
    const [group] = holdersOf(worldWith({ attends: [1, 2, 3] }).at("judgements agreed"))
    expect(group?.holders[0]?.limiters).toEqual({ cpdShortfall: true, conflictOfInterest: false })
  })

  it("count the evidence of the changed rule's window beside that of their own", () => {
    const evidenceWindow = { monthsBeforeTraining: 0 }
    const [group] = holdersOf(smallWorld.at("judgements agreed"), { after: { evidenceWindow } })
    expect(group?.holders[0]).toMatchObject({ evidence: all(1), evidenceAfter: all(1) })
    const before = given(smallWorld.at("trained")).having(
      byChampion("SubmitEvidence", {
        evidence: "minutes",
        kind: "document",
        reference: "https://evidence.example/minutes",
        producedOn: "2016-06"
      }),
      byChampion("AssignEvidence", { evidence: "minutes", criterion: "leadership.plan" }),
      byChampion("SelfAssessCriterion", { criterion: "leadership.plan", judgement: { level: "gold" } })
    )
    const [early] = holdersOf(before, { set: "self", after: { evidenceWindow } })
    expect(early?.holders[0]).toMatchObject({ evidence: { "leadership.plan": 1 }, evidenceAfter: {} })
  })

  it("can be put to a changed rule as they are", () => {
    const [group] = holdersOf(smallWorld.at("agreed"))
    if (group === undefined) throw new Error("nobody")
    const { holders, ...before } = group
    const rule: RuleSet = { ...before.rule, limiters: presets["best-fit/1"].limiters, criterionGap: 0 }
    const results = Result.getOrThrow(dryRun({ before, after: { ...before, rule } }, holders))
    expect([...results].map(({ holder, verdict }) => [holder, verdict])).toEqual([[school, "stays"]])
  })
})
