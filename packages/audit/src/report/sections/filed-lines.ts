// The events of a stream as an award file holds them, a line each, whatever they hold: what a reader is shown must not
// depend on whether this program can read it.
import { type Catalogue, type Codec, sealedTextsOf, type TextPlace, type TextTold, wordsOf } from "@lcqm/core"
import type { FiledStream } from "../../award-file/award-file.ts"
import { basisOf } from "../../history/basis-of.ts"

/** One event as it stands in a file. What its bytes do not say is undefined. */
export interface FiledLine {
  /** Its place among the stream's events, from 0. */
  readonly place: number
  readonly bytes: string
  readonly revision: number | undefined
  readonly type: string | undefined
  readonly occurredOn: string | undefined
  readonly recordedAt: string | undefined
  readonly person: string | undefined
  readonly role: string | undefined
  /** What such an event means, in a sentence. */
  readonly says: string | undefined
  readonly data: unknown
  /** Its sealed texts: where each stands in the data, and what is told of it. */
  readonly texts: ReadonlyArray<{ readonly path: string; readonly words: string }>
  readonly decision: boolean
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const within = (value: unknown, ...path: ReadonlyArray<string>): unknown =>
  path.reduce<unknown>(
    (held, key) => (typeof held === "object" && held !== null ? Reflect.get(held, key) : undefined),
    value
  )

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined)

const keyOf = ({ eventId, path }: TextPlace): string => JSON.stringify([eventId, ...path])

const textsIn = (
  catalogue: Catalogue,
  event: { readonly id: string; readonly type: string; readonly data: unknown },
  told: ReadonlyMap<string, TextTold>
): FiledLine["texts"] =>
  sealedTextsOf(catalogue, [event]).map(({ place }) => {
    const text = told.get(keyOf(place))?.told
    return { path: place.path.join("."), words: text === undefined ? "[sealed]" : wordsOf(text) }
  })

/** The lines of a stream, with what is told of its sealed texts. */
export const filedLines = (
  { catalogue }: Codec,
  { events }: FiledStream,
  told: ReadonlyArray<TextTold> = []
): ReadonlyArray<FiledLine> => {
  const byPlace = new Map(told.map((each) => [keyOf(each.place), each]))
  return events.map(({ bytes }, place) => {
    const event = parsed(bytes)
    const revision = within(event, "revision")
    const [id, type] = [text(within(event, "id")), text(within(event, "type"))]
    const data = within(event, "data")
    return {
      place,
      bytes,
      revision: typeof revision === "number" ? revision : undefined,
      type,
      occurredOn: text(within(event, "metadata", "occurredOn")),
      recordedAt: text(within(event, "metadata", "recordedAt")),
      person: text(within(event, "metadata", "actor", "person")),
      role: text(within(event, "metadata", "actor", "role")),
      says: type === undefined ? undefined : catalogue.get(type)?.type.says,
      data,
      texts: id === undefined || type === undefined ? [] : textsIn(catalogue, { id, type, data }, byPlace),
      decision: basisOf(data) !== undefined
    }
  })
}
