// When a command is given: what was answered, and whether that is what the story tells.
import type { Accepted, Decided as DecidedBody, EventBody, ExecuteError, FullDate } from "@lcqm/core"
import { Result } from "effect"
import type { AnyCommand, Asked } from "./domain.ts"
import type { Given } from "./given.ts"
import { differenceLines, differences, StoryMismatch } from "./mismatch.ts"
import { bodyOf, commandLine, eventLines, outcomeLines } from "./telling.ts"
import type { Telling } from "./told.ts"

/** A problem of malformed input, as far as a story tells it. */
export interface ProblemTold {
  readonly path: string
  readonly expected?: string
  readonly got?: string
}

/** What a command and its answer are compared by. */
export interface Answered<Command extends AnyCommand, Body extends EventBody> {
  readonly input: unknown
  readonly today: FullDate
  readonly outcome: Result.Result<Accepted, ExecuteError>
  /** The story before the command. */
  readonly before: Given<Command, Body>
  /** The same command once more, on another past. */
  readonly again: (given: Given<Command, Body>) => When<Command, Body>
  /** The story after it; the same where nothing was recorded. */
  readonly after: Given<Command, Body>
  readonly telling: Telling
}

// A computed name, since it is meant: a story that is awaited before it says what it expects is no story.
const thenExpect = "then" as const

const isSentence = (text: string): boolean => /^\S.*[.?!]$/su.test(text)

/** A command that was given, and its answer: say what was expected of it. */
export class When<Command extends AnyCommand, Body extends EventBody> {
  readonly #answered: Answered<Command, Body>

  constructor(answered: Answered<Command, Body>) {
    this.#answered = answered
  }

  /** What the command was answered. */
  get outcome(): Result.Result<Accepted, ExecuteError> {
    return this.#answered.outcome
  }

  /**
   * Throws a StoryMismatch unless exactly these events followed, in this order; of a decision's basis only the
   * rules applied are compared. Answers with the story so far.
   */
  [thenExpect](expected: ReadonlyArray<DecidedBody<Body>>): Given<Command, Body> {
    if (typeof expected === "function") {
      throw new StoryMismatch(
        "The story says when, and not what then: end it with then, thenRejected or another."
      )
    }
    const wanted = expected.map(bodyOf)
    const { outcome } = this.#answered
    if (Result.isFailure(outcome)) return this.#mismatch(eventLines(wanted))
    const found = differences(wanted, outcome.success.events.map(bodyOf))
    if (found.length > 0) return this.#mismatch(eventLines(wanted), differenceLines(found))
    for (const { type } of wanted) this.#answered.telling.events.add(type)
    return this.#answered.after
  }

  /** Throws a StoryMismatch unless the command was accepted, whatever followed. Answers with the story so far. */
  thenAccepted(): Given<Command, Body> {
    return Result.isSuccess(this.outcome) ? this.#answered.after : this.#mismatch(["  any events"])
  }

  /** Throws a StoryMismatch unless the command was accepted and there was nothing to do. */
  thenNothing(): Given<Command, Body> {
    const { outcome } = this.#answered
    return Result.isSuccess(outcome) && outcome.success.events.length === 0
      ? this.#answered.after
      : this.#mismatch(["  no event, and no refusal"])
  }

  /**
   * Throws a StoryMismatch unless the rules refuse the command so, and say in sentences why and what to do; of the
   * details, those given are compared.
   */
  thenRejected(tag: string, details: Readonly<Record<string, unknown>> = {}): Refused<Command, Body> {
    const { outcome } = this.#answered
    const failure = Result.isFailure(outcome) ? outcome.failure : undefined
    const wanted = [`  ${tag} ${JSON.stringify(details)}`]
    if (failure === undefined || !("kind" in failure) || failure._tag !== tag) return this.#mismatch(wanted)
    const known = Object.fromEntries(Object.keys(details).map((key) => [key, failure.details[key]]))
    const found = differences(details, known)
    if (found.length > 0) return this.#mismatch(wanted, differenceLines(found))
    for (const part of ["message", "remedy"] as const) {
      if (!isSentence(failure[part])) return this.#mismatch([...wanted, `  a sentence as its ${part}`])
    }
    this.#answered.telling.rejections.add(tag)
    return new Refused(this.#answered)
  }

  /** Throws a StoryMismatch unless the input is malformed at these paths and no others. */
  thenMalformed(...problems: readonly [ProblemTold, ...Array<ProblemTold>]): void {
    const { outcome } = this.#answered
    const failure = Result.isFailure(outcome) ? outcome.failure : undefined
    const wanted = [`  Malformed ${JSON.stringify(problems)}`]
    if (failure?._tag !== "Malformed" || !("what" in failure)) return this.#mismatch(wanted)
    const asTold = failure.problems.map(({ expected, got, path }, index) => ({
      path,
      ...(problems[index]?.expected === undefined ? {} : { expected }),
      ...(problems[index]?.got === undefined ? {} : { got })
    }))
    const found = differences(problems, asTold)
    if (found.length > 0) this.#mismatch(wanted, differenceLines(found))
  }

  #mismatch(expected: ReadonlyArray<string>, found: ReadonlyArray<string> = []): never {
    const { input, outcome, today } = this.#answered
    throw new StoryMismatch(
      [
        `The story does not go as told, on ${today}.`,
        "When",
        commandLine(input),
        "Expected",
        ...expected,
        "Came",
        ...outcomeLines(outcome),
        ...(found.length === 0 ? [] : ["Differences", ...found])
      ].join("\n")
    )
  }
}

/** A command the rules refused: a rejection says what would make it acceptable, and that can be tried. */
export class Refused<Command extends AnyCommand, Body extends EventBody> {
  readonly #answered: Answered<Command, Body>

  constructor(answered: Answered<Command, Body>) {
    this.#answered = answered
  }

  /** Once these were done first, the same command is accepted; a judgement is then made on what is seen then. */
  remediedBy(...first: ReadonlyArray<Asked<Command>>): Given<Command, Body> {
    const { again, before } = this.#answered
    return again(before.having(...first)).thenAccepted()
  }

  /** The same command is accepted on that day, once these were done on it first. */
  remediedOn(day: FullDate, ...first: ReadonlyArray<Asked<Command>>): Given<Command, Body> {
    const { again, before } = this.#answered
    return again(before.on(day).having(...first)).thenAccepted()
  }

  /** Sent instead, this is accepted. */
  remediedBySending(instead: Asked<Command>): Given<Command, Body> {
    return this.#answered.before.when(instead).thenAccepted()
  }
}
