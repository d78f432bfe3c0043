// Which role may give which command: the one table. The first role named is whose command it is.
import type { CommandName } from "./domain.ts"
import type { Role } from "./vocabulary/index.ts"

const office = ["SchemeOffice"] as const
const officeOrAssessor = ["SchemeOffice", "Assessor"] as const
const champion = ["Champion"] as const
const assessor = ["Assessor"] as const
const secondAssessor = ["SecondAssessor"] as const

/** The roles that may give each command. An Auditor reads, and gives none. */
export const rolesByCommand: Readonly<Record<CommandName, ReadonlyArray<Role>>> = {
  PublishCriteriaSet: office,
  PublishRuleSet: office,
  LaunchCohort: office,
  ChangeCohortWindows: office,
  ScheduleCpdSession: office,
  MoveCpdSession: office,
  CancelCpdSession: office,
  CloseCohort: office,
  RecordCpdAttendance: office,
  CorrectCpdAttendance: office,
  AppointAssessor: office,
  StandDownAssessor: officeOrAssessor,
  DeclareInterest: officeOrAssessor,
  EndInterest: officeOrAssessor,
  RegisterSigningKey: officeOrAssessor,
  TakeAssessment: officeOrAssessor,
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
