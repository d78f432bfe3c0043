// What is undone dates nothing any more: what comes after is measured by what stands, and a date that no longer counts
// is not there to be corrected.
import { describe, expect, it } from "vitest"
import {
  type Asked,
  byAssessor,
  byChampion,
  byOffice,
  given,
  onPerson,
  people,
  school,
  scheme,
  smallWorld,
  type StageName
} from "@lcqm/testing/given-when-then"
import type { LcqmCommand } from "../../src/index.ts"
import { ask, give, reason } from "./afterwards/other-assessor.ts"

type Commands = ReadonlyArray<Asked<LcqmCommand>>

const { otherAssessor, stranger } = people
const on = "2018-03-01"
const takingOver: Commands = [
  onPerson(otherAssessor, "TakeAssessment", { scheme, school, enrolment: 1 }),
  byOffice("ReplaceAssessor", { assessor: otherAssessor, on, reason })
]
const lodge = byChampion("LodgeAppeal", { grounds: reason })
const heard: Commands = [lodge, ask("appeal"), give("silver")]
const moderated: Commands = [
  onPerson(stranger, "AppointAssessor", { scheme, schools: [] }),
  ask("moderation"),
  give("silver"),
  lodge
]
const furtherWork = byAssessor("AskFurtherWork", { criteria: ["families.events"], by: on })

const rows: ReadonlyArray<readonly [undone: string, stage: StageName, before: Commands, undoing: Commands]> =
  [
    ["EnrolmentDeferred.v1", "deferred", [], [byOffice("ResumeEnrolment", {})]],
    ["SelfAssessmentDeclared.v1", "declared", [], [byChampion("ReopenSelfAssessment", { reason })]],
    ["VisitArranged.v1", "visit arranged", [], [byOffice("CancelVisit", { reason })]],
    ["VisitHeld.v1", "visited", [], takingOver],
    ["AwardProposed.v1", "proposed", [], takingOver],
    ["AwardProposed.v1", "proposed", [], [byChampion("DeclineProposal", { reason })]],
    ["AwardProposed.v1", "proposed", [], [byAssessor("WithdrawProposal", { reason })]],
    ["FurtherWorkAsked.v1", "further work asked", [], takingOver],
    ["FurtherWorkSubmitted.v1", "further work submitted", [], takingOver],
    ["FurtherWorkSubmitted.v1", "further work submitted", [], [furtherWork]],
    ["SecondJudgementGiven.v1", "agreed", moderated, [ask("appeal", stranger)]],
    ["AppealLodged.v1", "agreed", heard, [byOffice("DecideAppeal", { reason })]],
    [
      "ReviewOpened.v1",
      "agreed",
      [byOffice("OpenReview", { cause: "interest", reason })],
      [byOffice("CloseReview", { finding: "award stands", reason })]
    ]
  ]

describe("the date of what was undone", () => {
  it.each(
    rows.map(
      ([undone, stage, before, undoing]) => [undone, undoing.at(-1)?.type, stage, before, undoing] as const
    )
  )("counts no more, of %s after %s", (undone, _, stage, before, undoing) => {
    const story = given(smallWorld.at(stage)).having(...before)
    const event = story.events.findLast(({ type }) => type === undone)
    const again = byOffice("CorrectDate", {
      corrects: event?.id ?? "",
      on: event?.metadata.occurredOn ?? "",
      reason
    })
    // As it stands it is known, and to be dated as it is changes nothing.
    given(story).when(again).thenNothing()
    given(story)
      .having(...undoing)
      .when(again)
      .thenRejected("DateNotCorrectable", { corrects: event?.id })
  })

  it("is no longer one that another must follow", () => {
    const withdraw = byOffice("WithdrawEnrolment", { reason })
    given(smallWorld.at("declared"))
      .having(byChampion("ReopenSelfAssessment", { reason }))
      .when({ ...withdraw, occurredOn: "2017-10-11" })
      .thenAccepted()
    expect(() =>
      given(smallWorld.at("declared"))
        .when({ ...withdraw, occurredOn: "2017-10-11" })
        .thenAccepted()
    ).toThrow("DatesOutOfOrder")
  })
})
