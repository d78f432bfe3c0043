// The events of a stream as an award file holds them, a line each, whatever they hold: what a reader is shown must not
// depend on whether this program can read it.
import type { Codec } from "@lcqm/core"
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

/** The lines of a stream. */
export const filedLines = ({ catalogue }: Codec, { events }: FiledStream): ReadonlyArray<FiledLine> =>
  events.map(({ bytes }, place) => {
    const event = parsed(bytes)
    const [revision, type] = [within(event, "revision"), text(within(event, "type"))]
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
      decision: basisOf(data) !== undefined
    }
  })
