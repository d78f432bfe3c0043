// How far each cohort has come, as its board shows it. A cohort's size is what is counted on the day.
import { describe, it } from "vitest"
import {
  type Asked,
  attended,
  byChampion,
  byOffice,
  given,
  onPerson,
  people,
  scheme,
  school,
  smallWorld,
  type StageName,
  theOffice,
  worldWith
} from "@lcqm/testing/given-when-then"
import {
  type CohortProgress,
  cohortProgress,
  cohortsOf,
  type LcqmCommand,
  type Phase,
  type SchoolProgress
} from "../../src/index.ts"

const reason = { about: [], text: "As agreed with the school." }
const enrol = (urn: string, cohort: string, phase?: Phase): Asked<LcqmCommand> => ({
  type: "EnrolSchool",
  actor: theOffice,
  data: {
    scheme,
    school: urn,
    cohort,
    ...(phase === undefined ? {} : { phase }),
    criteriaSet: "small.1",
    ruleSet: "1"
  }
})

// The two cohorts of the small world, each as `label: status, then how far how many schools are`.
const board = (cohorts: ReadonlyArray<CohortProgress>): ReadonlyArray<string> =>
  cohorts.map(({ cohort, progress, status }) => {
    const schools = Object.entries(progress).filter(([, count]) => count > 0)
    return `${cohort}: ${status}${schools.map(([name, count]) => `, ${count} ${name}`).join("")}`
  })

const boardOf = (story: ReturnType<typeof given>) =>
  story.projecting(cohortProgress).as((model) => board(cohortsOf(model)))

