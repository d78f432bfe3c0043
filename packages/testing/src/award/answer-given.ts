// What a rule under test gives back, read as unkindly as any other input: a rule written without types may answer
// anything, and its author is better told so than shown a counter-example of a level that is none.
import { type Level, levels } from "@lcqm/core"

/** A level, and the levels of the themes where the rule has such things (null: the theme takes no part). */
export interface Judged {
  readonly level: Level | null
  readonly themes?: ReadonlyArray<{ readonly id: string; readonly level: Level | null }>
}

/** What a rule answers: a level, alone or with its themes'; null where it cannot judge the case. */
export type Answer = Level | null | Judged

/** A case that was judged. */
export interface JudgedAt extends Judged {
  readonly level: Level
}

/** What a rule may answer. */
const expected = "none, bronze, silver, gold, null, or { level, themes? }"

/** A rule answered what is no answer. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer"

  constructor(got: unknown) {
    super(`The rule answered ${shown(got)}; a rule answers ${expected}.`)
  }
}

const shown = (value: unknown): string =>
  value instanceof Promise
    ? "a Promise"
    : typeof value === "function"
      ? "a function"
      : JSON.stringify(value).slice(0, 60)

const isLevel = (value: unknown): value is Level => levels.some((level) => level === value)

const isLevelOrNull = (value: unknown): value is Level | null => value === null || isLevel(value)

const isTheme = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  "id" in value &&
  typeof value.id === "string" &&
  "level" in value &&
  isLevelOrNull(value.level)

const isJudged = (value: unknown): value is Judged =>
  typeof value === "object" &&
  value !== null &&
  "level" in value &&
  isLevelOrNull(value.level) &&
  (!("themes" in value) ||
    value.themes === undefined ||
    (Array.isArray(value.themes) && value.themes.every(isTheme)))

/** The level a rule gave, and its themes'; null where it cannot judge the case. Throws `NoAnswer`. */
export const answerGiven = (answer: Answer | undefined): JudgedAt | null => {
  if (answer === undefined || answer === null) return null
  if (isLevel(answer)) return { level: answer }
  if (!isJudged(answer)) throw new NoAnswer(answer)
  const { level } = answer
  return level === null ? null : { ...answer, level }
}
