// These names are the stored format. Who acts for the school, and the setting it works in.
import { Schema } from "effect"
import { eventType } from "../../event-store/index.ts"
import { KeptText, PersonRef } from "../../vocabulary/index.ts"

/** The school's Champion was appointed. Stored as `ChampionAppointed.v1`. */
export const ChampionAppointed = eventType("ChampionAppointed", 1, "The school's Champion was appointed.", {
  champion: PersonRef,
  /** Who coaches the Champion, where anybody does; a coach is never the school's assessor. */
  coach: Schema.optionalKey(PersonRef)
})

/** Another person became the school's Champion. Stored as `ChampionReplaced.v1`. */
export const ChampionReplaced = eventType(
  "ChampionReplaced",
  1,
  "Another person became the school's Champion.",
  {
    champion: PersonRef,
    coach: Schema.optionalKey(PersonRef),
    formerly: PersonRef,
    reason: Schema.optionalKey(KeptText)
  }
)

/** The Champion described the school's own setting, in which the criteria are to be read. Stored as `SettingDescribed.v1`. */
export const SettingDescribed = eventType(
  "SettingDescribed",
  1,
  "The Champion described the school's own setting, in which the criteria are to be read.",
  { setting: KeptText }
)

/** The event types of this concern, newest versions. */
export const championEvents = [ChampionAppointed, ChampionReplaced, SettingDescribed] as const