describe("the cohorts' board", () => {
  it.each<[stage: StageName, progress: SchoolProgress, status: CohortProgress["status"]]>([
    ["enrolled", "planned", "planned"],
    ["with champion", "planned", "planned"],
    ["trained", "in training", "in training"],
    ["declared", "in training", "in training"],
    ["visit arranged", "assessing", "being assessed"],
    ["visited", "assessing", "being assessed"],
    ["proposed", "assessing", "being assessed"],
    ["further work asked", "assessing", "being assessed"],
    ["agreed", "awarded", "assessed"],
    ["withheld", "withheld", "assessed"],
    ["deferred", "deferred", "planned"],
    ["withdrawn", "withdrawn", "planned"]
  ])("shows a cohort whose one school is %s: the school %s, the cohort %s", (stage, progress, status) => {
    boardOf(given(smallWorld.at(stage))).expect([`1: ${status}, 1 ${progress}`, "2: planned"])
  })

  it("shows cohort A's dates as they are given, and that they are odd", () => {
    given()
      .having({
        type: "LaunchCohort",
        actor: theOffice,
        data: {
          scheme,
          cohort: "A",
          area: "Knowsley South",
          windows: { training: { from: "2018-04" }, assessment: { from: "2018-02" } }
        }
      })
      .projecting(cohortProgress)
      .as((model) =>
        cohortsOf(model).map(({ area, cohort, warnings, windows }) => ({ area, cohort, warnings, windows }))
      )
      .expect([
        {
          area: "Knowsley South",
          cohort: "A",
          warnings: ["AssessmentBeforeTraining"],
          windows: { training: { from: "2018-04" }, assessment: { from: "2018-02" } }
        }
      ])
  })

  it("counts a school whose phase is not stated as unknown, and guesses none", () => {
    given(smallWorld.at("ready"))
      .on("2017-02-01")
      .having(enrol("900001", "2"), enrol("900002", "2"), enrol("900003", "2", "special"))
      .projecting(cohortProgress)
      .as((model) => cohortsOf(model).map(({ phases }) => phases))
      .expect([
        { primary: 0, secondary: 0, special: 0, unknown: 0 },
        { primary: 0, secondary: 0, special: 1, unknown: 2 }
      ])
  })

  it("counts a transferred school in its new cohort, as far as it has come", () => {
    boardOf(given(smallWorld.at("trained")).having(byOffice("TransferEnrolment", { cohort: "2" }))).expect([
      "1: planned",
      "2: in training, 1 in training"
    ])
  })

  it("is being assessed until the last school is, leaving out those that pause or leave", () => {
    const one = given(smallWorld.at("agreed")).having(
      enrol("900002", "1"),
      enrol("900003", "1"),
      enrol("900004", "1")
    )
    boardOf(one).expect(["1: being assessed, 3 planned, 1 awarded", "2: planned"])
    const leave = { actor: theOffice } as const
    boardOf(
      one.having(
        { ...leave, type: "WithdrawEnrolment", data: { scheme, school: "900002", reason } },
        { ...leave, type: "DeferEnrolment", data: { scheme, school: "900003", reason } },
        { ...leave, type: "TransferEnrolment", data: { scheme, school: "900004", cohort: "2" } }
      )
    ).expect(["1: assessed, 1 awarded, 1 deferred, 1 withdrawn", "2: planned, 1 planned"])
  })

  it("lists a cohort's schools by their URN", () => {
    given(smallWorld.at("enrolled"))
      .having(enrol("900003", "1"), enrol("900000", "1"))
      .projecting(cohortProgress)
      .as((model) => cohortsOf(model)[0]?.schools.map(({ school: urn }) => urn))
      .expect(["900000", "900001", "900003"])
  })

  it("shows a resumed school where it stood", () => {
    boardOf(
      given(smallWorld.at("trained")).having(
        byOffice("DeferEnrolment", { reason }),
        byOffice("ResumeEnrolment", {})
      )
    ).expect(["1: in training, 1 in training", "2: planned"])
  })

  it("shows a school whose visit is cancelled in training again, if it ever was", () => {
    boardOf(given(smallWorld.at("visit arranged")).having(byOffice("CancelVisit", { reason }))).expect([
      "1: in training, 1 in training",
      "2: planned"
    ])
    const untrained = worldWith({ attends: [] }).at("visit arranged")
    boardOf(given(untrained).having(byOffice("CancelVisit", { reason }))).expect([
      "1: planned, 1 planned",
      "2: planned"
    ])
  })

  it("shows a school as planned again once its only attendance is struck out", () => {
    const recorded = given(smallWorld.at("with champion"))
      .on("2017-03-08")
      .having(attended(people.champion, 1))
    const corrects = recorded.events.at(-1)?.id ?? ""
    boardOf(recorded).expect(["1: in training, 1 in training", "2: planned"])
    boardOf(recorded.having(onPerson(people.champion, "CorrectCpdAttendance", { corrects, reason }))).expect([
      "1: planned, 1 planned",
      "2: planned"
    ])
  })

  it("shows a school that enrols anew as planned in its new cohort", () => {
    boardOf(given(smallWorld.at("withheld")).having(enrol(school, "2"))).expect([
      "1: planned",
      "2: planned, 1 planned"
    ])
  })

  it("is as it was on a day, by what had happened, and as it was known then", () => {
    const agreed = smallWorld.at("agreed")
    boardOf(agreed).asAt({ occurred: "2017-11-21" }).expect(["1: being assessed, 1 assessing", "2: planned"])
    boardOf(agreed).asAt({ occurred: "2017-06-30" }).expect(["1: in training, 1 in training", "2: planned"])
    boardOf(agreed)
      .asAt({ recorded: "2017-02-01T23:59:59.999Z" })
      .expect(["1: planned, 1 planned", "2: planned"])
    boardOf(agreed).asAt({ occurred: "2016" }).expect([])
  })

  it("does not move when nothing of the board happens", () => {
    const before = boardOf(given(smallWorld.at("trained"))).answer
    boardOf(
      given(smallWorld.at("trained")).having(byChampion("DescribeSetting", { setting: reason }))
    ).expect(before)
  })
})
