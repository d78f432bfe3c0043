// Starting the appender, and hearing what it has acknowledged.
import type { Durability } from "../../src/index.ts"
import { type Ended, heard, programFor } from "./heard.ts"

/** What the appender is to do. */
export interface Work {
  readonly path: string
  readonly stream: string
  readonly count: number
  readonly perAppend: number
  /** The number in its first event's id; the others follow. */
  readonly firstId: number
  readonly durability: Durability
  /** Whether it keeps a read model in the file beside. */
  readonly bookmark?: boolean
}

/** The command line of the appender. */
export const appenderFor = (work: Work): readonly [string, ReadonlyArray<string>] =>
  programFor("appender.mjs", work)

/** Runs the appender; kills it (SIGKILL) so many milliseconds after its first acknowledgement, where that is given. */
export const append = (work: Work, killAfter?: number): Promise<Ended> =>
  heard(appenderFor(work), killAfter === undefined ? undefined : { acknowledged: 1, after: killAfter })
