// `lcqm award explain`: why a set of judgements indicates the level it does, and why not the next.
import { derive, explain, sentences, toInterchange } from "@lcqm/core"
import { Effect, Result } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { refusedCase } from "../failure.ts"
import { flagsOf } from "../given/flags.ts"
import { jsonLine } from "../telling/json.ts"
import { printable } from "../telling/printable.ts"
import { wrapped } from "../telling/wrapped.ts"
import { caseFlags, caseFromFiles } from "./case-from-files.ts"
import { tellNotes } from "./notes.ts"

const decodeFlags = flagsOf("lcqm award explain", caseFlags)

/** Explains one case. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const json = flags.json === true
  const { input, notes, source } = yield* caseFromFiles(flags, streams)
  const indicated = yield* Effect.fromResult(Result.mapError(derive(input), refusedCase(source)))
  const tree = yield* Effect.fromResult(Result.mapError(explain(input), refusedCase(source)))
  yield* tellNotes(notes, json ? "json" : "text", streams)
  yield* Effect.promise(() =>
    streams.out(
      json
        ? jsonLine(toInterchange(indicated, tree))
        : sentences(tree)
            .map((line) => `${wrapped(printable(line))}\n`)
            .join("")
    )
  )
  return exitCodes.ok
})
