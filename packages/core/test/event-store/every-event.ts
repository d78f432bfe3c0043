// A recorded event of every type, from stories that say as much as can be said: what golden files are written from.
import {
  asPerson,
  attended,
  by,
  byAssessor,
  byChampion,
  byOffice,
  given,
  onCohort,
  onNetwork,
  onPerson,
  people,
  scheme,
  school,
  smallCriteriaSet,
  smallWorld,
  theOffice
} from "@lcqm/testing/given-when-then"
import { canonicalJson } from "@lcqm/ledger"
import { type LcqmEvent, stampedOf } from "../../src/index.ts"

const reason = { about: [people.champion], text: "As it was – “seen”, ☃, 𝄞 \u0000\u2028." }
const criterion = "families.events"
const evidence = "e-families.events"
const judgement = { level: "gold" } as const
const windows = {
  launch: "2018",
  training: { from: "2018-04", to: "--06" },
  assessment: { from: "2018-02", to: "2018-03-31" }
}
const corrects = given(smallWorld.at("trained")).events.at(-1)?.id ?? ""
const declaration =
  smallWorld.at("declared").events.find(({ type }) => type === "SelfAssessmentDeclared.v1")?.id ?? ""

const stories = [
  given(smallWorld.at("ready")).having(
    {
      type: "LaunchCohort",
      actor: theOffice,
      data: { scheme, cohort: "A", title: "A", area: "Knowsley South", windows }
    },
    onCohort("ChangeCohortWindows", { windows, reason }),
    onCohort("MoveCpdSession", { session: 2, on: "2017-04" }),
    onCohort("CancelCpdSession", { session: 2, reason }),
    onCohort("CloseCohort", { reason }),
    onPerson(people.assessor, "DeclareInterest", { school, interest: "governance" }),
    onPerson(people.assessor, "EndInterest", { school, interest: "governance" }),
    onPerson(people.assessor, "RegisterSigningKey", { publicKey: "0f".repeat(32) }),
    onPerson(people.coach, "ErasePerson", { request: "requests/2017-1" }),
    onPerson(people.assessor, "StandDownAssessor", { scheme, reason }),
    onPerson(people.stranger, "AppointAssessor", { scheme, schools: ["900003", "900004"] })
  ),
  given(smallWorld.at("trained")).having(
    onPerson(people.champion, "CorrectCpdAttendance", { corrects, reason }),
    byOffice("ReplaceChampion", { champion: people.nextChampion, coach: people.champion, reason }),
    attended(people.nextChampion, 4),
    byOffice("DeferEnrolment", { until: "2018-04", reason }),
    byOffice("TransferEnrolment", { cohort: "2", reason }),
    byOffice("ResumeEnrolment", {}),
    byOffice("WithdrawEnrolment", { reason })
  ),
  given(smallWorld.at("self-assessed")).having(
    byChampion("SubmitEvidence", {
      evidence: "e-9",
      kind: "survey",
      reference: "surveys/9.pdf?v=1#page=2",
      sha256: "0f".repeat(32),
      producedOn: "2017-06-30"
    }),
    byChampion("UnassignEvidence", { evidence, criterion }),
    byChampion("WithdrawEvidence", { evidence, reason }),
    byChampion("SelfAssessCriterion", { criterion, judgement: { setAside: reason } }),
    byChampion("DeclareSelfAssessment", { declared: "gold", reason }),
    byChampion("ReopenSelfAssessment", { reason })
  ),
  given(smallWorld.at("visit arranged")).having(
    byOffice("MoveVisit", { on: "2017-11-20", reason }),
    byOffice("CancelVisit", { reason })
  ),
  given(smallWorld.at("visited")).having(
    onPerson(people.otherAssessor, "TakeAssessment", { scheme, school, enrolment: 1 }),
    byOffice("ReplaceAssessor", { assessor: people.otherAssessor, on: "2017-12", reason }),
    byOffice("CorrectDate", { corrects: declaration, on: "2017-10", reason })
  ),
  given(smallWorld.at("reviewed")).having(
    byAssessor("ReviewEvidence", { evidence, criterion, verdict: "insufficient", reason }),
    byAssessor("AssessCriterion", { criterion, judgement: { setAside: reason } }),
    byAssessor("AgreeJudgement", { criterion, judgement, reason })
  ),
  given(smallWorld.at("judgements agreed")).having(
    byAssessor("ProposeAward", { level: "bronze", reason }),
    byChampion("DeclineProposal", { reason }),
    byAssessor("ProposeAward", { level: "silver" }),
    byAssessor("WithdrawProposal", { reason }),
    byAssessor("AskFurtherWork", { criteria: [criterion], by: "2018-02", reason }),
    byChampion("SubmitFurtherWork", { note: reason }),
    byAssessor("WithholdAward", { reason })
  ),
  given(smallWorld.at("judgements agreed")).having(
    byAssessor("ProposeAward", { level: "bronze", reason }),
    byChampion("AcceptProposal", { level: "bronze" })
  )
]

