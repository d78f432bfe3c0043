// What is asked for about a network's focus and funding.
import { commandType } from "../../deciding/declaring/command.ts"
import { network } from "../slice.ts"
import { focusFields } from "./focus.ts"

/** Choose what a network works on, in the place of what it chose before. */
export const ChooseLearningFocus = commandType(
  "ChooseLearningFocus",
  "Choose what a network works on, in the place of what it chose before.",
  { ...network, ...focusFields }
)

/** Fund a network as a mathematics centre. */
export const FundMathematicsCentre = commandType(
  "FundMathematicsCentre",
  "Fund a network as a mathematics centre.",
  network
)
