// Filters on the server: by the name of the stream or the type of the event, by prefixes or by an expression.
import type * as Streams from "@eventstore/db-client/generated/streams_pb.js"
import type { Recorded } from "../log/recorded.ts"
import { type Failure, invalidCall } from "./failures.ts"

export interface Filter {
  readonly wanted: (event: Recorded) => boolean
  /** How many events are looked at between two checkpoints. */
  readonly checkpointInterval: number
}

/** How many events the engine looks at at a time, unless told. */
const searchWindow = 32

export const filterOf = (options: Streams.ReadReq.Options.FilterOptions): Filter | Failure => {
  const [byStream, byType] = [options.getStreamIdentifier(), options.getEventType()]
  const expression = byStream ?? byType
  if (expression === undefined) return invalidCall("A filter is by stream or by type.")
  const matches = matching(expression.getRegex(), expression.getPrefixList())
  if (matches === undefined) return invalidCall("The filter's expression is invalid.")
  const multiplier = options.getCheckpointintervalmultiplier()
  if (multiplier === 0) return invalidCall("The checkpoint interval is at least 1.")
  return {
    wanted: byStream === undefined ? (event) => matches(event.type) : (event) => matches(event.stream),
    checkpointInterval: multiplier * (options.hasMax() ? options.getMax() : searchWindow)
  }
}

const matching = (
  expression: string,
  prefixes: ReadonlyArray<string>
): ((text: string) => boolean) | undefined => {
  if (expression === "") return (text) => prefixes.some((prefix) => text.startsWith(prefix))
  try {
    const regex = new RegExp(expression, "u")
    return (text) => regex.test(text)
  } catch {
    return undefined
  }
}
