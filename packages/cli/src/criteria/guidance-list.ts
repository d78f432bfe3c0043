// `lcqm criteria guidance list VERSION`: where guidance is found, for a criterion and a reader where they are named.
import {
  CriterionId,
  guidanceFor,
  type LinkedGuidance,
  Phase,
  SchemeId,
  Version,
  YearGroup
} from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { asAtFlags, asAtGiven } from "../given/as-at.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overLcqm } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { printable } from "../telling/printable.ts"
import { noSuchVersion } from "../version/named.ts"

const decodeFlags = flagsOf("lcqm criteria guidance list", {
  ...storeFlag,
  ...asAtFlags,
  version: Version,
  criterion: Schema.optionalKey(CriterionId),
  phase: Schema.optionalKey(Phase),
  yearGroup: Schema.optionalKey(YearGroup),
  scheme: SchemeId,
  json: Json
})

const guidanceText = ({ audience, criterion, guidance, link, title }: LinkedGuidance): string => {
  const whom = [audience.phase, audience.yearGroups?.join(", ")].filter((each) => each !== undefined)
  const on = `on ${criterion ?? "the whole"}, for ${whom.length === 0 ? "everyone" : whom.join(", ")}`
  return `${printable(`${guidance}  ${title}`)}\n  ${printable(on)}\n  ${printable(link)}\n`
}

/** Lists guidance. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { criterion, json, phase, scheme, store, version, yearGroup } = flags
  const state = yield* overLcqm(storeGiven(given, store), "reading", (lcqm) =>
    lcqm.criteriaVersion({ scheme, version }, asAtGiven(flags))
  )
  if (state === undefined) return yield* Effect.fail(noSuchVersion("criteria set", version))
  const found = guidanceFor(state, {
    ...(criterion === undefined ? {} : { criterion }),
    ...(phase === undefined ? {} : { phase }),
    ...(yearGroup === undefined ? {} : { yearGroup })
  })
  const text = found.length === 0 ? "No guidance is linked.\n" : found.map(guidanceText).join("")
  yield* Effect.promise(() => streams.out(json === true ? jsonLine(plain(found)) : text))
  return exitCodes.ok
})
