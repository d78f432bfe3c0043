// `lcqm network list`: every network, registered or not, and how far it has come.
import { Effect } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { asAtFlags, asAtGiven } from "../given/as-at.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overLcqm } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { networksText } from "./text.ts"

const decodeFlags = flagsOf("lcqm network list", { ...storeFlag, ...asAtFlags, json: Json })

/** Lists the networks. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const networks = yield* overLcqm(storeGiven(given, flags.store), "reading", (lcqm) =>
    lcqm.networks(asAtGiven(flags))
  )
  yield* Effect.promise(() =>
    streams.out(flags.json === true ? jsonLine(plain(networks)) : networksText(networks))
  )
  return exitCodes.ok
})
