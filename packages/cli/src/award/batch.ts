// `lcqm award derive --batch`: many cases, one a line in and one result a line out, in order and in constant memory.
// A line that is wrong is answered as such and the rest goes on.
import { Effect, Result } from "effect"
import { type ExitCode, exitCodes } from "../exit-codes.ts"
import type { BadInput } from "../failure.ts"
import { bytesOf, jsonLinesExpected, lineGroups } from "../given/json-lines.ts"
import { criteriaSetOf, goTogether, onceFromStandardInput, ruleSetOf } from "../given/pinned.ts"
import { readingFrom } from "../given/read-text.ts"
import type { Streams } from "../streams.ts"
import { jsonLine } from "../telling/json.ts"
import { type Defaults, resultOfLine } from "./batch-line.ts"
import { notesOn } from "./case-from-files.ts"
import { tellNotes } from "./notes.ts"

/** What a batch is given. */
export interface BatchFlags {
  readonly criteria?: string
  readonly rule?: string
  readonly json?: boolean
  readonly reasons?: boolean
  /** The file of lines. */
  readonly lines: string
}

interface Counted {
  readonly lines: number
  readonly wrong: number
}

const answerAll = async (
  bytes: AsyncIterable<Buffer>,
  defaults: Defaults,
  streams: Streams
): Promise<Counted> => {
  let lines = 0
  let wrong = 0
  for await (const group of lineGroups(bytes)) {
    let answers = ""
    for (const line of group) {
      const result = line.ok ? resultOfLine(line.value, defaults) : Result.fail(line.problem)
      if (Result.isFailure(result)) wrong += 1
      answers += jsonLine(Result.isSuccess(result) ? result.success : { error: result.failure })
    }
    lines += group.length
    await streams.out(answers)
  }
  return { lines, wrong }
}

/** How a batch of lines ended, for a person; nothing where every line was answered with a result. */
const linesWrong = ({ lines, wrong }: Counted): string =>
  wrong === 0
    ? ""
    : `lcqm: ${wrong} of ${lines} ${lines === 1 ? "line" : "lines"} could not be judged; ` +
      'each is answered with { "error": … } on its line.\n'

/** Answers every line. A set or rule that the flags name is given once, and is checked before the first line. */
export const batch = (flags: BatchFlags, streams: Streams): Effect.Effect<ExitCode, BadInput> =>
  Effect.gen(function* () {
    yield* onceFromStandardInput({
      "--criteria": flags.criteria,
      "--rule": flags.rule,
      "--batch": flags.lines
    })
    const criteria = yield* criteriaSetOf(flags.criteria, "--criteria", streams)
    const rule = yield* ruleSetOf(flags.rule, "--rule", streams)
    // A line may bring its own of either, so only what the flags name together must go together.
    if (flags.criteria !== undefined && flags.rule !== undefined) yield* goTogether(rule, criteria)
    const defaults = {
      criteriaSet: criteria.value,
      rule: rule.value,
      reasons: flags.reasons === true
    }
    const named = { name: flags.lines, flag: "--batch" }
    const bytes = yield* bytesOf(named, streams)
    yield* tellNotes(notesOn(criteria, rule), flags.json === true ? "json" : "batch", streams)
    const counted = yield* readingFrom(named, jsonLinesExpected, () => answerAll(bytes, defaults, streams))
    if (flags.json !== true) yield* Effect.promise(() => streams.err(linesWrong(counted)))
    return counted.wrong === 0 ? exitCodes.ok : exitCodes.refused
  })
