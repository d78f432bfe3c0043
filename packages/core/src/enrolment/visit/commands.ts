// What is asked for about the visit of the external assessor.
import { Schema } from "effect"
import { commandType } from "../../deciding/declaring/command.ts"
import { PartialDate, PersonRef, Text } from "../../vocabulary/index.ts"
import { school } from "../standing.ts"

/** Arrange the visit of an external assessor. */
export const ArrangeVisit = commandType("ArrangeVisit", "Arrange the visit of an external assessor.", {
  ...school,
  assessor: PersonRef,
  on: PartialDate
})

/** Move the visit to another date. */
export const MoveVisit = commandType("MoveVisit", "Move the visit to another date.", {
  ...school,
  on: PartialDate,
  reason: Schema.optionalKey(Text)
})

/** Cancel the visit. */
export const CancelVisit = commandType("CancelVisit", "Cancel the visit.", { ...school, reason: Text })

/** Record that the visit was held. */
export const HoldVisit = commandType("HoldVisit", "Record that the visit was held.", school)

/** Have another assessor take over, who visits the school on a date of their own. */
export const ReplaceAssessor = commandType(
  "ReplaceAssessor",
  "Have another assessor take over, who visits the school on a date of their own.",
  { ...school, assessor: PersonRef, on: PartialDate, reason: Text }
)
