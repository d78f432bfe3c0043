// What is asked for about a network's entry in the directory.
import { commandType } from "../../deciding/declaring/command.ts"
import { PersonRef } from "../../vocabulary/index.ts"
import { network } from "../slice.ts"

/** Register a network, so that the directory lists it. */
export const RegisterNetwork = commandType(
  "RegisterNetwork",
  "Register a network, so that the directory lists it.",
  network
)

/** Agree to be shown as a network's contact; the office records it for a person who said so. */
export const GiveContactConsent = commandType(
  "GiveContactConsent",
  "Agree to be shown as a network's contact; the office records it for a person who said so.",
  { ...network, contact: PersonRef }
)

/** Take back the consent to be shown as a network's contact. */
export const WithdrawContactConsent = commandType(
  "WithdrawContactConsent",
  "Take back the consent to be shown as a network's contact.",
  { ...network, contact: PersonRef }
)
