// A failure as it is told: a few lines for a person, one line of JSON for a machine.
import { commandLine, type Failure } from "../failure.ts"
import { jsonLine } from "./json.ts"
import { printable } from "./printable.ts"

// More is the same mistake again; `--json` has all.
const mostShown = 20

const forPeople = (failure: Failure): string => {
  if (failure.kind === "did not hold") {
    const remedy = failure.remedy === "" ? "" : `${printable(failure.remedy)}\n`
    return `lcqm: ${printable(failure.message)}\n${remedy}`
  }
  const { problems, remedy, source, what } = failure
  const lines = problems
    .slice(0, mostShown)
    .map(
      ({ expected, got, path }) => `  ${path === "" ? "the whole" : path}: expected ${expected}, got ${got}`
    )
  const more = problems.length - lines.length
  return [
    `lcqm: this is no ${what}${source === commandLine ? "" : ` (${source})`}:`,
    ...lines,
    ...(more > 0 ? [`  and ${more} more; --json lists all`] : []),
    remedy,
    ""
  ]
    .map(printable)
    .join("\n")
}

/** A failure as data. */
export const failureAsJson = (failure: Failure): { readonly error: Readonly<Record<string, unknown>> } => {
  if (failure.kind === "did not hold") {
    const { details, message, remedy, tag } = failure
    return { error: { _tag: tag, details, message, remedy } }
  }
  const { problems, remedy, source, what } = failure
  return { error: { _tag: "Malformed", problems, remedy, source, what } }
}

/** What stderr is told of a failure. */
export const failureText = (failure: Failure, json: boolean): string =>
  json ? jsonLine(failureAsJson(failure)) : forPeople(failure)
