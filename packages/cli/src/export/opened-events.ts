// CloudEvents with their sealed texts opened for a reader: the one export that carries texts. Each event says whether
// any stands in its words, and it is counted on the way how many do.
import { type CloudEvent, cloudEventOf } from "@lcqm/audit"
import { type Actor, type LcqmEvent, type LcqmOperations, type TextTold, withTextsTold } from "@lcqm/core"
import { Array, Effect, Stream } from "effect"
import { openedIn } from "../given/texts-opened.ts"

const howTold = (told: ReadonlyArray<TextTold>): CloudEvent["texts"] => {
  if (told.length === 0) return undefined
  return openedIn(told) > 0 ? "opened" : "withheld"
}

const openedEvent = (event: LcqmEvent, told: ReadonlyArray<TextTold>, source: string): CloudEvent => {
  const own = told.filter(({ place }) => place.eventId === event.id)
  const [shown = event] = withTextsTold([event], own)
  return cloudEventOf(shown, source, howTold(own))
}

/** Every event of the store so, page by page; `count` is told how many texts were opened in each. */
export const openedCloudEvents = (
  lcqm: LcqmOperations,
  reader: Actor,
  source: string,
  count: (opened: number) => void
) =>
  Stream.mapArrayEffect(lcqm.events(), (events) =>
    Effect.map(lcqm.readTexts(reader, events), (told) => {
      count(openedIn(told))
      return Array.map(events, (event) => openedEvent(event, told, source))
    })
  )
