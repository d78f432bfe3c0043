// Which role may give which command: the one table. The first role named is whose command it is.
import type { CommandName } from "./domain.ts"
import type { Role } from "./vocabulary/index.ts"

const office = ["SchemeOffice"] as const
const officeOrAssessor = ["SchemeOffice", "Assessor"] as const
const leadOrOffice = ["NetworkLead", "SchemeOffice"] as const
const champion = ["Champion"] as const
const assessor = ["Assessor"] as const
const secondAssessor = ["SecondAssessor"] as const

/** The roles that may give each command. An Auditor reads, and gives none. */
export const rolesByCommand: Readonly<Record<CommandName, ReadonlyArray<Role>>> = {
  DraftCriteriaSet: office,
  DraftTheme: office,
  DropTheme: office,
  OpenConsultation: office,
  ReceiveComment: office,
  AnswerComment: office,
  PublishDraft: office,
  PublishCriteriaSet: office,
  WithdrawCriteriaSet: office,
  LinkGuidance: office,
  WithdrawGuidance: office,
  PublishRuleSet: office,
  WithdrawRuleSet: office,
  LaunchCohort: office,
  ChangeCohortWindows: office,
  ScheduleCpdSession: office,
  MoveCpdSession: office,
  CancelCpdSession: office,
  CloseCohort: office,
  RecordCpdAttendance: office,
  RecordCpdCascade: office,
  RecordCpdDelivery: office,
  CorrectCpdAttendance: office,
  AppointAssessor: office,
  StandDownAssessor: officeOrAssessor,
  DeclareInterest: officeOrAssessor,
  EndInterest: officeOrAssessor,
  RegisterSigningKey: officeOrAssessor,
  TakeAssessment: officeOrAssessor,
  ErasePerson: office,
  FormNetwork: office,
  BeginNetworkPlanning: leadOrOffice,
  EndorseNetwork: office,
  CloseNetwork: office,
  NameNetworkLead: office,
  JoinNetwork: leadOrOffice,
  LeaveNetwork: leadOrOffice,
  ChooseLearningFocus: leadOrOffice,
  FundMathematicsCentre: office,
  ArrangeTraining: office,
  NameRepresentative: leadOrOffice,
  StandDownRepresentative: leadOrOffice,
  RecordActivity: leadOrOffice,
  RecordEvaluation: leadOrOffice,
  RegisterNetwork: leadOrOffice,
  GiveContactConsent: leadOrOffice,
  WithdrawContactConsent: ["NetworkContact", "NetworkLead", "SchemeOffice"],
  EnrolSchool: office,
  DeferEnrolment: office,
  TransferEnrolment: office,
  WithdrawEnrolment: office,
  ResumeEnrolment: office,
  AppointChampion: office,
  ReplaceChampion: office,
  DescribeSetting: champion,
  SubmitEvidence: champion,
  AssignEvidence: champion,
  UnassignEvidence: champion,
  WithdrawEvidence: champion,
  SelfAssessCriterion: champion,
  DeclareSelfAssessment: champion,
  ReopenSelfAssessment: champion,
  ArrangeVisit: office,
  MoveVisit: officeOrAssessor,
  CancelVisit: officeOrAssessor,
  HoldVisit: assessor,
  ReplaceAssessor: office,
  ReviewEvidence: assessor,
  AssessCriterion: assessor,
  AgreeJudgement: assessor,
  ProposeAward: assessor,
  DeclineProposal: champion,
  WithdrawProposal: assessor,
  AcceptProposal: champion,
  AskFurtherWork: assessor,
  SubmitFurtherWork: champion,
  WithholdAward: assessor,
  CorrectDate: office,
  AskSecondJudgement: officeOrAssessor,
  GiveSecondJudgement: secondAssessor,
  SupportShift: secondAssessor,
  LodgeAppeal: champion,
  DecideAppeal: office,
  OpenReview: office,
  CloseReview: office,
  RevokeAward: office,
  BeginRenewal: office,
  CarryEvidenceForward: champion,
  ReplaceSchool: office,
  CloseSchool: office,
  CarryOverAward: office
}

/**
 * Who may read the sealed text of a stream: the office, auditors, and whoever has one of these roles in that stream by
 * its events. Everybody else reads `[sealed]`.
 */
export const rolesThatReadText: ReadonlyArray<Role> = [
  "SchemeOffice",
  "Auditor",
  "Champion",
  "Assessor",
  "SecondAssessor",
  "NetworkLead"
]
