// `lcqm do FILE`: commands as JSON, given one after the other.
import { type LcqmOperations, PartialDate } from "@lcqm/core"
import { Effect, Result, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { type ExitCode, exitCodes } from "../exit-codes.ts"
import { badInput, type Failure } from "../failure.ts"
import { actingFlags } from "../given/acting.ts"
import { flagsOf, Json, Path } from "../given/flags.ts"
import { keyRingGiven, keysFlags } from "../given/kept-apart.ts"
import { bytesOf, jsonLinesExpected } from "../given/json-lines.ts"
import { readingFrom, sourceOf } from "../given/read-text.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overLcqm, told } from "../over-store.ts"
import { counted } from "../telling/counted.ts"
import { failureAsJson, failureText } from "../telling/failure-text.ts"
import { jsonLine } from "../telling/json.ts"
import { commandsIn, type GivenCommand } from "./commands-in.ts"
import { completed, type Completing } from "./completed.ts"
import { type RecordedCommand, recordedCommand, recordedText } from "./recorded.ts"

const decodeFlags = flagsOf("lcqm do", {
  ...storeFlag,
  ...actingFlags,
  ...keysFlags,
  file: Path,
  newIds: Schema.optionalKey(Schema.Boolean),
  goOn: Schema.optionalKey(Schema.Boolean),
  on: Schema.optionalKey(PartialDate),
  json: Json
})

const nameOf = (input: unknown, name: string): string =>
  typeof input === "object" && input !== null ? String(Reflect.get(input, name)) : ""

const carriedOut = (
  lcqm: LcqmOperations,
  command: GivenCommand,
  completing: Completing,
  source: string
): Effect.Effect<RecordedCommand, Failure> =>
  Effect.gen(function* () {
    if (!command.ok) {
      const remedy = "Correct what is named; nothing was written of it."
      return yield* Effect.fail(badInput("command", source, command.problem, remedy))
    }
    const input = yield* Effect.fromResult(completed(command.value, completing))
    const accepted = yield* lcqm.executeUnknown(input)
    return recordedCommand({ id: nameOf(input, "id"), type: nameOf(input, "type") }, accepted)
  }).pipe(Effect.mapError((failure) => saidForAll(told(source)(failure))))

// What may be said on the command line for all commands of a file that leave it out.
const saidForAll = (failure: Failure): Failure =>
  failure.kind === "bad input" &&
  failure.problems.some(({ got, path }) => got === "nothing" && ["id", "actor", "occurredOn"].includes(path))
    ? {
        ...failure,
        remedy:
          "Correct what is named; nothing was written of it. For commands that leave them out, --actor says who " +
          "gives them, --on when it happened, and --new-ids gives each an id."
      }
    : failure

interface Tally {
  recorded: number
  refused: number
  malformed: number
}

// That nothing was written, which bad input says, is said only where it is true.
const exitCodeFor = ({ malformed, recorded, refused }: Tally): ExitCode => {
  if (malformed + refused === 0) return exitCodes.ok
  return refused === 0 && recorded === 0 ? exitCodes.badInput : exitCodes.refused
}

const stoppedText = (line: number, recorded: number): string =>
  `Stopped at line ${line}; ${counted(recorded, "command")} before it recorded. Correct it and give the ` +
  "file again: a command that is recorded under its id is not recorded twice. With --go-on the rest is tried too.\n"

/** Gives the commands. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { file, goOn, json, keys, masterKey, store, ...completing } = yield* decodeFlags(given)
  const beside = yield* keyRingGiven(given, { keys, masterKey })
  const named = { name: file, flag: "FILE" }
  const bytes = yield* bytesOf(named, streams)
  const tally: Tally = { recorded: 0, refused: 0, malformed: 0 }

  const tell = ({ line }: GivenCommand, came: Result.Result<RecordedCommand, Failure>): Promise<void> => {
    if (Result.isSuccess(came)) {
      return streams.out(
        json === true ? jsonLine({ line, ...came.success }) : `${line}  ${recordedText(came.success)}\n`
      )
    }
    return json === true
      ? streams.out(jsonLine({ line, ok: false, ...failureAsJson(came.failure) }))
      : streams.err(`Line ${line}: ${failureText(came.failure, false).replace(/^lcqm: /, "")}`)
  }

  const commands = commandsIn(bytes)
  const next = readingFrom(named, jsonLinesExpected, () => commands.next())
  // Before the store is opened, which may make it: a file without a command makes none.
  const first = yield* next
  if (first.done === true) {
    const problem = { path: "", expected: "at least one command", got: "none" }
    return yield* Effect.fail(badInput("file of commands", sourceOf(named), problem))
  }
  const giveAll = (lcqm: LcqmOperations) =>
    Effect.gen(function* () {
      for (let each: IteratorResult<GivenCommand> = first; each.done !== true; each = yield* next) {
        const command: GivenCommand = each.value
        const source = `line ${command.line} of ${sourceOf(named)}`
        const came = yield* Effect.result(carriedOut(lcqm, command, completing, source))
        if (Result.isSuccess(came)) tally.recorded += 1
        else tally[came.failure.kind === "bad input" ? "malformed" : "refused"] += 1
        yield* Effect.promise(() => tell(command, came))
        if (Result.isSuccess(came) || goOn === true) continue
        if (json !== true) yield* Effect.promise(() => streams.err(stoppedText(command.line, tally.recorded)))
        return
      }
    })
  yield* overLcqm(storeGiven(given, store), "writing", giveAll, beside).pipe(
    Effect.ensuring(Effect.promise(() => commands.return(undefined)))
  )
  return exitCodeFor(tally)
})
