// The case of an enrolment that is put to the award rule: whose judgements, which evidence, by which events.
import {
  byAssessor,
  byChampion,
  byOffice,
  given,
  school,
  scheme,
  smallCriteriaSet,
  smallWorld
} from "@lcqm/testing/given-when-then"
import { describe, expect, it } from "vitest"
import { awardCaseOf, evidenceWindowOf } from "../../src/enrolment/judgement/award-case.ts"
import { dayOf, enrolmentFold, type JudgementSetName, presets, schoolStream } from "../../src/index.ts"

const reason = { about: [], text: "In the school's own setting." }

describe("the days in which evidence counts", () => {
  const rule = { evidenceWindow: { monthsBeforeTraining: 12 } }
  const windows = { training: { from: "2017-03" } }
  const visit = { assessor: "p-assessor", on: "2017-11", ordinal: 1 }
  const first = dayOf(2016, 3, 1)

  it("begin so many months before training, and end with the visit", () => {
    const until = (of: typeof visit & { readonly held?: string }) =>
      evidenceWindowOf(rule, { windows }, { visit: { held: undefined, ...of } })
    expect(evidenceWindowOf(rule, { windows }, { visit: undefined })).toEqual({ first, last: null })
    expect(until(visit)).toEqual({ first, last: dayOf(2017, 11, 30) })
    expect(until({ ...visit, held: "2017-11-15" })).toEqual({ first, last: dayOf(2017, 11, 15) })
  })

  it("are all days where it is not said in which year training begins, also those after the visit", () => {
    for (const training of [{}, { from: "--03" }, { to: "2017-06" }]) {
      const of = { visit: { ...visit, held: "2017-11-15" } }
      expect(evidenceWindowOf(rule, { windows: { training } }, of)).toBeUndefined()
    }
  })
})

describe("the case that is put to the rule", () => {
  const [criterion, other] = ["families.events", "families.homework"]
  const withdrawn = "e-withdrawn"
  const story = given(smallWorld.at("visited")).having(
    byChampion("SubmitEvidence", {
      evidence: withdrawn,
      kind: "survey",
      reference: "s",
      producedOn: "2017-10"
    }),
    byChampion("AssignEvidence", { evidence: withdrawn, criterion }),
    byChampion("WithdrawEvidence", { evidence: withdrawn, reason }),
    byChampion("AssignEvidence", { evidence: `e-${criterion}`, criterion: other }),
    byAssessor("ReviewEvidence", { evidence: `e-${criterion}`, criterion, verdict: "accepted" }),
    byAssessor("AssessCriterion", { criterion, judgement: { level: "gold" } }),
    byAssessor("AssessCriterion", { criterion: other, judgement: { setAside: reason } }),
    byAssessor("AgreeJudgement", { criterion, judgement: { level: "bronze" }, reason })
  )
  const events = story.eventsOf(schoolStream(scheme, school))
  const idsOf = (...wanted: ReadonlyArray<readonly [type: string, criterion: string, evidence?: string]>) =>
    wanted.map(
      ([type, of, evidence]) =>
        events.findLast(
          ({ data, type: each }) =>
            each === type &&
            Reflect.get(data, "criterion") === of &&
            (evidence === undefined || Reflect.get(data, "evidence") === evidence)
        )?.id
    )
  const put = (set: JudgementSetName, of: typeof story = story) =>
    awardCaseOf(
      set,
      enrolmentFold.fold(enrolmentFold.initial, of.eventsOf(schoolStream(scheme, school))),
      { criteriaSet: smallCriteriaSet, ruleSet: presets["best-fit/1"] },
      { windows: {} },
      { cpdShortfall: true }
    )

  it("is of the school's judgements, of the assessor's or of those agreed, each with its event", () => {
    const [selfAssessed] = idsOf(["CriterionSelfAssessed.v1", criterion])
    const [assessed, aside, agreed] = idsOf(
      ["CriterionAssessed.v1", criterion],
      ["CriterionAssessed.v1", other],
      ["JudgementAgreed.v1", criterion]
    )
    expect(put("self").judgements).toMatchObject({ [criterion]: "silver", [other]: "silver" })
    expect(put("self").provenance.judgements).toMatchObject({ [criterion]: [selfAssessed] })
    expect(put("assessor").judgements).toEqual({
      [criterion]: "gold",
      [other]: { setAside: `event ${aside}` }
    })
    expect(put("assessor").provenance.judgements).toEqual({ [criterion]: [assessed], [other]: [aside] })
    expect(put("agreed").judgements).toEqual({ [criterion]: "bronze" })
    expect(put("agreed").provenance.judgements).toEqual({ [criterion]: [agreed] })
  })

  it("counts for the school what it assigned, for the others what was accepted, and never what was withdrawn", () => {
    expect(put("self").evidence).toMatchObject({ [criterion]: 1, [other]: 2 })
    expect(put("assessor").evidence).toEqual({ [criterion]: 1 })
    expect(put("agreed").evidence).toEqual({ [criterion]: 1 })
  })

  it("names the events of the evidence that stands", () => {
    const { evidence = {} } = put("agreed").provenance
    expect(evidence[criterion]).toEqual(
      idsOf(
        ["EvidenceAssigned.v1", criterion, `e-${criterion}`],
        ["EvidenceReviewed.v1", criterion, `e-${criterion}`]
      )
    )
    expect(evidence[other]).toEqual(
      expect.arrayContaining(
        idsOf(["EvidenceAssigned.v1", other, `e-${criterion}`], ["EvidenceAssigned.v1", other, `e-${other}`])
      )
    )
    expect(evidence[other]).toHaveLength(2)
  })

  it("is limited by the closing of the school, but for what the school says of itself", () => {
    const closed = story.having(byOffice("CloseSchool", { reason }))
    expect(put("agreed").limiters).toEqual({ cpdShortfall: true })
    expect(put("self", closed).limiters).toEqual({ cpdShortfall: true })
    for (const set of ["assessor", "agreed"] as const) {
      expect(put(set, closed).limiters).toEqual({ cpdShortfall: true, schoolClosed: true })
    }
  })
})
