// What a network works on. The source: "Each network has selected its own 'learning focus'. These vary widely."
import { Schema } from "effect"
import { FocusWords, YearGroup } from "../../vocabulary/index.ts"

/** More topics than a focus is made of: what is about everything is no focus. */
export const mostTopics = 12

/** What a focus says, as commands and events carry it. */
export const focusFields = {
  /** As `mathematics`. */
  subject: FocusWords,
  /** As `using and applying mathematics`. */
  topics: Schema.Array(FocusWords).check(Schema.isMaxLength(mostTopics)),
  /** The years it is for; none where no age range is identified. */
  years: Schema.Array(YearGroup).check(Schema.isMaxLength(15))
}

/** A learning focus: a subject, topics of it, and the years it is for. */
export interface LearningFocus {
  readonly subject: FocusWords
  readonly topics: ReadonlyArray<FocusWords>
  readonly years: ReadonlyArray<YearGroup>
}

const namesOfMathematics: ReadonlySet<string> = new Set(["mathematics", "maths", "numeracy"])

/**
 * Whether a focus is on mathematics, by its subject.
 * @example
 * ```ts
 * import { isOnMathematics } from "@lcqm/core"
 * isOnMathematics({ subject: "mathematics", topics: ["using and applying"], years: ["Year 3"] }) // => true
 * isOnMathematics({ subject: "writing", topics: [], years: [] }) // => false
 * ```
 */
export const isOnMathematics = ({ subject }: LearningFocus): boolean => namesOfMathematics.has(subject)

const same = (some: ReadonlyArray<string>, others: ReadonlyArray<string>): boolean =>
  some.every((each) => others.includes(each)) && others.every((each) => some.includes(each))

/** Whether two say the same, in whatever order and however often. */
export const sameFocus = (one: LearningFocus, other: LearningFocus): boolean =>
  one.subject === other.subject && same(one.topics, other.topics) && same(one.years, other.years)
