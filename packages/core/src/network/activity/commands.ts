// What is asked for about what a network does and how it evaluates it.
import { Schema } from "effect"
import { commandType } from "../../deciding/declaring/command.ts"
import { Text } from "../../vocabulary/index.ts"
import { network } from "../slice.ts"
import { activityFields, evaluationFields } from "./events.ts"

/** Record what schools of a network did together. */
export const RecordActivity = commandType(
  "RecordActivity",
  "Record what schools of a network did together.",
  { ...network, ...activityFields, note: Schema.optionalKey(Text) }
)

/** Record what one of the four measures shows of a network's work. */
export const RecordEvaluation = commandType(
  "RecordEvaluation",
  "Record what one of the four measures shows of a network's work.",
  { ...network, ...evaluationFields, note: Schema.optionalKey(Text) }
)
