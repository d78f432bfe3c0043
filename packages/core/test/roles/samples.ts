// One well-formed command of every type, as it is sent, with all that it may say. For tables over all commands:
// who may give them, and what of them is refused when it is wrong.
import {
  network,
  people,
  scheme,
  school,
  smallCriteriaSet,
  smallRuleSet,
  theOffice
} from "@lcqm/testing/given-when-then"
import { type CommandName, type LcqmCommand, lcqmHandlers } from "../../src/index.ts"

type Data = { readonly [Type in CommandName]: Extract<LcqmCommand, { readonly type: Type }>["data"] }

const inCohort = { scheme, cohort: "1" }
const atSchool = { scheme, school }
const about = (person: string) => ({ person, scheme })
const criterion = "families.events"
const evidence = "e-families.events"
const judgement = { level: "silver" } as const
const reason = { about: [people.champion], text: "As agreed on the telephone." }
const windows = {
  launch: "2017-01",
  training: { from: "2017-03", to: "2017-06" },
  assessment: { from: "2017-11", to: "2018" }
}

const version = { scheme, version: "small.1" }
const publishing = { publishedOn: "2017-01-10", inForceFrom: "2017-03-10", leastNotice: 28 }
const criteriaSet = {
  ...smallCriteriaSet,
  tips: [{ id: "praise", tip: "Praise effort.", source: "The scheme's top tips" }]
}

