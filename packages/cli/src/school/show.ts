// `lcqm school show URN`: a school as it stands, and how it came there.
import { NotEnrolled, SchemeId, Urn } from "@lcqm/core"
import { Effect } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { refusedBy } from "../failure.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overLcqm } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { schoolText } from "./text.ts"

const decodeFlags = flagsOf("lcqm school show", { ...storeFlag, urn: Urn, scheme: SchemeId, json: Json })

/** Shows a school. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { json, scheme, store, urn: school } = yield* decodeFlags(given)
  const view = yield* overLcqm(storeGiven(given, store), "reading", (lcqm) => lcqm.school({ scheme, school }))
  if (view.revision === "none") return yield* Effect.fail(refusedBy(NotEnrolled({ school })))
  yield* Effect.promise(() =>
    streams.out(json === true ? jsonLine(plain(view)) : schoolText(view, streams.colours))
  )
  return exitCodes.ok
})
