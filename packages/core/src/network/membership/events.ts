// These names are the stored format. Which schools are in a network, and from when until when.
import { Schema } from "effect"
import { eventType } from "../../event-store/index.ts"
import { KeptText, Urn } from "../../vocabulary/index.ts"

/**
 * What kind of school it is, where stated. The source's network has five primary schools and an infants school,
 * which an enrolment's phase does not tell apart.
 */
export const SchoolKind = Schema.Literals(["infant", "junior", "primary", "secondary", "special"]).annotate({
  identifier: "SchoolKind",
  description: "What kind of school is in a network, where stated.",
  message: "infant, junior, primary, secondary or special; left out where it is not stated"
})
export type SchoolKind = typeof SchoolKind.Type

/** A school joined a network. Stored as `SchoolJoinedNetwork.v1`. */
export const SchoolJoinedNetwork = eventType("SchoolJoinedNetwork", 1, "A school joined a network.", {
  school: Urn,
  kind: Schema.optionalKey(SchoolKind)
})

/** A school left a network; it may join it again. Stored as `SchoolLeftNetwork.v1`. */
export const SchoolLeftNetwork = eventType(
  "SchoolLeftNetwork",
  1,
  "A school left a network; it may join it again.",
  { school: Urn, reason: Schema.optionalKey(KeptText) }
)
