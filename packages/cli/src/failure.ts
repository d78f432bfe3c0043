// Why a run did not do what was asked: values, so that one place tells them and one place decides the exit code.
// Nothing heavy is imported here, since a misspelt command must be answered at once.
import type { AwardRefusal, Malformed, OutOfReach, Problem, Rejection, TooManyCriteria } from "@lcqm/core"

/** What was given is not what it should be. `source` is where it was given: a file's name, or the command line. */
export interface BadInput {
  readonly kind: "bad input"
  /** What it was to be, as "criteria set". */
  readonly what: string
  readonly source: string
  readonly problems: readonly [Problem, ...Array<Problem>]
  readonly remedy: string
}

/** The rules said no, or what was asked for did not hold. `tag` is the name of the rejection or error. */
export interface DidNotHold {
  readonly kind: "did not hold"
  readonly tag: string
  readonly message: string
  readonly remedy: string
  readonly details: Readonly<Record<string, unknown>>
}

/** Why a run did not do what was asked. */
export type Failure = BadInput | DidNotHold

/** The source of what stands on the command line itself. */
export const commandLine = "command line"

const correctIt = "Correct what is named and run it again; nothing was written."

/** One thing wrong with what was given. */
export const badInput = (what: string, source: string, problem: Problem, remedy = correctIt): BadInput => ({
  kind: "bad input",
  what,
  source,
  problems: [problem],
  remedy
})

/** What a schema refused, and where it came from. */
export const malformedIn =
  (source: string) =>
  ({ problems, what }: Malformed): BadInput => ({
    kind: "bad input",
    what,
    source,
    problems,
    remedy: correctIt
  })

/** What the rules of the scheme refused. */
export const refusedBy = ({ _tag, details, message, remedy }: Rejection): DidNotHold => ({
  kind: "did not hold",
  tag: _tag,
  message,
  remedy,
  details
})

/** What went wrong outside: a store, a disk. */
export const failedBy = (tag: string, message: string, remedy: string): DidNotHold => ({
  kind: "did not hold",
  tag,
  message,
  remedy,
  details: {}
})

/**
 * What the award rule refused. A file that names what is not there, or sets aside what may not be, is bad input;
 * a case that is well formed and still has no answer did not hold.
 */
export const refusedCase =
  (source: string) =>
  ({ _tag, expected, got, path, remedy }: AwardRefusal | OutOfReach | TooManyCriteria): Failure =>
    _tag === "NothingApplies" || _tag === "OutOfReach" || _tag === "TooManyCriteria"
      ? {
          kind: "did not hold",
          tag: _tag,
          message: `The case in ${source} has no answer at ${path}: expected ${expected}, got ${got}.`,
          remedy,
          details: { path, expected, got }
        }
      : badInput("case for the award rule", source, { path, expected, got }, remedy)
