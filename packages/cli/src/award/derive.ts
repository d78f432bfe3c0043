// `lcqm award derive`: what level a set of judgements indicates.
import { derive, explain, sentences, toInterchange } from "@lcqm/core"
import { Effect, Result, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { type BadInput, badInput, commandLine, refusedCase } from "../failure.ts"
import { flagsOf, Path } from "../given/flags.ts"
import { jsonLine } from "../telling/json.ts"
import { printable } from "../telling/printable.ts"
import { wrapped } from "../telling/wrapped.ts"
import { batch } from "./batch.ts"
import { caseFlags, caseFromFiles } from "./case-from-files.ts"
import { tellNotes } from "./notes.ts"
import { resultText } from "./result-text.ts"

const decodeFlags = flagsOf("lcqm award derive", {
  ...caseFlags,
  judgements: Schema.optionalKey(Path),
  batch: Schema.optionalKey(Path),
  reasons: Schema.optionalKey(Schema.Boolean)
})

const oneOfTwo = (got: string): BadInput =>
  badInput("command line of lcqm award derive", commandLine, {
    path: "--judgements",
    expected: "either --judgements FILE for one case or --batch FILE for many",
    got
  })

/** Derives one case, or a batch of them. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { batch: lines, judgements, ...flags } = yield* decodeFlags(given)
  if (lines !== undefined) {
    if (judgements !== undefined) return yield* Effect.fail(oneOfTwo("both"))
    if (flags.evidence !== undefined) return yield* Effect.fail(oneOfTwo("--batch with --evidence"))
    return yield* batch({ ...flags, lines }, streams)
  }
  if (judgements === undefined) return yield* Effect.fail(oneOfTwo("neither"))
  const json = flags.json === true
  const { input, notes, source } = yield* caseFromFiles({ ...flags, judgements }, streams)
  const indicated = yield* Effect.fromResult(Result.mapError(derive(input), refusedCase(source)))
  const tree =
    flags.reasons === true
      ? yield* Effect.fromResult(Result.mapError(explain(input), refusedCase(source)))
      : undefined
  yield* tellNotes(notes, json ? "json" : "text", streams)
  const result = toInterchange(indicated, tree)
  const reasons =
    tree === undefined ? [] : ["", ...sentences(tree).map((line) => wrapped(printable(line))), ""]
  yield* Effect.promise(() =>
    streams.out(
      json ? jsonLine(result) : `${resultText(result, input, streams.colours)}${reasons.join("\n")}`
    )
  )
  return exitCodes.ok
})
