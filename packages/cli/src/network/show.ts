// `lcqm network show NETWORK`: one network, its schools over time, its work, and the CPD that has reached it.
import { NetworkId, NetworkUnknown, SchemeId } from "@lcqm/core"
import { Effect } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { refusedBy } from "../failure.ts"
import { asAtFlags, asAtGiven } from "../given/as-at.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overLcqm } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { networkText } from "./network-text.ts"

const decodeFlags = flagsOf("lcqm network show", {
  ...storeFlag,
  ...asAtFlags,
  network: NetworkId,
  scheme: SchemeId,
  json: Json
})

/** Shows a network. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const asAt = asAtGiven(flags)
  const [networks, coverage] = yield* overLcqm(storeGiven(given, flags.store), "reading", (lcqm) =>
    Effect.all([lcqm.networks(asAt), lcqm.networkCpd(flags.scheme, asAt)])
  )
  const network = networks.find((each) => each.network === flags.network)
  const cpd = coverage.find((each) => each.network === flags.network)
  if (network === undefined || cpd === undefined) {
    return yield* Effect.fail(refusedBy(NetworkUnknown({ network: flags.network })))
  }
  yield* Effect.promise(() =>
    streams.out(
      flags.json === true ? jsonLine(plain({ ...network, cpd })) : networkText(network, cpd, streams.colours)
    )
  )
  return exitCodes.ok
})
