// These names are the stored format. A network's place in the directory, and who agreed to be asked. A contact is a
// pseudonym; how to reach them is kept outside the log, so that it can be given, changed and taken back.
import { eventType } from "../../event-store/index.ts"
import { PersonRef } from "../../vocabulary/index.ts"

/** A network registered: the directory lists it. Stored as `NetworkRegistered.v1`. */
export const NetworkRegistered = eventType(
  "NetworkRegistered",
  1,
  "A network registered: the directory lists it.",
  {}
)

/** A person agreed to be shown as the network's contact. Stored as `ContactConsentGiven.v1`. */
export const ContactConsentGiven = eventType(
  "ContactConsentGiven",
  1,
  "A person agreed to be shown as the network's contact.",
  { contact: PersonRef }
)

/** A person agrees no more to be shown as the network's contact. Stored as `ContactConsentWithdrawn.v1`. */
export const ContactConsentWithdrawn = eventType(
  "ContactConsentWithdrawn",
  1,
  "A person agrees no more to be shown as the network's contact.",
  { contact: PersonRef }
)
