// `lcqm network directory`: the networks that have registered, with a contact only where it consents.
import { Effect } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { asAtFlags, asAtGiven } from "../given/as-at.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overLcqm } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { directoryText } from "./text.ts"

const decodeFlags = flagsOf("lcqm network directory", { ...storeFlag, ...asAtFlags, json: Json })

/** Shows the directory. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const asAt = asAtGiven(flags)
  const entries = yield* overLcqm(storeGiven(given, flags.store), "reading", (lcqm) =>
    lcqm.networkDirectory(asAt)
  )
  yield* Effect.promise(() =>
    streams.out(
      flags.json === true ? jsonLine(plain(entries)) : directoryText(entries, asAt, streams.colours)
    )
  )
  return exitCodes.ok
})
