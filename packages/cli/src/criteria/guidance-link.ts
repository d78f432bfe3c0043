// `lcqm criteria guidance link VERSION`: guidance to a criterion, for an audience, or to the whole and for everyone.
import { CriterionId, GuidanceId, HttpsLink, Phase, Version, YearGroup } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { give, givingFlags } from "../command/give.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf } from "../given/flags.ts"
import { Words } from "../given/texts.ts"

const isYearGroup = Schema.is(YearGroup)
const groupsIn = (text: string): ReadonlyArray<YearGroup> =>
  text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => isYearGroup(name))

const YearGroups = Schema.String.check(
  Schema.makeFilter((text: string) => groupsIn(text).length === text.split(",").length, {
    expected: "year groups with commas between them: Nursery, Reception, Year 1, …, Year 13"
  })
)

const decodeFlags = flagsOf("lcqm criteria guidance link", {
  ...givingFlags,
  version: Version,
  guidance: GuidanceId,
  title: Words,
  link: HttpsLink,
  criterion: Schema.optionalKey(CriterionId),
  phase: Schema.optionalKey(Phase),
  yearGroups: Schema.optionalKey(YearGroups)
})

/** Links guidance. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { criterion, guidance, link, phase, scheme, title, version, yearGroups } = flags
  const audience = {
    ...(phase === undefined ? {} : { phase }),
    ...(yearGroups === undefined ? {} : { yearGroups: [...new Set(groupsIn(yearGroups))] })
  }
  const data = {
    scheme,
    version,
    guidance,
    title,
    link,
    ...(criterion === undefined ? {} : { criterion }),
    ...(Object.keys(audience).length === 0 ? {} : { audience })
  }
  yield* give(given, flags, { type: "LinkGuidance", data }, streams)
  return exitCodes.ok
})
