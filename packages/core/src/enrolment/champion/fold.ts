// Who acts for the school, and everyone who ever did or coached it.
import type { BodyOf, Recorded } from "../../event-store/index.ts"
import type { Draft } from "../draft.ts"
import type { championEvents } from "./events.ts"

/** Folds an event of the Champion's appointment. */
export const foldChampion = (
  draft: Draft,
  event: Recorded<BodyOf<(typeof championEvents)[number]>>
): void => {
  switch (event.type) {
    case "ChampionAppointed.v1":
    case "ChampionReplaced.v1": {
      const { champion, coach } = event.data
      draft.champion = champion
      draft.coach = coach
      draft.champions.add(champion)
      draft.insiders.add(champion)
      if (coach !== undefined) draft.insiders.add(coach)
      return
    }
    case "SettingDescribed.v1":
      return
  }
}
