// These names are the stored format. Who acts for the school, and the setting it works in.
import { Schema } from "effect"
import { eventType } from "../../event-store/index.ts"
import { PersonRef, Text } from "../../vocabulary/index.ts"

export const ChampionAppointed = eventType("ChampionAppointed", 1, "The school's Champion was appointed.", {
  champion: PersonRef,
  /** Who coaches the Champion, where anybody does; a coach is never the school's assessor. */
  coach: Schema.optionalKey(PersonRef)
})

export const ChampionReplaced = eventType(
  "ChampionReplaced",
  1,
  "Another person became the school's Champion.",
  {
    champion: PersonRef,
    coach: Schema.optionalKey(PersonRef),
    formerly: PersonRef,
    reason: Schema.optionalKey(Text)
  }
)

export const SettingDescribed = eventType(
  "SettingDescribed",
  1,
  "The Champion described the school's own setting, in which the criteria are to be read.",
  { setting: Text }
)

export const championEvents = [ChampionAppointed, ChampionReplaced, SettingDescribed] as const
