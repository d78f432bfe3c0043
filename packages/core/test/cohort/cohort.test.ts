// Cohorts as stories: launched once, dates kept just as they are given, and said where they are odd.
import { describe, expect, it } from "vitest"
import { type Asked, given, onCohort, smallWorld, theOffice } from "@lcqm/testing/given-when-then"
import {
  type CohortWindows,
  datesWarnings,
  datesWarningSentence,
  type DatesWarning,
  type LcqmCommand
} from "../../src/index.ts"
import { expectAllTold } from "../event-store/slices.ts"

await import("./cohort-progress.stories.ts")

const ready = smallWorld.at("ready")

const launch = (cohort: string, windows: CohortWindows = {}): Asked<LcqmCommand> => ({
  type: "LaunchCohort",
  actor: theOffice,
  data: { scheme: "lcqm", cohort, windows }
})

describe("launching a cohort", () => {
  it("keeps its title, its area and its dates just as they are given", () => {
    const data = {
      scheme: "lcqm",
      cohort: "B",
      title: "Cohort B",
      area: "Knowsley Central",
      windows: { training: { from: "2017-09" }, assessment: { from: "2018-04" } }
    }
    given()
      .when({ type: "LaunchCohort", actor: theOffice, data })
      .then([{ type: "CohortLaunched.v1", data: { ...data, warnings: [] } }])
  })

  it("needs no dates at all, and fills none in", () => {
    given()
      .when(launch("1"))
      .then([{ type: "CohortLaunched.v1", data: { scheme: "lcqm", cohort: "1", windows: {}, warnings: [] } }])
  })

  it.each<[told: string, windows: CohortWindows, warnings: ReadonlyArray<DatesWarning>]>([
    [
      "cohort A of the source: training begins April 18, assessments Feb 18",
      { training: { from: "2018-04" }, assessment: { from: "2018-02" } },
      ["AssessmentBeforeTraining"]
    ],
    [
      "training that ends before it begins",
      { training: { from: "2018-04", to: "2018-03-31" } },
      ["TrainingEndsBeforeItBegins"]
    ],
    [
      "assessments that end before they begin",
      { assessment: { from: "2018-04", to: "2017" } },
      ["AssessmentEndsBeforeItBegins"]
    ],
    [
      "training before the launch",
      { launch: "2017-07", training: { from: "2017-06-30" } },
      ["TrainingBeforeLaunch"]
    ],
    [
      "everything the wrong way round",
      {
        launch: "2019",
        training: { from: "2018-04", to: "2018-03" },
        assessment: { from: "2018-02", to: "2018-01" }
      },
      [
        "AssessmentBeforeTraining",
        "TrainingEndsBeforeItBegins",
        "AssessmentEndsBeforeItBegins",
        "TrainingBeforeLaunch"
      ]
    ]
  ])("accepts odd dates with a warning and repairs nothing: %s", (_, windows, warnings) => {
    given()
      .when(launch("A", windows))
      .then([{ type: "CohortLaunched.v1", data: { scheme: "lcqm", cohort: "A", windows, warnings } }])
  })

  it("says in words what is odd", () => {
    const windows: CohortWindows = {
      launch: "2019",
      training: { from: "2018-04", to: "2018-03" },
      assessment: { from: "2018-02", to: "2018-01" }
    }
    expect(datesWarnings(windows).map(datesWarningSentence)).toEqual([
      "assessments begin before training does",
      "training ends before it begins",
      "assessments end before they begin",
      "training begins before the launch"
    ])
  })

  it.each<[told: string, windows: CohortWindows]>([
    ["cohort 3's November has no year", { training: { from: "2017-06" }, assessment: { from: "--11" } }],
    ["a month and a day of it", { training: { from: "2018-04" }, assessment: { from: "2018-04-01" } }],
    ["a year and a month of it", { training: { from: "2018-04" }, assessment: { from: "2018" } }]
  ])("does not warn of dates that may be in order: %s", (_, windows) => {
    given()
      .when(launch("3", windows))
      .then([{ type: "CohortLaunched.v1", data: { scheme: "lcqm", cohort: "3", windows, warnings: [] } }])
  })

  it("happens once to a label, and another label is another cohort", () => {
    given(ready)
      .when(launch("1"))
      .thenRejected("CohortAlreadyLaunched", { cohort: "1" })
      .remediedBySending(launch("1.5"))
    given(ready)
      .when(launch("1"))
      .thenRejected("CohortAlreadyLaunched")
      .remediedBySending(onCohort("ChangeCohortWindows", { windows: {} }))
  })
})

