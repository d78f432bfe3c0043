// What is asked for about second judgements.
import { commandType, judgementType } from "../../../deciding/declaring/command.ts"
import { Level, PersonRef, Text } from "../../../vocabulary/index.ts"
import { school } from "../../standing.ts"
import { SecondJudgementSubject } from "./events.ts"

/** Ask a second assessor for their judgement. */
export const AskSecondJudgement = commandType(
  "AskSecondJudgement",
  "Ask a second assessor for their judgement.",
  { ...school, about: SecondJudgementSubject, assessor: PersonRef }
)

/** Give a second judgement, as the assessor who was asked for it. */
export const GiveSecondJudgement = judgementType(
  "GiveSecondJudgement",
  "Give a second judgement, as the assessor who was asked for it.",
  { ...school, level: Level, reason: Text }
)

/** Support an award above the level indicated, as the assessor who was asked. */
export const SupportShift = judgementType(
  "SupportShift",
  "Support an award above the level indicated, as the assessor who was asked.",
  { ...school, level: Level, reason: Text }
)
