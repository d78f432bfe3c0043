// Who may give which command: one table, and every cell of it tried. The host vouches for the office and for
// auditors; who is Champion, assessor or coach, the events say.
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Result } from "effect"
import {
  asPerson,
  by,
  byAssessor,
  byChampion,
  byOffice,
  given,
  givenEvents,
  network,
  onPerson,
  people,
  scheme,
  school,
  smallWorld,
  theOffice
} from "@lcqm/testing/given-when-then"
import {
  type Actor,
  authorise,
  isRejection,
  lcqmHandlers,
  networkStream,
  type Role,
  type RoleTable,
  rolesByCommand,
  schoolStream
} from "../../src/index.ts"
import { commandNames, wellFormed } from "./samples.ts"

// Here every derived role is somebody's: the school has a Champion, a coach, the assessor of an arranged visit, and a
// second assessor, as an as-at that leaves events out may find; and a network has a lead and a contact.
const arranged = givenEvents(
  [
    ...smallWorld.at("visit arranged").events,
    {
      type: "SecondJudgementAsked.v1",
      stream: schoolStream(scheme, school),
      data: { about: "shift", assessor: people.otherAssessor, causes: [] }
    },
    { type: "NetworkFormed.v1", stream: networkStream(network), data: { network, name: "Harbour" } },
    { type: "NetworkLeadNamed.v1", stream: networkStream(network), data: { lead: people.lead } },
    {
      type: "ContactConsentGiven.v1",
      stream: networkStream(network),
      data: { contact: people.nextChampion }
    }
  ],
  { today: smallWorld.at("visit arranged").today }
)

const actors: Readonly<Record<Role | "nobody", Actor>> = {
  SchemeOffice: theOffice,
  Auditor: { person: people.auditor, roles: ["Auditor"] },
  Champion: asPerson(people.champion),
  Assessor: asPerson(people.assessor),
  SecondAssessor: asPerson(people.otherAssessor),
  Coach: asPerson(people.coach),
  NetworkLead: asPerson(people.lead),
  NetworkContact: asPerson(people.nextChampion),
  nobody: asPerson(people.stranger)
}
const roles = Object.keys(actors).filter((name): name is Role | "nobody" => name in actors)

const refusalOf = (first: Role | undefined): string =>
  first === "Champion" ? "NotTheChampion" : first === "Assessor" ? "NotTheAssessor" : "RoleRequired"

const refusals = new Set(["NotTheChampion", "NotTheAssessor", "RoleRequired"])

const cells = commandNames.flatMap((type) => roles.map((role) => [type, role] as const))

