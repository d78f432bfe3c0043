// What is asked for about the dates of an enrolment.
import { commandType } from "../../deciding/declaring/command.ts"
import { EventId, PartialDate, Text } from "../../vocabulary/index.ts"
import { school } from "../standing.ts"

/** Correct the date of something in the enrolment that was recorded with the wrong one. */
export const CorrectDate = commandType(
  "CorrectDate",
  "Correct the date of something in the enrolment that was recorded with the wrong one.",
  { ...school, corrects: EventId, on: PartialDate, reason: Text }
)
