// What is said of the texts in a report when it is made: how they read, and who knew. Whoever made it from a file alone
// is not to take `[sealed]` for "nobody it is about was erased".
import type { TextTold } from "@lcqm/core"
import { openedIn, openedText } from "../given/texts-opened.ts"
import { counted } from "../telling/counted.ts"
import { wrapped } from "../telling/wrapped.ts"
import type { ErasuresBy } from "./award-told.ts"

/** How the sealed texts of a report read, and who knew whether somebody they are about was erased. */
export interface TextsSaid {
  readonly textsOpened: number
  readonly textsErased: number
  readonly textsSealed: number
  /** Null where nobody was asked who knows. */
  readonly erasuresBy: NonNullable<ErasuresBy> | null
}

/** The count of what was told. */
export const textsSaid = (told: ReadonlyArray<TextTold>, erasuresBy: ErasuresBy): TextsSaid => {
  const withheld = (as: "erased" | "sealed"): number =>
    told.filter((each) => "withheld" in each.told && each.told.withheld === as).length
  return {
    textsOpened: openedIn(told),
    textsErased: withheld("erased"),
    textsSealed: withheld("sealed"),
    erasuresBy: erasuresBy ?? null
  }
}

const reading = (count: number, as: string): string =>
  `${counted(count, "sealed text")} ${count === 1 ? "reads" : "read"} [${as}]`

/** The same as text; nothing of a report without sealed texts. */
export const textsSaidText = ({ erasuresBy, textsErased, textsOpened, textsSealed }: TextsSaid): string => {
  const lines = [
    // Of a store's own report the page says it.
    ...(textsErased === 0 || erasuresBy !== "key ring"
      ? []
      : [`${reading(textsErased, "erased")}: the key ring says so, and nothing in the award file.`]),
    ...(textsSealed === 0 || erasuresBy !== null
      ? []
      : [
          `${reading(textsSealed, "sealed")}: whether somebody ${textsSealed === 1 ? "it is" : "they are"} about was erased an award file does not tell; a key ring (--keys) does.`
        ])
  ]
  return openedText(textsOpened) + lines.map((line) => `${wrapped(line, 2)}\n`).join("")
}
