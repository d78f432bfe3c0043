// A network's journey run beside a small reference model, over any store.
export { anyNetworkJourney, type NetworkJourneyCommands } from "./any-network-journey.ts"
export { expectedInNetwork } from "./expected.ts"
export { NetworkModel } from "./model.ts"
export type { RealJourney } from "../journey/beside-model.ts"
export { type NetworkChoice, NetworkJourneyCommand } from "./network-command.ts"
export { type NetworkJourneyRun, runNetworkJourney } from "./run-network-journey.ts"
export { journeyNetwork, networkSchools, type NetworkStep } from "./step.ts"
