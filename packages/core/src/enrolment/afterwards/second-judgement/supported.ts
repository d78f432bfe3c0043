// An award above the level indicated needs a second assessor: their support is of one level, on the judgements as they
// then were.
import type { Level } from "../../../vocabulary/index.ts"
import type { EnrolmentState } from "../../state.ts"

/** Whether a second assessor supports that level. */
export const supports = ({ afterwards: { support } }: EnrolmentState, level: Level): boolean =>
  support?.level === level
