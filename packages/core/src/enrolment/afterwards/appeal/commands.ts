// What is asked for about appeals.
import { commandType, judgementType } from "../../../deciding/declaring/command.ts"
import { Text } from "../../../vocabulary/index.ts"
import { school } from "../../standing.ts"

/** Appeal against the latest decision, as the Champion. */
export const LodgeAppeal = commandType(
  "LodgeAppeal",
  "Appeal against the latest decision, as the Champion.",
  {
    ...school,
    grounds: Text
  }
)

/** Decide the appeal, by what another assessor found. */
export const DecideAppeal = judgementType(
  "DecideAppeal",
  "Decide the appeal, by what another assessor found.",
  { ...school, reason: Text }
)
