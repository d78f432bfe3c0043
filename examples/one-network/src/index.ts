// The source's story of one network, synthetic and labelled as sample, played through the public API.
export { type NetworkStory, playNetworkStory } from "./play.ts"
export { everySchool, lead, network, sampleMark, schools } from "./sample.ts"
export { type Chapter, story } from "./story.ts"
export { toldNetwork } from "./told.ts"
