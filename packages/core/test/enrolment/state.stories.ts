// What is known of a school, as its events make it: in full at the end of the road, and total on the way, since an
// as-at leaves events out.
import { describe, expect, it } from "vitest"
import {
  type Asked,
  byAssessor,
  byChampion,
  byOffice,
  given,
  onPerson,
  people,
  scheme,
  school,
  smallWorld,
  type StageName
} from "@lcqm/testing/given-when-then"
import {
  type EnrolmentState,
  enrolmentFold,
  type LcqmCommand,
  type Recorded,
  rolesAtSchool,
  schoolStream,
  type Stage
} from "../../src/index.ts"

const { assessor, champion, coach, nextChampion } = people
const reason = { about: [], text: "For the record." }
const eventsOf = (story: ReturnType<typeof given>): ReadonlyArray<Recorded> =>
  story.eventsOf(schoolStream(scheme, school))
const stateOf = (story: ReturnType<typeof given>): EnrolmentState =>
  enrolmentFold.fold(enrolmentFold.initial, eventsOf(story))
const idOf = (story: ReturnType<typeof given>, type: string): string | undefined =>
  eventsOf(story).find((event) => event.type === type)?.id

describe("what is known of a school", () => {
  it("is, once its award is agreed, all of this", () => {
    const agreed = smallWorld.at("agreed")
    const { agreed: both, assessor: theirs, dates, evidence, self, ...rest } = stateOf(agreed)
    const pins = eventsOf(agreed)[0]?.data
    expect(rest).toEqual({
      scheme,
      school,
      enrolment: 1,
      cohort: "1",
      phase: "primary",
      criteriaSet: { version: "small.1", hash: smallWorld.rulesApplied().criteriaSetHash },
      ruleSet: { version: "1", hash: smallWorld.rulesApplied().ruleSetHash },
      stage: "agreed",
      deferred: false,
      champion,
      coach,
      champions: new Set([champion]),
      insiders: new Set([champion, coach]),
      declaration: {
        indicated: "silver",
        declared: "silver",
        event: idOf(agreed, "SelfAssessmentDeclared.v1")
      },
      visit: { assessor, on: "2017-11-15", ordinal: 1, held: "2017-11-15" },
      proposal: undefined,
      furtherWork: undefined,
      awards: [
        {
          enrolment: 1,
          cohort: "1",
          level: "silver",
          indicated: "silver",
          agreedOn: "2017-11-22",
          event: idOf(agreed, "AwardAgreed.v1"),
          criteriaSet: "small.1",
          ruleSet: "1",
          assessor,
          ordinal: 1,
          borderline: undefined,
          moderated: false,
          carriedFrom: undefined,
          standing: "stands"
        }
      ],
      afterwards: {
        second: undefined,
        support: undefined,
        decision: {
          kind: "award",
          event: idOf(agreed, "AwardAgreed.v1"),
          on: "2017-11-22",
          level: "silver",
          assessor,
          criteriaSet: "small.1",
          ruleSet: "1"
        },
        appeal: undefined,
        appealed: new Set(),
        review: undefined,
        earlier: new Map()
      },
      closed: undefined
    })
    expect([...dates].map(([what, dated]) => [what, dated.on])).toEqual([
      ["the enrolment", "2017-02-01"],
      ["the Champion's appointment", "2017-02-06"],
      ["the declaration", "2017-10-12"],
      ["the arrangement of the visit", "2017-10-25"],
      ["the visit", "2017-11-15"],
      ["the proposal", "2017-11-16"],
      ["the end of the enrolment", "2017-11-22"]
    ])
    expect(pins).toMatchObject({ criteriaSet: rest.criteriaSet, ruleSet: rest.ruleSet })
    for (const judgements of [self, theirs, both]) {
      expect([...judgements.values()].map(({ judgement }) => judgement)).toEqual(Array(4).fill("silver"))
    }
    expect(evidence.get("e-families.events")).toMatchObject({
      id: "e-families.events",
      kind: "document",
      producedOn: "2017-05",
      withdrawn: false,
      assignments: [{ criterion: "families.events", verdict: "accepted" }]
    })
    expect(evidence.get("e-families.events")?.assignments[0]?.events).toHaveLength(2)
  })

  it.each<[StageName, Stage]>([
    ["enrolled", "preparing"],
    ["self-assessed", "preparing"],
    ["declared", "declared"],
    ["visit arranged", "visit arranged"],
    ["visited", "visited"],
    ["judgements agreed", "visited"],
    ["proposed", "proposed"],
    ["agreed", "agreed"],
    ["further work asked", "further work"],
    ["further work submitted", "visited"],
    ["withheld", "withheld"],
    ["deferred", "preparing"],
    ["withdrawn", "withdrawn"]
  ])("names how far it has come: %s is %s", (name, stage) => {
    expect(stateOf(smallWorld.at(name))).toMatchObject({ stage, deferred: name === "deferred" })
  })

  it("goes back where something is taken back", () => {
    const stageAfter = (name: StageName, ...commands: ReadonlyArray<Asked<LcqmCommand>>) =>
      stateOf(given(smallWorld.at(name)).having(...commands)).stage
    const reopen = byChampion("ReopenSelfAssessment", { reason })
    const cancel = byOffice("CancelVisit", { reason })
    const declare = byChampion("DeclareSelfAssessment", { declared: "silver" })
    expect(stageAfter("declared", reopen)).toBe("preparing")
    expect(stageAfter("visit arranged", cancel)).toBe("declared")
    expect(stageAfter("visit arranged", reopen)).toBe("preparing")
    expect(stageAfter("visit arranged", reopen, cancel)).toBe("preparing")
    expect(stageAfter("visit arranged", reopen, declare)).toBe("visit arranged")
    expect(stageAfter("proposed", byChampion("DeclineProposal", { reason }))).toBe("visited")
    expect(stageAfter("proposed", byAssessor("WithdrawProposal", { reason }))).toBe("visited")
    expect(
      stateOf(given(smallWorld.at("proposed")).having(byOffice("WithdrawEnrolment", { reason })))
    ).toMatchObject({
      stage: "withdrawn",
      proposal: undefined
    })
  })

  it("goes back to preparing where another assessor takes over a school that assesses itself again", () => {
    const take = onPerson(people.otherAssessor, "TakeAssessment", { scheme, school, enrolment: 1 })
    const replace = byOffice("ReplaceAssessor", { assessor: people.otherAssessor, on: "2017-12-06", reason })
    const reopen = byChampion("ReopenSelfAssessment", { reason })
    const arranged = given(smallWorld.at("visit arranged"))
    expect(stateOf(arranged.having(reopen, take, replace)).stage).toBe("preparing")
    expect(stateOf(arranged.having(take, replace)).stage).toBe("visit arranged")
  })

  it("keeps a piece of evidence with each criterion it is for, reviewed or not, until it is taken from it", () => {
    const evidence = "e-families.events"
    const also = { evidence, criterion: "leadership.plan" }
    const shown = given(smallWorld.at("with evidence")).having(byChampion("AssignEvidence", also))
    const assignmentsOf = (story: ReturnType<typeof given>) =>
      stateOf(story)
        .evidence.get(evidence)
        ?.assignments.map(({ criterion, verdict }) => [criterion, verdict])
    const families = ["families.events", "not reviewed"]
    expect(assignmentsOf(shown)).toEqual([families, ["leadership.plan", "not reviewed"]])
    expect(assignmentsOf(shown.having(byChampion("UnassignEvidence", also)))).toEqual([families])
  })

  it("forgets a review of evidence when another assessor takes over, though another criterion's was not made", () => {
    const evidence = "e-families.events"
    const take = onPerson(people.otherAssessor, "TakeAssessment", { scheme, school, enrolment: 1 })
    const replace = byOffice("ReplaceAssessor", { assessor: people.otherAssessor, on: "2017-12-06", reason })
    const half = given(smallWorld.at("visited")).having(
      byChampion("AssignEvidence", { evidence, criterion: "leadership.plan" }),
      byAssessor("ReviewEvidence", { evidence, criterion: "families.events", verdict: "accepted" }),
      take,
      replace
    )
    const assignments = stateOf(half).evidence.get(evidence)?.assignments
    expect(assignments?.map(({ events, verdict }) => [verdict, events.length])).toEqual([
      ["not reviewed", 1],
      ["not reviewed", 1]
    ])
  })

  it("tells who is who there", () => {
    const arranged = stateOf(smallWorld.at("visit arranged"))
    expect(rolesAtSchool(arranged, champion)).toEqual(["Champion"])
    expect(rolesAtSchool(arranged, coach)).toEqual(["Coach"])
    expect(rolesAtSchool(arranged, assessor)).toEqual(["Assessor"])
    expect(rolesAtSchool(arranged, people.office)).toEqual([])
    const replaced = stateOf(
      given(smallWorld.at("visit arranged")).having(byOffice("ReplaceChampion", { champion: nextChampion }))
    )
    expect([champion, coach].flatMap((person) => rolesAtSchool(replaced, person))).toEqual([])
    expect([...replaced.insiders]).toEqual([champion, coach, nextChampion])
  })

  it("begins anew with another enrolment, but for the awards, who was ever of the school, and when the last one ended", () => {
    const withheld = smallWorld.at("withheld").events.at(-1)
    const anew = given(smallWorld.at("withheld")).having(
      byOffice("EnrolSchool", { cohort: "2", criteriaSet: "small.1", ruleSet: "1" })
    )
    expect(stateOf(anew)).toEqual({
      ...enrolmentFold.initial,
      scheme,
      school,
      enrolment: 2,
      cohort: "2",
      criteriaSet: { version: "small.1", hash: smallWorld.rulesApplied().criteriaSetHash },
      ruleSet: { version: "1", hash: smallWorld.rulesApplied().ruleSetHash },
      stage: "preparing",
      champions: new Set([champion]),
      insiders: new Set([champion, coach]),
      dates: new Map([
        [
          "the end of the enrolment before",
          { on: withheld?.metadata.occurredOn, event: withheld?.id, type: "AwardWithheld.v1" }
        ],
        ["the enrolment", { on: anew.today, event: anew.events.at(-1)?.id, type: "SchoolEnrolled.v1" }]
      ])
    })
  })

  it("is the same whether events come one by one or together, and no earlier state changes", () => {
    const events = eventsOf(smallWorld.at("agreed"))
    const states = [enrolmentFold.initial]
    for (const event of events)
      states.push(enrolmentFold.evolve(states.at(-1) ?? enrolmentFold.initial, event))
    states.forEach((state, size) => {
      expect(enrolmentFold.fold(enrolmentFold.initial, events.slice(0, size))).toEqual(state)
    })
  })

  it("is total: whichever event is left out, and whichever comes alone", () => {
    for (const name of ["agreed", "further work submitted", "withheld"] as const) {
      const events = eventsOf(smallWorld.at(name))
      events.forEach((event, left) => {
        expect(() => enrolmentFold.fold(enrolmentFold.initial, [event])).not.toThrow()
        const rest = events.filter((_, index) => index !== left)
        expect(() => enrolmentFold.fold(enrolmentFold.initial, rest)).not.toThrow()
      })
    }
  })
})
