// The few things that are coloured. Colour never says anything that the words do not.
import { type Level, levelTitle } from "@lcqm/core"
import type { Colours } from "../streams.ts"

/** A level as a person reads it. */
export const painted = (level: Level, colours: Colours): string => {
  const title = levelTitle(level)
  switch (level) {
    case "none":
      return colours.dim(title)
    case "bronze":
      return title
    case "silver":
      return colours.cyan(title)
    case "gold":
      return colours.yellow(title)
  }
}
