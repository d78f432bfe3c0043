// A school in a scheme: everything from enrolment to an agreed award, in one stream with one state.
import { afterwardsHandlers } from "./afterwards/index.ts"
import { agreementHandlers } from "./agreement/decide.ts"
import { championHandlers } from "./champion/decide.ts"
import { chronologyHandlers } from "./chronology/decide.ts"
import { evidenceHandlers } from "./evidence/decide.ts"
import { joiningHandlers } from "./joining/decide.ts"
import { judgementHandlers } from "./judgement/decide.ts"
import { visitHandlers } from "./visit/decide.ts"

export * from "./afterwards/index.ts"
export * from "./agreement/borderline.ts"
export * from "./agreement/commands.ts"
export * from "./agreement/decide.ts"
export * from "./agreement/events.ts"
export * from "./agreement/indicated.ts"
export * from "./agreement/statement.ts"
export * from "./champion/decide.ts"
export * from "./champion/events.ts"
export * from "./chronology/commands.ts"
export * from "./chronology/decide.ts"
export * from "./chronology/events.ts"
export * from "./chronology/milestone.ts"
export * from "./chronology/order.ts"
export * from "./criteria-facts.ts"
export * from "./events.ts"
export * from "./evidence/decide.ts"
export * from "./evidence/events.ts"
export * from "./evidence/reopened.ts"
export { enrolmentFold } from "./fold.ts"
export * from "./joining/decide.ts"
export * from "./joining/events.ts"
export { NoLongerInForce, NotYetInForce } from "./joining/pinning.ts"
export * from "./judgement/award-case.ts"
export * from "./judgement/commands.ts"
export * from "./judgement/decide.ts"
export * from "./judgement/events.ts"
export * from "./judgement/explained.ts"
export { schemeOfStream, schoolFact, schoolOfStream, schoolStream, rolesAtSchool } from "./slice.ts"
export {
  AlreadyAgreed,
  EnrolmentIsDeferred,
  EnrolmentOver,
  NotEnrolled,
  ProposalStands,
  ReasonMissing,
  SelfAssessmentNotDeclared
} from "./standing.ts"
export * from "./state.ts"
export * from "./visit/assessor.ts"
export * from "./visit/commands.ts"
export * from "./visit/decide.ts"
export * from "./visit/events.ts"
export * from "./visit/external.ts"
export * from "./visit/held.ts"

/** How every command about a school is decided. */
export const enrolmentHandlers = [
  ...joiningHandlers,
  ...championHandlers,
  ...evidenceHandlers,
  ...judgementHandlers,
  ...visitHandlers,
  ...agreementHandlers,
  ...chronologyHandlers,
  ...afterwardsHandlers
]
