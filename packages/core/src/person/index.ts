// People in the scheme, by pseudonym: CPD attended, and being an assessor.
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
