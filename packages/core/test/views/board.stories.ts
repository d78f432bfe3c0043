// The cohorts' board: in which lane a school stands, since when, and what is known of it at a glance.
import { describe, it } from "vitest"
import {
  byAssessor,
  byOffice,
  given,
  onPerson,
  people,
  scheme,
  school,
  smallWorld,
  type StageName
} from "@lcqm/testing/given-when-then"
import { boardsOf, cohortProgress, everyProgress, type SchoolOnBoard } from "../../src/index.ts"

const reason = { about: [], text: "As agreed with the school." }

// The board of the small world's school, a line each: its cohort, and how it stands there.
const boardOf = (story: ReturnType<typeof given>) =>
  story.projecting(cohortProgress).as((model) =>
    boardsOf(model).flatMap(({ cohort, lanes }) =>
      everyProgress.flatMap((lane) =>
        lanes[lane].map(({ attendances, level, progress, since, visitOn }) => ({
          cohort,
          lane: progress === lane ? lane : `${progress} in lane ${lane}`,
          since,
          attendances,
          visitOn,
          level
        }))
      )
    )
  )

type Line = Pick<SchoolOnBoard, "since" | "attendances" | "visitOn" | "level">
const untouched: Line = { since: "2017-02-01", attendances: 0, visitOn: undefined, level: undefined }
const visited = { since: "2017-10-25", attendances: 4, visitOn: "2017-11-15", level: undefined }

describe("the board of a cohort", () => {
  it.each<[StageName, string, Partial<Line>]>([
    ["enrolled", "planned", {}],
    ["trained", "in training", { since: "2017-06-15", attendances: 4 }],
    ["visit arranged", "assessing", visited],
    ["visited", "assessing", visited],
    ["agreed", "awarded", { ...visited, since: "2017-11-22", level: "silver" }],
    ["withheld", "withheld", { ...visited, since: "2017-11-20" }],
    ["deferred", "deferred", { since: "2017-03-01" }],
    ["withdrawn", "withdrawn", { since: "2017-03-01" }]
  ])("shows a school that is %s as %s", (stage, lane, line) => {
    boardOf(given(smallWorld.at(stage))).expect([{ cohort: "1", lane, ...untouched, ...line }])
  })

  it("shows a transferred school on its new cohort's board only", () => {
    boardOf(given(smallWorld.at("enrolled")).having(byOffice("TransferEnrolment", { cohort: "2" }))).expect([
      { cohort: "2", lane: "planned", ...untouched }
    ])
  })

  it("shows the day to which a visit was moved, and none once it is cancelled", () => {
    const arranged = given(smallWorld.at("visit arranged"))
    const moved = arranged.having(byAssessor("MoveVisit", { on: "2017-12-01" }))
    boardOf(moved).expect([{ cohort: "1", lane: "assessing", ...visited, visitOn: "2017-12-01" }])
    boardOf(moved.having(byOffice("CancelVisit", { reason }))).expect([
      { cohort: "1", lane: "in training", ...visited, since: "2017-06-15", visitOn: undefined }
    ])
  })

  it("shows the day on which another assessor is to visit", () => {
    const taken = onPerson(people.otherAssessor, "TakeAssessment", { scheme, school, enrolment: 1 })
    const replaced = byOffice("ReplaceAssessor", { assessor: people.otherAssessor, on: "2017-12-06", reason })
    boardOf(given(smallWorld.at("visited")).having(taken, replaced)).expect([
      { cohort: "1", lane: "assessing", ...visited, visitOn: "2017-12-06" }
    ])
  })

  it("shows a renewal as planned, with nothing of the enrolment before", () => {
    const renewing = given(smallWorld.at("agreed"))
      .on("2020-09-01")
      .having(byOffice("BeginRenewal", { cohort: "2", criteriaSet: "small.1", ruleSet: "1" }))
    boardOf(renewing).expect([{ cohort: "2", lane: "planned", ...untouched, since: "2020-09-01" }])
  })

  it("is as it was on a day", () => {
    boardOf(given(smallWorld.at("agreed")))
      .asAt({ occurred: "2017-11-21" })
      .expect([{ cohort: "1", lane: "assessing", ...visited }])
  })
})
