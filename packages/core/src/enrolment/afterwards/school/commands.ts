// What the office asks for about the school itself.
import { commandType } from "../../../deciding/declaring/command.ts"
import { Text, Urn } from "../../../vocabulary/index.ts"
import { school } from "../../standing.ts"

/** Record that another school, with another URN, has taken the school's place. */
export const ReplaceSchool = commandType(
  "ReplaceSchool",
  "Record that another school, with another URN, has taken the school's place.",
  { ...school, successor: Urn, reason: Text }
)

/** Record that the school has closed. */
export const CloseSchool = commandType("CloseSchool", "Record that the school has closed.", {
  ...school,
  reason: Text
})

/** Carry the award of the school that this one replaced over to it. */
export const CarryOverAward = commandType(
  "CarryOverAward",
  "Carry the award of the school that this one replaced over to it.",
  { ...school, from: Urn, reason: Text }
)
