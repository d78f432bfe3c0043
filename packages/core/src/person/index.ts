// People in the scheme, by pseudonym: CPD attended, and being an assessor.
export { AttendanceRecorded, NotAChampionOfIt, SessionCancelled, SessionNotYetHeld } from "./attendance.ts"
export * from "./commands.ts"
export * from "./decide.ts"
export * from "./events.ts"
export * from "./external.ts"
export {
  type Appointment,
  type Attendance,
  type Interest,
  personFold,
  type PersonState,
  sessionsAttended,
  type TakenAssessment
} from "./fold.ts"
export { type SharedNetwork, sharedNetwork } from "./of-network.ts"
export {
  bearsCascade,
  type Cascaded,
  CascadeWithoutAttendance,
  type OwnAttendance,
  TrainingModelNotArranged
} from "./through-network.ts"
