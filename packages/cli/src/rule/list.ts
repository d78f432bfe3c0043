// `lcqm ruleset list`: every version of the scheme's rule set.
import { listOf } from "../version/list.ts"

/** Lists the versions of the rule set. */
export const run = listOf(
  "rule set",
  "lcqm ruleset list",
  "No version of the scheme's rule set has been published.\n"
)
