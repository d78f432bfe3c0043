// These names are the stored format. What a network works on, and its funding as a mathematics centre.
import { Schema } from "effect"
import { eventType } from "../../event-store/index.ts"
import { focusFields } from "./focus.ts"

/** A network chose what it works on, in the place of what it chose before. Stored as `LearningFocusChosen.v1`. */
export const LearningFocusChosen = eventType(
  "LearningFocusChosen",
  1,
  "A network chose what it works on, in the place of what it chose before.",
  focusFields
)

/**
 * What a mathematics centre worked on when it was funded. The source: "Most of these networks, but not all, have a
 * focus on mathematics"; some commit the funding to share outstanding teachers in it beside another focus.
 */
export const FocusWhenFunded = Schema.Literals(["mathematics", "another", "none yet"]).annotate({
  identifier: "FocusWhenFunded",
  description: "What a mathematics centre worked on when it was funded."
})
export type FocusWhenFunded = typeof FocusWhenFunded.Type

/** A network was funded as a mathematics centre. Stored as `MathematicsCentreFunded.v1`. */
export const MathematicsCentreFunded = eventType(
  "MathematicsCentreFunded",
  1,
  "A network was funded as a mathematics centre.",
  { focus: FocusWhenFunded }
)
