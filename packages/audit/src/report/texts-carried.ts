// What whoever makes a report tells of the sealed texts in its file. The file cannot say it itself: a box tells neither
// what is in it nor that somebody it is about was erased since. So it stands beside the file in the page, with the day
// on which it was told, and is never said to be proved.
import { EventId, FullDate, type TextTold } from "@lcqm/core"
import { canonicalBytes, fromBase64, toBase64 } from "@lcqm/ledger"
import { Option, Schema } from "effect"

/** What was told of the texts in a report's file, and on which day. */
export interface ReportTexts {
  readonly on: FullDate
  readonly told: ReadonlyArray<TextTold>
}

/** Whether more is told than that texts are sealed, which a page says by itself. */
export const tellsMore = ({ told }: ReportTexts): boolean => told.flatMap(carried).length > 0

const place = {
  event: EventId,
  path: Schema.Array(Schema.Union([Schema.String, Schema.Int]))
}
const Carried = Schema.Struct({
  on: FullDate,
  texts: Schema.Array(
    Schema.Union([
      Schema.Struct({ ...place, text: Schema.String }),
      Schema.Struct({ ...place, erased: Schema.Literal(true) })
    ])
  )
})

const decode = Schema.decodeUnknownOption(Carried)

type Text = (typeof Carried.Type)["texts"][number]

const carried = ({ place: { eventId: event, path }, told }: TextTold): ReadonlyArray<Text> => {
  if ("text" in told) return [{ event, path, text: told.text }]
  return told.withheld === "erased" ? [{ event, path, erased: true }] : []
}

/** What is told of texts as the page carries it, in base64. Of a text that reads `[sealed]` nothing is carried. */
export const carriedTexts = ({ on, told }: ReportTexts): string =>
  toBase64(canonicalBytes({ on, texts: told.flatMap(carried) }))

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(fromBase64(text)))
  } catch {
    return undefined
  }
}

/** The same read out of a page again; undefined where it is not what a report carries. */
export const textsCarried = (text: string): ReportTexts | undefined => {
  const read = Option.getOrUndefined(decode(parsed(text)))
  if (read === undefined) return undefined
  const told = read.texts.map((each): TextTold => {
    const { event: eventId, path } = each
    // Whom a text is about stands in the file.
    const about: ReadonlyArray<string> = []
    return "text" in each
      ? { place: { eventId, path }, told: { about, text: each.text } }
      : {
          place: { eventId, path },
          told: { about, withheld: "erased", why: "whoever made the report said so" }
        }
  })
  return { on: read.on, told }
}