describe("the table of roles by command", () => {
  it("names every command there is", () => {
    const handled = lcqmHandlers.map(({ command }) => command.name).toSorted()
    expect(Object.keys(rolesByCommand).toSorted()).toEqual(handled)
    expect(commandNames.toSorted()).toEqual(handled)
  })

  it("is this", () => {
    const of = (...allowed: ReadonlyArray<Role>) =>
      commandNames.filter((type) => rolesByCommand[type].join() === allowed.join()).join(" ")
    expect(of("Champion")).toBe(
      "DescribeSetting SubmitEvidence AssignEvidence UnassignEvidence WithdrawEvidence SelfAssessCriterion DeclareSelfAssessment ReopenSelfAssessment DeclineProposal AcceptProposal SubmitFurtherWork LodgeAppeal CarryEvidenceForward"
    )
    expect(of("Assessor")).toBe(
      "HoldVisit ReviewEvidence AssessCriterion AgreeJudgement ProposeAward WithdrawProposal AskFurtherWork WithholdAward"
    )
    expect(of("SchemeOffice", "Assessor")).toBe(
      "StandDownAssessor DeclareInterest EndInterest RegisterSigningKey TakeAssessment MoveVisit CancelVisit AskSecondJudgement"
    )
    expect(of("SchemeOffice")).toBe(
      "DraftCriteriaSet DraftTheme DropTheme OpenConsultation ReceiveComment AnswerComment PublishDraft PublishCriteriaSet WithdrawCriteriaSet LinkGuidance WithdrawGuidance PublishRuleSet WithdrawRuleSet LaunchCohort ChangeCohortWindows ScheduleCpdSession MoveCpdSession CancelCpdSession CloseCohort RecordCpdAttendance RecordCpdCascade RecordCpdDelivery CorrectCpdAttendance AppointAssessor ErasePerson FormNetwork EndorseNetwork CloseNetwork NameNetworkLead FundMathematicsCentre ArrangeTraining EnrolSchool DeferEnrolment TransferEnrolment WithdrawEnrolment ResumeEnrolment AppointChampion ReplaceChampion ArrangeVisit ReplaceAssessor DecideAppeal OpenReview CloseReview RevokeAward BeginRenewal ReplaceSchool CloseSchool CarryOverAward CorrectDate"
    )
    expect(of("SecondAssessor")).toBe("GiveSecondJudgement SupportShift")
    expect(of("NetworkLead", "SchemeOffice")).toBe(
      "BeginNetworkPlanning JoinNetwork LeaveNetwork ChooseLearningFocus NameRepresentative StandDownRepresentative RecordActivity RecordEvaluation RegisterNetwork GiveContactConsent"
    )
    expect(of("NetworkContact", "NetworkLead", "SchemeOffice")).toBe("WithdrawContactConsent")
  })

  it.each(cells)("%s by %s is let through or refused as it says", (type, role) => {
    const allowed: ReadonlyArray<string> = rolesByCommand[type]
    const command = { ...wellFormed(type), actor: actors[role] }
    const seen = arranged.eventsOf(schoolStream(scheme, school)).length - 1
    const when = given(arranged).whenSent("seen" in command ? { ...command, seen } : command)
    if (!allowed.includes(role)) {
      when.thenRejected(refusalOf(rolesByCommand[type][0]), { command: type, person: actors[role].person })
    }
    const failure = Result.isFailure(when.outcome) ? when.outcome.failure : undefined
    expect(failure?._tag).not.toBe("Malformed")
    expect(failure !== undefined && isRejection(failure) && refusals.has(failure._tag)).toBe(
      !allowed.includes(role)
    )
  })
})

describe("who may not", () => {
  const ask = (table: RoleTable, ...derived: ReadonlyArray<Role>) =>
    authorise(table, "MoveVisit", { person: people.stranger, roles: ["Auditor"] }, derived)
  const refused = (table: RoleTable, ...derived: ReadonlyArray<Role>) => {
    const answer = ask(table, ...derived)
    return Result.isFailure(answer) ? answer.failure.message : answer.success
  }

  it("is told whom the command is for", () => {
    expect(refused({ MoveVisit: ["SchemeOffice"] }, "Coach")).toBe(
      `MoveVisit is for SchemeOffice, and ${people.stranger} has no such role.`
    )
    expect(refused({ MoveVisit: ["SchemeOffice", "Assessor", "Coach"] })).toBe(
      `MoveVisit is for SchemeOffice or Assessor or Coach, and ${people.stranger} has no such role.`
    )
  })

  it("is everybody, where a table does not name the command", () => {
    const anyRole = fc.constantFrom<Role>(...roles.filter((role) => role !== "nobody"))
    fc.assert(
      fc.property(fc.array(anyRole), (held) => {
        expect(refused({ HoldVisit: ["Auditor"] }, ...held)).toBe(
          `MoveVisit is for nobody, and ${people.stranger} has no such role.`
        )
      })
    )
  })
})

