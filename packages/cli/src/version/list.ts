// `lcqm criteria list` and `lcqm ruleset list`: the scheme's versions as they stand today, or on another day.
import { SchemeId, type VersionStanding } from "@lcqm/core"
import { Effect } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { asAtFlags, asAtGiven } from "../given/as-at.ts"
import { dayOfView } from "../given/day.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overLcqm } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { versionsText } from "./text.ts"

/** Lists the versions of one kind. */
export const listOf = (what: VersionStanding["what"], command: string, none: string): Run => {
  const decodeFlags = flagsOf(command, { ...storeFlag, ...asAtFlags, scheme: SchemeId, json: Json })
  return Effect.fnUntraced(function* (given, streams) {
    const flags = yield* decodeFlags(given)
    const asAt = asAtGiven(flags)
    const day = yield* dayOfView(asAt)
    const all = yield* overLcqm(storeGiven(given, flags.store), "reading", (lcqm) => lcqm.versions(day, asAt))
    const versions = all.filter((each) => each.what === what && each.scheme === flags.scheme)
    yield* Effect.promise(() =>
      streams.out(flags.json === true ? jsonLine(plain(versions)) : versionsText(versions, none))
    )
    return exitCodes.ok
  })
}
