// Puts the commands of a file to the rules, and then carries them out: never the one before all of the other.
import {
  type EventStore,
  EventStore as Port,
  type ExecuteError,
  isRejection,
  Lcqm,
  type LcqmCommand,
  type LcqmOperations
} from "@lcqm/core"
import { Effect, Layer, Result } from "effect"
import type { Failure } from "../failure.ts"
import { told } from "../over-store.ts"
import type { LineProblem } from "./csv-file.ts"
import type { Planned } from "./planned.ts"
import { rehearsalOver } from "./rehearsal.ts"

/** What the rules say of a row that they refuse. */
export interface Refusal {
  readonly line: number
  readonly subject: string
  readonly tag: string
  readonly message: string
  readonly remedy: string
}

/** How the rehearsal went. */
export interface Rehearsed {
  /** How many rows are new, and how many are recorded already. */
  readonly fresh: number
  readonly before: number
  readonly refusals: ReadonlyArray<Refusal>
  readonly problems: ReadonlyArray<LineProblem>
  /** What is odd about a row and is recorded all the same. */
  readonly warnings: ReadonlyArray<{ readonly line: number; readonly says: string }>
}

/** What an accepted row is warned of. */
export type WarningsOf = (
  accepted: Effect.Success<ReturnType<LcqmOperations["execute"]>>
) => ReadonlyArray<string>

const lcqmOver = (store: EventStore["Service"]): Effect.Effect<LcqmOperations> =>
  Effect.provide(Lcqm, Layer.provide(Lcqm.layer, Layer.succeed(Port, store)))

const give = (lcqm: LcqmOperations, { command }: Planned) =>
  // The type and the data of a command belong together: it was planned of one row.
  lcqm.execute(command as LcqmCommand)

/** Puts every command to the rules, as if those before it had been recorded. Nothing is written. */
export const rehearsed = Effect.fnUntraced(function* (
  store: EventStore["Service"],
  plan: ReadonlyArray<Planned>,
  warningsOf: WarningsOf,
  onProgress: (done: number) => void
): Effect.fn.Return<Rehearsed, Failure> {
  const lcqm = yield* lcqmOver(rehearsalOver(store))
  let [fresh, before] = [0, 0]
  const refusals: Array<Refusal> = []
  const problems: Array<LineProblem> = []
  const warnings: Array<{ readonly line: number; readonly says: string }> = []
  for (const [index, row] of plan.entries()) {
    const { line, subject } = row
    const came: Result.Result<Effect.Success<ReturnType<typeof give>>, ExecuteError> = yield* Effect.result(
      give(lcqm, row)
    )
    if (Result.isSuccess(came)) {
      if (came.success.repeated) before += 1
      else fresh += 1
      warnings.push(...warningsOf(came.success).map((says) => ({ line, says })))
    } else if (isRejection(came.failure)) {
      const { _tag: tag, message, remedy } = came.failure
      refusals.push({ line, subject, tag, message, remedy })
    } else if (came.failure._tag === "Malformed") {
      problems.push(
        ...came.failure.problems.map(({ expected, got, path }) => ({ line, column: path, expected, got }))
      )
    } else return yield* Effect.fail(told(`line ${line}`)(came.failure))
    onProgress(index + 1)
  }
  return { fresh, before, refusals, problems, warnings }
})

/** Carries the commands out, one after the other. Cut off, it is run again and goes on. */
export const recorded = Effect.fnUntraced(function* (
  store: EventStore["Service"],
  plan: ReadonlyArray<Planned>,
  onProgress: (done: number) => void
): Effect.fn.Return<number, Failure> {
  const lcqm = yield* lcqmOver(store)
  let written = 0
  for (const [index, row] of plan.entries()) {
    const came = yield* Effect.mapError(give(lcqm, row), (failure): Failure => {
      const said = told(`line ${row.line}`)(failure)
      const remedy = `Stopped at line ${row.line}, and ${written} rows before it are recorded. Run it again to go on: nothing is recorded twice.`
      return { ...said, remedy: said.remedy === "" ? remedy : `${said.remedy}\n${remedy}` }
    })
    if (!came.repeated) written += 1
    onProgress(index + 1)
  }
  return written
})