describe("a cohort's dates", () => {
  it("are changed as a whole, and warned of anew", () => {
    const windows = { training: { from: "2018-04" }, assessment: { from: "2018-02" } }
    const reason = { about: [], text: "As the newsletter has it." }
    given(ready)
      .when(onCohort("ChangeCohortWindows", { windows, reason }))
      .then([
        { type: "CohortWindowsChanged.v1", data: { windows, warnings: ["AssessmentBeforeTraining"], reason } }
      ])
  })

  it("are those of a cohort that was launched", () => {
    given()
      .when(onCohort("ChangeCohortWindows", { windows: {} }))
      .thenRejected("CohortUnknown", { cohort: "1" })
      .remediedBy(launch("1"))
  })
})

describe("a CPD session", () => {
  const launched = given().having(launch("1"))

  it.each([1, 2, 3, 4] as const)("is scheduled, as session %i of four", (session) => {
    given(launched)
      .when(onCohort("ScheduleCpdSession", { session, on: "2018-03" }))
      .then([{ type: "CpdSessionScheduled.v1", data: { session, on: "2018-03" } }])
  })

  it("is scheduled once, and then moved", () => {
    given(ready)
      .when(onCohort("ScheduleCpdSession", { session: 2, on: "2018-03-01" }))
      .thenRejected("SessionAlreadyScheduled", { cohort: "1", session: 2, on: "2017-04-05" })
      .remediedBySending(onCohort("MoveCpdSession", { session: 2, on: "2018-03-01" }))
    given(ready)
      .when(onCohort("MoveCpdSession", { session: 2, on: "2018-03-01" }))
      .then([{ type: "CpdSessionMoved.v1", data: { session: 2, from: "2017-04-05", to: "2018-03-01" } }])
  })

  it("is not moved to where it is", () => {
    given(ready)
      .when(onCohort("MoveCpdSession", { session: 2, on: "2017-04-05" }))
      .thenNothing()
  })

  it("is cancelled, and may be scheduled again", () => {
    const reason = { about: [], text: "Snow." }
    given(ready)
      .when(onCohort("CancelCpdSession", { session: 3, reason }))
      .then([{ type: "CpdSessionCancelled.v1", data: { session: 3, reason } }])
      .when(onCohort("ScheduleCpdSession", { session: 3, on: "2017-05-24" }))
      .then([{ type: "CpdSessionScheduled.v1", data: { session: 3, on: "2017-05-24" } }])
  })

  it("is moved or cancelled only where it is scheduled", () => {
    const schedule = onCohort("ScheduleCpdSession", { session: 1, on: "2018-03-01" })
    given(launched)
      .when(onCohort("MoveCpdSession", { session: 1, on: "2018-03-02" }))
      .thenRejected("SessionNotScheduled", { cohort: "1", session: 1 })
      .remediedBy(schedule)
    given(launched)
      .having(schedule, onCohort("CancelCpdSession", { session: 1 }))
      .when(onCohort("CancelCpdSession", { session: 1 }))
      .thenRejected("SessionNotScheduled")
      .remediedBy(schedule)
  })
})

describe("a closed cohort", () => {
  const closed = given(ready).having(onCohort("CloseCohort", {}))

  it("takes no more schools, and is closed once", () => {
    const reason = { about: [], text: "Fully booked." }
    given(ready)
      .when(onCohort("CloseCohort", { reason }))
      .then([{ type: "CohortClosed.v1", data: { reason } }])
      .when(onCohort("CloseCohort", {}))
      .thenRejected("CohortIsClosed", { cohort: "1" })
  })

  it("goes on training those it has: its dates and sessions still change", () => {
    given(closed)
      .when(onCohort("ChangeCohortWindows", { windows: { training: { from: "2017-04" } } }))
      .thenAccepted()
      .when(onCohort("CancelCpdSession", { session: 4 }))
      .thenAccepted()
      .when(onCohort("ScheduleCpdSession", { session: 4, on: "2017-06-28" }))
      .thenAccepted()
      .when(onCohort("MoveCpdSession", { session: 4, on: "2017-07-05" }))
      .thenAccepted()
  })
})

describe("the stories of cohorts", () => {
  expectAllTold("cohort")
})