/** The data of one well-formed command of every type. */
export const sampleData: Data = {
  DraftCriteriaSet: { scheme, criteriaSet },
  DraftTheme: { ...version, theme: smallCriteriaSet.themes[0]! },
  DropTheme: { ...version, theme: "families" },
  OpenConsultation: { ...version, from: "2016-04-01", until: "2016-06" },
  ReceiveComment: {
    ...version,
    comment: "c-1",
    theme: "families",
    criterion,
    from: "mathematics centre",
    said: reason
  },
  AnswerComment: { ...version, comment: "c-1", outcome: "draft changed", answer: reason },
  PublishDraft: { ...version, ...publishing },
  PublishCriteriaSet: { scheme, criteriaSet, ...publishing },
  WithdrawCriteriaSet: { ...version, reason },
  LinkGuidance: {
    ...version,
    guidance: "g-1",
    title: "Homework for Year 3",
    link: "https://guidance.example/year-3?page=2",
    criterion,
    audience: { phase: "primary", yearGroups: ["Year 3", "Year 4"] }
  },
  WithdrawGuidance: { ...version, guidance: "g-1", reason },
  PublishRuleSet: { scheme, ruleSet: smallRuleSet, publishedAs: "small.1", ...publishing },
  WithdrawRuleSet: { scheme, version: "1", reason },
  LaunchCohort: { ...inCohort, title: "Pilot", area: "Knowsley South", windows },
  ChangeCohortWindows: { ...inCohort, windows, reason },
  ScheduleCpdSession: { ...inCohort, session: 1, on: "2017-03-08" },
  MoveCpdSession: { ...inCohort, session: 1, on: "2017-03-09" },
  CancelCpdSession: { ...inCohort, session: 1, reason },
  CloseCohort: { ...inCohort, reason },
  RecordCpdAttendance: { ...about(people.assessor), cohort: "1", session: 1, school },
  RecordCpdCascade: {
    ...about(people.assessor),
    cohort: "1",
    session: 1,
    school,
    network,
    cascadedBy: people.representative
  },
  RecordCpdDelivery: { ...about(people.assessor), cohort: "1", session: 1, school, network },
  CorrectCpdAttendance: {
    person: people.assessor,
    corrects: "00000000-0000-4000-8000-000000000000",
    reason
  },
  AppointAssessor: { ...about(people.assessor), schools: [school] },
  StandDownAssessor: { ...about(people.assessor), reason },
  DeclareInterest: { person: people.assessor, school, interest: "family" },
  EndInterest: { person: people.assessor, school, interest: "family" },
  RegisterSigningKey: { person: people.assessor, publicKey: "0f".repeat(32) },
  ErasePerson: { person: people.assessor, request: "requests/1" },
  TakeAssessment: { ...about(people.assessor), school, enrolment: 2 },
  FormNetwork: {
    network,
    name: "Harbour Learning Network",
    area: "Harbour",
    schools: [{ school, kind: "primary" }]
  },
  BeginNetworkPlanning: { network },
  EndorseNetwork: { network },
  CloseNetwork: { network, reason },
  NameNetworkLead: { network, lead: people.lead },
  JoinNetwork: { network, school, kind: "infant" },
  LeaveNetwork: { network, school, reason },
  ChooseLearningFocus: {
    network,
    subject: "mathematics",
    topics: ["using and applying mathematics"],
    years: ["Year 3"]
  },
  FundMathematicsCentre: { network },
  ArrangeTraining: { network, part: "leading", models: ["representatives cascade"], sessions: [1] },
  NameRepresentative: { network, representative: people.representative, school },
  StandDownRepresentative: { network, representative: people.representative, reason },
  RecordActivity: {
    network,
    activity: "focus-group day",
    schools: [school],
    host: school,
    term: "2017 autumn",
    note: reason
  },
  RecordEvaluation: { network, measure: "confidence", finding: "improved", note: reason },
  RegisterNetwork: { network },
  GiveContactConsent: { network, contact: people.lead },
  WithdrawContactConsent: { network, contact: people.lead },
  EnrolSchool: { ...atSchool, cohort: "1", phase: "special", criteriaSet: "small.1", ruleSet: "1" },
  DeferEnrolment: { ...atSchool, until: "2018-04", reason },
  TransferEnrolment: { ...atSchool, cohort: "2", reason },
  WithdrawEnrolment: { ...atSchool, reason },
  ResumeEnrolment: atSchool,
  AppointChampion: { ...atSchool, champion: people.nextChampion, coach: people.coach },
  ReplaceChampion: { ...atSchool, champion: people.nextChampion, coach: people.coach, reason },
  DescribeSetting: { ...atSchool, setting: reason },
  SubmitEvidence: {
    ...atSchool,
    evidence: "e-new",
    kind: "web page",
    reference: "https://evidence.example/new",
    sha256: "0f".repeat(32),
    producedOn: "2017-06"
  },
  AssignEvidence: { ...atSchool, evidence, criterion: "families.homework" },
  UnassignEvidence: { ...atSchool, evidence, criterion },
  WithdrawEvidence: { ...atSchool, evidence, reason },
  SelfAssessCriterion: { ...atSchool, criterion, judgement },
  DeclareSelfAssessment: { ...atSchool, declared: "silver", reason },
  ReopenSelfAssessment: { ...atSchool, reason },
  ArrangeVisit: { ...atSchool, assessor: people.assessor, on: "2017-11-15" },
  MoveVisit: { ...atSchool, on: "2017-11-16", reason },
  CancelVisit: { ...atSchool, reason },
  HoldVisit: atSchool,
  ReplaceAssessor: { ...atSchool, assessor: people.otherAssessor, on: "2017-11-15", reason },
  ReviewEvidence: { ...atSchool, evidence, criterion, verdict: "insufficient", reason },
  AssessCriterion: { ...atSchool, criterion, judgement: { setAside: reason } },
  AgreeJudgement: { ...atSchool, criterion, judgement, reason },
  ProposeAward: { ...atSchool, level: "silver", reason },
  DeclineProposal: { ...atSchool, reason },
  WithdrawProposal: { ...atSchool, reason },
  AcceptProposal: { ...atSchool, level: "silver" },
  AskFurtherWork: { ...atSchool, criteria: [criterion], by: "2018-02", reason },
  SubmitFurtherWork: { ...atSchool, note: reason },
  WithholdAward: { ...atSchool, reason },
  AskSecondJudgement: { ...atSchool, about: "shift", assessor: people.otherAssessor },
  GiveSecondJudgement: { ...atSchool, level: "silver", reason },
  SupportShift: { ...atSchool, level: "gold", reason },
  LodgeAppeal: { ...atSchool, grounds: reason },
  DecideAppeal: { ...atSchool, reason },
  OpenReview: { ...atSchool, cause: "other", reason },
  CloseReview: { ...atSchool, finding: "award stands", reason },
  RevokeAward: { ...atSchool, reason },
  BeginRenewal: { ...atSchool, cohort: "2", criteriaSet: "small.1", ruleSet: "1" },
  CarryEvidenceForward: { ...atSchool, evidence },
  ReplaceSchool: { ...atSchool, successor: "900003", reason },
  CloseSchool: { ...atSchool, reason },
  CarryOverAward: { ...atSchool, from: "900003", reason },
  CorrectDate: { ...atSchool, corrects: "00000000-0000-4000-8000-000000000000", on: "2017-01", reason }
}

/** The names of all commands. */
export const commandNames = Object.keys(sampleData).filter((name): name is CommandName => name in sampleData)

const judgements = new Set(
  lcqmHandlers.filter(({ command }) => command.seen).map(({ command }) => command.name)
)

/** A whole well-formed command of a type, sent by the office. */
export const wellFormed = (type: CommandName): Readonly<Record<string, unknown>> => ({
  type,
  id: "a-command-id",
  actor: theOffice,
  occurredOn: "2017-01",
  ...(judgements.has(type) ? { seen: 3 } : {}),
  correlationId: "autumn-visits",
  causationId: "00000000-0000-4000-8000-000000000000",
  data: sampleData[type]
})
