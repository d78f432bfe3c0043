// Which badges there can be, in the order of the store: every event that gives a school its level has one, and its
// place in the status list. The log only grows, so a place once had is never another's.
import {
  type EventId,
  type Level,
  type LcqmEvent,
  type Recorded,
  schemeOfStream,
  schoolOfStream
} from "@lcqm/core"

/** A badge that can be issued, and its place in the scheme's status list. */
export interface BadgePlace {
  /** From 0, in the order of the store. */
  readonly index: number
  readonly school: string
  /** The event that gave the level: an agreement, the decision of an appeal, or an award carried over. */
  readonly event: EventId
  readonly revision: number
  readonly type: string
  readonly level: Level
  /** Whether the award was revoked, or has another level since. */
  readonly revoked: boolean
}

/** The types that give or take away a level: what {@link badgePlaces} needs to be given. */
export const badgeEventTypes: ReadonlyArray<string> = [
  "AwardAgreed.v1",
  "AwardCarriedOver.v1",
  "AwardRevoked.v1",
  "AppealDecided.v1"
]

type Place = BadgePlace & { readonly award: string }

/**
 * The badges of a scheme. Events are given in the order of their store; those of other types and schemes do not matter.
 * @example
 * ```ts
 * import { badgePlaces } from "@lcqm/audit"
 * badgePlaces([], "lcqm") // => []
 * ```
 */
export const badgePlaces = (
  events: Iterable<Recorded<LcqmEvent>>,
  scheme: string
): ReadonlyArray<BadgePlace> => {
  const places: Array<Place> = []
  // Which award a revocation was of: an appeal against it names the revocation.
  const revocations = new Map<string, string>()
  const give = ({ id, revision, stream, type }: Recorded<LcqmEvent>, award: string, level: Level): void => {
    const school = schoolOfStream(stream) ?? ""
    places.push({ index: places.length, school, event: id, revision, type, level, award, revoked: false })
  }
  const revokeAll = ({ stream }: Recorded<LcqmEvent>, award: string): void => {
    const school = schoolOfStream(stream)
    places.forEach((place, at) => {
      if (place.school === school && place.award === award) places[at] = { ...place, revoked: true }
    })
  }
  for (const event of events) {
    if (schemeOfStream(event.stream) !== scheme) continue
    switch (event.type) {
      case "AwardAgreed.v1":
        give(event, event.id, event.data.level)
        break
      case "AwardCarriedOver.v1":
        give(event, event.data.award, event.data.level)
        break
      case "AwardRevoked.v1":
        revocations.set(event.id, event.data.award)
        revokeAll(event, event.data.award)
        break
      case "AppealDecided.v1": {
        const { against, decision, level, outcome } = event.data
        if (outcome === "confirmed") break
        // Against a withholding there was no award before: it is made by this decision, and known by it.
        const award = decision === "award withheld" ? event.id : (revocations.get(against) ?? against)
        revokeAll(event, award)
        if (level !== "none") give(event, award, level)
        break
      }
      default:
        break
    }
  }
  return places.map(({ event, index, level, revision, revoked, school, type }) => ({
    index,
    school,
    event,
    revision,
    type,
    level,
    revoked
  }))
}
