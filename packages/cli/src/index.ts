// The command line as a function, for programs that have streams of their own to run it over.
export type { Environment } from "./carry-out.ts"
export type { ExitCode } from "./exit-codes.ts"
export { exitCodes } from "./exit-codes.ts"
export { lcqm } from "./lcqm.ts"
export { type Colours, coloursFor, type Streams } from "./streams.ts"
