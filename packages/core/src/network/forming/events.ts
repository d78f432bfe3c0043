// These names are the stored format. A network from its forming to its closing, and who leads it.
import { Schema } from "effect"
import { SchemeName } from "../../cohort/events.ts"
import { eventType } from "../../event-store/index.ts"
import { KeptText, NetworkId, PersonRef } from "../../vocabulary/index.ts"

/** A learning network was formed, in its preliminary stage. Stored as `NetworkFormed.v1`. */
export const NetworkFormed = eventType(
  "NetworkFormed",
  1,
  "A learning network was formed, in its preliminary stage.",
  {
    network: NetworkId,
    /** What the network calls itself: a place or a title, never a person's name. */
    name: SchemeName,
    /** Where its schools are; left out where it is not stated. */
    area: Schema.optionalKey(SchemeName)
  }
)

/** A network went from its preliminary stage to planning. Stored as `NetworkPlanningBegun.v1`. */
export const NetworkPlanningBegun = eventType(
  "NetworkPlanningBegun",
  1,
  "A network went from its preliminary stage to planning.",
  {}
)

/** A network was endorsed in what it had planned. Stored as `NetworkEndorsed.v1`. */
export const NetworkEndorsed = eventType(
  "NetworkEndorsed",
  1,
  "A network was endorsed in what it had planned.",
  {}
)

/** A network was closed; its schools' membership ended with it. Stored as `NetworkClosed.v1`. */
export const NetworkClosed = eventType(
  "NetworkClosed",
  1,
  "A network was closed; its schools' membership ended with it.",
  { reason: Schema.optionalKey(KeptText) }
)

/** A person became the network's lead, in the place of an earlier one. Stored as `NetworkLeadNamed.v1`. */
export const NetworkLeadNamed = eventType(
  "NetworkLeadNamed",
  1,
  "A person became the network's lead, in the place of an earlier one.",
  { lead: PersonRef }
)