const draft = { scheme, version: "small.2" }
const second = {
  ...smallCriteriaSet,
  version: "small.2",
  tips: [{ id: "say", tip: "Watch – “what” you say of it, ☃.", source: "The scheme's text, top tips" }]
}
stories.push(
  given(smallWorld.at("ready")).having(
    { type: "DraftCriteriaSet", actor: theOffice, data: { scheme, criteriaSet: second } },
    { type: "DropTheme", actor: theOffice, data: { ...draft, theme: "leadership" } },
    {
      type: "OpenConsultation",
      actor: theOffice,
      data: { ...draft, from: "2016-11", until: "2017-01-20" }
    },
    {
      type: "ReceiveComment",
      actor: theOffice,
      data: { ...draft, comment: "c-1", theme: "families", criterion, from: "network", said: reason }
    },
    {
      type: "AnswerComment",
      actor: theOffice,
      data: { ...draft, comment: "c-1", outcome: "draft stays", answer: reason }
    },
    {
      type: "LinkGuidance",
      actor: theOffice,
      data: {
        ...draft,
        guidance: "g-1",
        title: "Homework – for “Year 3”",
        link: "https://guidance.example:8443/year-3?page=2#top",
        criterion,
        audience: { phase: "primary", yearGroups: ["Year 3", "Year 4"] }
      }
    },
    { type: "WithdrawGuidance", actor: theOffice, data: { ...draft, guidance: "g-1", reason } },
    { type: "WithdrawCriteriaSet", actor: theOffice, data: { ...draft, reason } },
    { type: "WithdrawRuleSet", actor: theOffice, data: { scheme, version: "1", reason } }
  )
)

const byOther = by(asPerson(people.otherAssessor))
stories.push(
  given(smallWorld.at("judgements agreed")).having(
    byOffice("AskSecondJudgement", { about: "shift", assessor: people.otherAssessor }),
    byOther("SupportShift", { level: "gold", reason })
  ),
  given(smallWorld.at("agreed")).having(
    byOffice("AskSecondJudgement", { about: "moderation", assessor: people.otherAssessor }),
    byOther("GiveSecondJudgement", { level: "bronze", reason }),
    byOffice("CloseReview", { finding: "award to be revoked", reason }),
    byOffice("RevokeAward", { reason }),
    onPerson(people.stranger, "AppointAssessor", { scheme, schools: [] }),
    byChampion("LodgeAppeal", { grounds: reason }),
    byOffice("AskSecondJudgement", { about: "appeal", assessor: people.stranger }),
    by(asPerson(people.stranger))("GiveSecondJudgement", { level: "silver", reason }),
    byOffice("DecideAppeal", { reason })
  ),
  given(smallWorld.at("agreed")).having(
    byOffice("BeginRenewal", { cohort: "1", criteriaSet: "small.1", ruleSet: "1" }),
    byChampion("CarryEvidenceForward", { evidence }),
    byOffice("CloseSchool", { reason })
  ),
  given(smallWorld.at("agreed")).having(byOffice("ReplaceSchool", { successor: "900003", reason }), {
    type: "CarryOverAward",
    actor: theOffice,
    data: { scheme, school: "900003", from: school, reason }
  })
)

const { lead, representative } = people
stories.push(
  given()
    .on("2017-09-04")
    .having(
      onNetwork("FormNetwork", {
        name: "Harbour Learning Network",
        area: "Harbour",
        schools: [{ school, kind: "primary" }, { school: "900002", kind: "infant" }, { school: "900003" }]
      }),
      onNetwork("NameNetworkLead", { lead }),
      onNetwork("BeginNetworkPlanning", {}),
      onNetwork("ChooseLearningFocus", {
        subject: "mathematics",
        topics: ["using and applying mathematics", "children's self-assessment"],
        years: ["Reception", "Year 3", "Year 4"]
      }),
      onNetwork("FundMathematicsCentre", {}),
      onNetwork("EndorseNetwork", {}),
      onNetwork("ArrangeTraining", {
        part: "leading the framework",
        models: ["representatives cascade", "delivered to the network"],
        sessions: [1, 2]
      }),
      onNetwork("NameRepresentative", { representative, school }),
      onNetwork("RecordActivity", {
        activity: "focus-group day",
        schools: [school, "900002"],
        host: "900003",
        term: "2017 autumn",
        note: reason
      }),
      onNetwork("RecordEvaluation", { measure: "test answers", finding: "not yet known", note: reason }),
      onNetwork("RegisterNetwork", {}),
      onNetwork("GiveContactConsent", { contact: lead }),
      onNetwork("WithdrawContactConsent", { contact: lead }),
      onNetwork("StandDownRepresentative", { representative, reason }),
      onNetwork("LeaveNetwork", { school: "900003", reason }),
      onNetwork("CloseNetwork", { reason })
    )
)

/** The canonical bytes of a recorded event, as text. */
export const bytesOf = (event: LcqmEvent): string => canonicalJson(stampedOf(event))

/** One event of every type, the one that says most. */
export const everyEvent = (): ReadonlyMap<string, LcqmEvent> => {
  const found = new Map<string, LcqmEvent>()
  for (const event of stories.flatMap(({ events }) => events)) {
    const known = found.get(event.type)
    if (known === undefined || bytesOf(known).length < bytesOf(event).length) found.set(event.type, event)
  }
  return found
}
