// What is asked for about a network as a whole: its forming, its stages, its lead and its end.
import { Schema } from "effect"
import { SchemeName } from "../../cohort/events.ts"
import { commandType } from "../../deciding/declaring/command.ts"
import { PersonRef, Text, Urn } from "../../vocabulary/index.ts"
import { SchoolKind } from "../membership/events.ts"
import { mostNetworkSchools } from "../network-limits.ts"
import { network } from "../slice.ts"

/** Form a learning network of these schools. */
export const FormNetwork = commandType("FormNetwork", "Form a learning network of these schools.", {
  ...network,
  name: SchemeName,
  area: Schema.optionalKey(SchemeName),
  schools: Schema.Array(Schema.Struct({ school: Urn, kind: Schema.optionalKey(SchoolKind) })).check(
    Schema.isMaxLength(mostNetworkSchools)
  )
})

/** Bring a network from its preliminary stage to planning. */
export const BeginNetworkPlanning = commandType(
  "BeginNetworkPlanning",
  "Bring a network from its preliminary stage to planning.",
  network
)

/** Endorse a network in what it has planned. */
export const EndorseNetwork = commandType(
  "EndorseNetwork",
  "Endorse a network in what it has planned.",
  network
)

/** Close a network. */
export const CloseNetwork = commandType("CloseNetwork", "Close a network.", {
  ...network,
  reason: Schema.optionalKey(Text)
})

/** Name the network's lead, in the place of an earlier one. */
export const NameNetworkLead = commandType(
  "NameNetworkLead",
  "Name the network's lead, in the place of an earlier one.",
  { ...network, lead: PersonRef }
)
