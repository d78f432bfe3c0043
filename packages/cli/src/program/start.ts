// How a command is begun: commander is told of every command, and what one does is loaded only when it is run.
import type { Given, Run } from "../carry-out.ts"

/** Runs a command: `load` brings what it does. */
export type Start = (load: () => Promise<{ readonly run: Run }>, given: Pick<Given, "flags">) => Promise<void>
