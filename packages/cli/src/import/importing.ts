// What every import of commands does: read, check everything, rehearse, and only then record.
import type { EventStore } from "@lcqm/core"
import { Effect } from "effect"
import { type ExitCode, exitCodes } from "../exit-codes.ts"
import type { Failure } from "../failure.ts"
import { overStore } from "../over-store.ts"
import type { StoreUrl } from "../store-url.ts"
import type { Streams } from "../streams.ts"
import { progressOn } from "../telling/progress.ts"
import type { CsvFile, LineProblem } from "./csv-file.ts"
import type { Planned } from "./planned.ts"
import { recorded, type Rehearsed, rehearsed, type WarningsOf } from "./rehearsing.ts"
import { importJson, type ImportReport, importRefused, importText } from "./report.ts"

/** A file as it was read, and what its rows come to. */
export interface Import {
  readonly what: string
  readonly source: string
  readonly file: CsvFile
  readonly plan: ReadonlyArray<Planned>
  /** What is wrong with the rows themselves, beside what is wrong with the file. */
  readonly problems: ReadonlyArray<LineProblem>
  readonly warnings: ReadonlyArray<{ readonly line: number; readonly says: string }>
  readonly warningsOf: WarningsOf
}

/** How it is asked for. */
export interface Asking {
  readonly store: StoreUrl
  readonly dryRun: boolean
  readonly json: boolean
}

const notRehearsed: Rehearsed = { fresh: 0, before: 0, refusals: [], problems: [], warnings: [] }

const reportOf = (
  { file, problems, source, warnings, what }: Import,
  { dryRun }: Asking,
  rehearsal: Rehearsed,
  written: number
): ImportReport => {
  const { before, fresh, refusals } = rehearsal
  const all = [...file.problems, ...problems, ...rehearsal.problems].toSorted((a, b) => a.line - b.line)
  return {
    what,
    file: source,
    encoding: file.encoding,
    dryRun,
    ok: all.length + refusals.length === 0,
    rows: file.rows.length,
    fresh,
    before,
    recorded: written,
    problems: all,
    refusals,
    warnings: [...warnings, ...rehearsal.warnings].toSorted((a, b) => a.line - b.line)
  }
}

const carriedOut = Effect.fnUntraced(function* (
  store: EventStore["Service"],
  given: Import,
  asking: Asking,
  streams: Streams
): Effect.fn.Return<ImportReport, Failure> {
  const { plan, warningsOf } = given
  const progress = progressOn(streams, asking.dryRun ? "Checking" : "Importing")
  const rounds = asking.dryRun ? 1 : 2
  return yield* Effect.gen(function* () {
    const checked = yield* rehearsed(store, plan, warningsOf, (done) =>
      progress.on(done, rounds * plan.length)
    )
    const report = reportOf(given, asking, checked, 0)
    if (asking.dryRun || !report.ok) return report
    const written = yield* recorded(store, plan, (done) =>
      progress.on(plan.length + done, rounds * plan.length)
    )
    return reportOf(given, asking, checked, written)
  }).pipe(Effect.ensuring(Effect.sync(progress.end)))
})

/** Rehearses a file, and records it unless it is a dry run or anything of it is wrong or refused. */
export const imported = Effect.fnUntraced(function* (
  given: Import,
  asking: Asking,
  streams: Streams
): Effect.fn.Return<ExitCode, Failure> {
  const { dryRun, json, store } = asking
  const unread = reportOf(given, asking, notRehearsed, 0)
  // A file that is wrong in itself makes no store. A dry run tells what the rules say of the rest of it, too.
  const report =
    unread.ok || (dryRun && given.plan.length > 0)
      ? yield* overStore(store, dryRun ? "reading" : "writing", (over) =>
          carriedOut(over, given, asking, streams)
        )
      : unread
  if (!report.ok && !dryRun) return yield* Effect.fail(importRefused(report))
  yield* Effect.promise(() => streams.out(json ? importJson(report) : importText(report)))
  if (report.ok) return exitCodes.ok
  return report.problems.length > 0 ? exitCodes.badInput : exitCodes.refused
})
