// How a story's commands, events and answers read in an error message.
import type { Accepted, EventBody, ExecuteError } from "@lcqm/core"
import { Result } from "effect"
import { plain } from "./mismatch.ts"

// The part of a basis that a story tells: which rules were applied. What was read for it is the loop's.
const rulesOf = (basis: object): unknown =>
  Object.fromEntries(
    Object.entries(basis).filter(([key]) => key !== "revision" && key !== "root" && key !== "facts")
  )

/** An event's body as a story compares it: of a basis only the rules applied. */
export const bodyOf = ({ data, type }: EventBody): EventBody => ({
  type,
  data:
    typeof data === "object" &&
    data !== null &&
    "basis" in data &&
    typeof data.basis === "object" &&
    data.basis !== null
      ? { ...data, basis: rulesOf(data.basis) }
      : data
})

// A text of a story is a sentence; what is longer is cut, so that the rest can still be read.
const longestText = 200

const json = (value: unknown): string =>
  JSON.stringify(plain(value), (_, each: unknown) =>
    typeof each === "string" && each.length > longestText ? `${each.slice(0, longestText)}…` : each
  ) ?? "nothing"

const eventLine = ({ data, type }: EventBody): string => `  ${type} ${json(data)}`

/** Events as lines. */
export const eventLines = (events: ReadonlyArray<EventBody>): ReadonlyArray<string> =>
  events.length === 0 ? ["  no event"] : events.map(eventLine)

/** A command as a line. */
export const commandLine = (command: unknown): string => `  ${json(command)}`

const remedyOf = (failure: ExecuteError): string => ("remedy" in failure ? ` ${failure.remedy}` : "")

/** An answer as lines. */
export const outcomeLines = (outcome: Result.Result<Accepted, ExecuteError>): ReadonlyArray<string> => {
  if (Result.isSuccess(outcome)) return eventLines(outcome.success.events.map(bodyOf))
  const { failure } = outcome
  const details = "details" in failure ? ` ${json(failure.details)}` : ""
  return [`  ${failure._tag}${details}`, `  ${failure.message}${remedyOf(failure)}`]
}
