// `lcqm store backup FILE`: a copy of the store's own file, as at one moment, while others go on writing.
import { stat } from "node:fs/promises"
import { Effect } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { badInput, commandLine } from "../failure.ts"
import { flagsOf, Json, Path } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { told } from "../over-store.ts"
import { onlyFileOfUrl } from "../store-url.ts"
import { jsonLine } from "../telling/json.ts"
import { printable } from "../telling/printable.ts"

const decodeFlags = flagsOf("lcqm store backup", { ...storeFlag, file: Path, json: Json })

/** Backs a store up. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { file, json, store } = yield* decodeFlags(given)
  const opened = yield* onlyFileOfUrl(storeGiven(given, store), "store to back up")
  const bytes = Effect.promise(() =>
    stat(file).then(
      ({ size }) => size,
      () => undefined
    )
  )
  if ((yield* bytes) !== undefined) {
    const problem = {
      path: "FILE",
      expected: "a place where nothing is yet",
      got: `${JSON.stringify(file)}, which is there`
    }
    return yield* Effect.fail(badInput("place for a backup", commandLine, problem))
  }
  const backUp = Effect.flatMap(opened, (source) => source.backup(file))
  yield* Effect.mapError(Effect.scoped(backUp), told(commandLine))
  const size = (yield* bytes) ?? 0
  yield* Effect.promise(() =>
    streams.out(
      json === true
        ? jsonLine({ file, bytes: size })
        : `Backed up to ${printable(file)}, ${size} bytes; open it as sqlite:${printable(file)}\n`
    )
  )
  return exitCodes.ok
})
