// What a rule under test gives back, read as unkindly as any other input: a rule written without types may answer
// anything, and its author is better told so than shown a counter-example of a level that is none.
import { type Level, levels } from "@lcqm/core"
import type { Answer, Judged, JudgedAt } from "./rule-to-test.ts"

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
