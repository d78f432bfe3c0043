// `lcqm criteria list`: every version of the scheme's criteria set, from its draft on.
import { listOf } from "../version/list.ts"

/** Lists the versions of the criteria set. */
export const run = listOf(
  "criteria set",
  "lcqm criteria list",
  "No version of the scheme's criteria set has been drafted.\n"
)
