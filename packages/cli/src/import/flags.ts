// The flags of every import of commands.
import { PartialDate, SchemeId } from "@lcqm/core"
import { Schema } from "effect"
import { actingFlags } from "../given/acting.ts"
import { Json, Path } from "../given/flags.ts"
import { storeFlag } from "../given/store.ts"

/** Who gives the commands of which file, when, and whether for good. */
export const importFlags = {
  ...storeFlag,
  ...actingFlags,
  scheme: SchemeId,
  file: Path,
  on: Schema.optionalKey(PartialDate),
  dryRun: Schema.optionalKey(Schema.Boolean),
  json: Json
}