describe("a role", () => {
  const reason = { about: [], text: "Has left the school." }
  const setting = { setting: reason }

  it("is recorded with what was done in it", () => {
    const roleIn = (story: typeof arranged) => story.events.at(-1)?.metadata.actor
    const move = { on: "2017-11-20" }
    expect(roleIn(given(arranged).having(byOffice("MoveVisit", move)))).toEqual({
      person: people.office,
      role: "SchemeOffice"
    })
    expect(roleIn(given(arranged).having(byAssessor("MoveVisit", move)))).toEqual({
      person: people.assessor,
      role: "Assessor"
    })
    // Who has both acts in the one whose command it is.
    const both: Actor = { person: people.assessor, roles: ["Auditor", "SchemeOffice"] }
    expect(roleIn(given(arranged).having(by(both)("MoveVisit", move)))).toEqual({
      person: people.assessor,
      role: "SchemeOffice"
    })
  })

  it("of Champion ends when another becomes it", () => {
    given(arranged)
      .having(byOffice("ReplaceChampion", { champion: people.nextChampion }))
      .when(byChampion("DescribeSetting", setting))
      .thenRejected("NotTheChampion", { person: people.champion })
      .remediedBy(byOffice("ReplaceChampion", { champion: people.champion }))
  })

  it("of Champion ends when the school enrols anew", () => {
    given(smallWorld.at("withheld"))
      .having(byOffice("EnrolSchool", { cohort: "2", criteriaSet: "small.1", ruleSet: "1" }))
      .when(byChampion("DescribeSetting", setting))
      .thenRejected("NotTheChampion")
      .remediedBy(byOffice("AppointChampion", { champion: people.champion }))
  })

  it("of Champion is no matter of what the host vouches for", () => {
    const vouched: Actor = { person: people.stranger, roles: ["SchemeOffice", "Auditor"] }
    given(arranged)
      .when(by(vouched)("DescribeSetting", setting))
      .thenRejected("NotTheChampion", { person: people.stranger })
      .remediedBySending(byChampion("DescribeSetting", setting))
  })

  it.each(["Champion", "Assessor", "SecondAssessor", "Coach"])(
    "of %s is never claimed: the host cannot vouch for it",
    (claimed) => {
      given(arranged)
        .whenSent({
          id: "claim-role-1",
          occurredOn: "2017-10-25",
          ...byChampion("DescribeSetting", setting),
          actor: { person: people.stranger, roles: [claimed] }
        })
        .thenMalformed({ path: "actor.roles[0]", got: `"${claimed}"` })
    }
  )

  it("of assessor is that of the arranged visit, not of everyone appointed", () => {
    const hold = by(asPerson(people.otherAssessor))("HoldVisit", {})
    given(arranged).when(hold).thenRejected("NotTheAssessor", { person: people.otherAssessor })
    given(arranged)
      .having(byOffice("CancelVisit", { reason }))
      .when(byAssessor("HoldVisit", {}))
      .thenRejected("NotTheAssessor", { person: people.assessor })
      .remediedBy(byOffice("ArrangeVisit", { assessor: people.assessor, on: "2017-11-15" }))
  })

  it("of assessor in one's own matters lasts as long as the appointment, and reaches nobody else's", () => {
    const declare = (of: string) =>
      onPerson(of, "DeclareInterest", { school: "900002", interest: "other" }, asPerson(people.assessor))
    given(arranged)
      .when(declare(people.otherAssessor))
      .thenRejected("RoleRequired", { needs: ["SchemeOffice", "Assessor"] })
      .remediedBySending(declare(people.assessor))
    given(arranged)
      .having(onPerson(people.assessor, "StandDownAssessor", { scheme }))
      .when(declare(people.assessor))
      .thenRejected("RoleRequired", { command: "DeclareInterest" })
      .remediedBy(onPerson(people.assessor, "AppointAssessor", { scheme, schools: [] }))
  })

  it("of auditor is to read: no command is an auditor's", () => {
    const auditors = Object.entries(rolesByCommand).filter(([, allowed]) => allowed.includes("Auditor"))
    expect(auditors).toEqual([])
  })

  it("of coach gives no command either", () => {
    const coaches = commandNames.filter((type) => rolesByCommand[type].includes("Coach"))
    expect(coaches).toEqual([])
  })
})
