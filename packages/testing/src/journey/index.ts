// The enrolment journey run beside a small reference model, over any store.
export { anyJourney, type JourneyCommands } from "./any-journey.ts"
export { type Expected, expectedOf } from "./expected.ts"
export { JourneyMismatch, type RealJourney } from "./beside-model.ts"
export { type Choice, JourneyCommand } from "./journey-command.ts"
export { JourneyModel } from "./model.ts"
export { type JourneyRun, runJourney } from "./run-journey.ts"
export { type JourneyCriterion, journeyCriteria, journeySchool, type JourneyStep } from "./step.ts"
