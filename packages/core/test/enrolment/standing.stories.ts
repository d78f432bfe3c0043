// What an enrolment must be for a command to make sense at all: every command about a school, where the award is
// agreed or withheld, where the enrolment rests, and where a proposal waits for its answer.
import { describe, expect, it } from "vitest"
import { Result } from "effect"
import {
  asPerson,
  byOffice,
  given,
  people,
  scheme,
  school,
  smallWorld,
  theOffice
} from "@lcqm/testing/given-when-then"
import { type CommandName, lcqmHandlers, rolesByCommand, schoolStream } from "../../src/index.ts"
import { commandNames, sampleData, wellFormed } from "../roles/samples.ts"

const reason = { about: [], text: "A new head teacher." }
// What names a school in passing, as a network's commands do, goes to another stream than the school's.
const aboutSchool = commandNames.filter((type) => {
  const stream = lcqmHandlers.find(({ command }) => command.name === type)?.streamOf(sampleData[type])
  return stream?.startsWith("school-") === true
})

// What the command is answered from whoever may give it: a rejection's tag, or that it is accepted.
const answerTo = (type: CommandName, story: ReturnType<typeof given>): string => {
  const [role] = rolesByCommand[type]
  const person = role === "Champion" ? people.champion : people.assessor
  const actor = role === "SchemeOffice" ? theOffice : asPerson(person)
  const command = { ...wellFormed(type), id: "asked-of-standing", occurredOn: story.today, actor }
  const seen = story.eventsOf(schoolStream(scheme, school)).length - 1
  const { outcome } = story.whenSent("seen" in command ? { ...command, seen } : command)
  return Result.isSuccess(outcome) ? "accepted" : outcome.failure._tag
}

const answers = (story: ReturnType<typeof given>): Readonly<Record<string, string>> =>
  Object.fromEntries(aboutSchool.map((type) => [type, answerTo(type, story)]))

// What the road after a decision is answered where there has been none.
const nothingDecided = {
  GiveSecondJudgement: "RoleRequired",
  SupportShift: "RoleRequired",
  LodgeAppeal: "NothingToAppeal",
  DecideAppeal: "NoAppealOpen",
  OpenReview: "NoAwardStands",
  CloseReview: "NoReviewOpen",
  RevokeAward: "NoAwardStands",
  BeginRenewal: "NoAwardStands",
  ReplaceSchool: "accepted",
  CloseSchool: "accepted",
  CarryOverAward: "NotTheSuccessor"
}

const all = (answer: string): Readonly<Record<string, string>> =>
  Object.fromEntries(aboutSchool.map((type) => [type, answer]))

describe("a command about a school", () => {
  it("is one of all these", () => {
    expect(aboutSchool).toHaveLength(44)
  })

  it("comes too late once the award is agreed, but for evidence that is withdrawn and what comes afterwards", () => {
    expect(answers(given(smallWorld.at("agreed")))).toEqual({
      ...all("AlreadyAgreed"),
      ...nothingDecided,
      LodgeAppeal: "accepted",
      OpenReview: "accepted",
      RevokeAward: "accepted",
      BeginRenewal: "accepted",
      EnrolSchool: "AlreadyEnrolled",
      WithdrawEvidence: "accepted",
      CorrectDate: "DateNotCorrectable"
    })
  })

  it("comes too late once the award is withheld, but for an appeal and another enrolment", () => {
    expect(answers(given(smallWorld.at("withheld")))).toEqual({
      ...all("EnrolmentOver"),
      ...nothingDecided,
      LodgeAppeal: "accepted",
      EnrolSchool: "accepted",
      CorrectDate: "DateNotCorrectable"
    })
  })

  it("waits while the enrolment rests, but for what ends that", () => {
    expect(answers(given(smallWorld.at("visited")).having(byOffice("DeferEnrolment", { reason })))).toEqual({
      ...all("EnrolmentIsDeferred"),
      ...nothingDecided,
      EnrolSchool: "AlreadyEnrolled",
      TransferEnrolment: "accepted",
      WithdrawEnrolment: "accepted",
      ResumeEnrolment: "accepted",
      CorrectDate: "DateNotCorrectable"
    })
  })

  it("waits while a proposal does, but for the answer to it and for what does not touch it", () => {
    expect(answers(given(smallWorld.at("proposed")))).toEqual({
      ...all("ProposalStands"),
      ...nothingDecided,
      EnrolSchool: "AlreadyEnrolled",
      ResumeEnrolment: "NotDeferred",
      AppointChampion: "ChampionAlreadyAppointed",
      WithdrawEnrolment: "accepted",
      ReplaceChampion: "accepted",
      ReplaceAssessor: "AssessmentNotTaken",
      CorrectDate: "DateNotCorrectable",
      DescribeSetting: "accepted",
      AcceptProposal: "accepted",
      DeclineProposal: "accepted",
      WithdrawProposal: "accepted"
    })
  })

  it("waits for the visit, where it is the assessor's", () => {
    const assessors = aboutSchool.filter(
      (type) => rolesByCommand[type][0] === "Assessor" && type !== "HoldVisit"
    )
    const answered = answers(given(smallWorld.at("visit arranged")))
    expect(assessors.filter((type) => answered[type] !== "VisitNotHeld")).toEqual(["WithdrawProposal"])
  })

  it("waits for further work that is outstanding, where it is a judgement of the assessor's", () => {
    const answered = answers(given(smallWorld.at("further work asked")))
    expect(aboutSchool.filter((type) => answered[type] === "FurtherWorkOutstanding")).toEqual([
      "ReviewEvidence",
      "AssessCriterion",
      "AgreeJudgement",
      "ProposeAward",
      "AskFurtherWork",
      "AskSecondJudgement"
    ])
  })
})
