// The directory lists networks that have registered, and a contact only with consent. Consent is a person's own; taking
// it back is never in anybody's way: not of a closed network, and not for a date.
import { Result } from "effect"
import { rejection } from "../../deciding/declaring/rejection.ts"
import { formed, handle, open } from "../slice.ts"
import { GiveContactConsent, RegisterNetwork, WithdrawContactConsent } from "./commands.ts"

/** Refused: consent was to be given, or taken back, for somebody else. */
export const ConsentIsPersonal = rejection("ConsentIsPersonal", (d: { contact: string; person: string }) => [
  `Whether ${d.contact} is shown as a contact is not for ${d.person} to say.`,
  "Have the person say so themselves, or the office record that they did."
])

/** Refused: consent was to be withdrawn that does not stand. */
export const ConsentNotGiven = rejection("ConsentNotGiven", (d: { network: string; contact: string }) => [
  `${d.contact} has not consented to be shown as a contact of network ${d.network}, or has withdrawn it already.`,
  "Nothing is to do: no contact is shown without consent."
])

/** How registration and consent are decided. */
export const directoryHandlers = [
  handle(RegisterNetwork, {
    decide: ({ data: { network } }, state) =>
      Result.map(open(state, network), ({ registeredOn }) =>
        registeredOn === undefined ? [{ type: "NetworkRegistered.v1", data: {} }] : []
      )
  }),
  handle(GiveContactConsent, {
    decide: ({ actor, data: { contact, network } }, state) =>
      Result.gen(function* () {
        yield* open(state, network)
        if (actor.person !== contact && !actor.roles.includes("SchemeOffice")) {
          return yield* Result.fail(ConsentIsPersonal({ contact, person: actor.person }))
        }
        return state.consents.has(contact)
          ? []
          : ([{ type: "ContactConsentGiven.v1", data: { contact } }] as const)
      })
  }),
  handle(WithdrawContactConsent, {
    decide: ({ actor, data: { contact, network } }, state) =>
      Result.gen(function* () {
        const { consents, lead } = yield* formed(state, network)
        if (!consents.has(contact)) return yield* Result.fail(ConsentNotGiven({ network, contact }))
        const { person, roles } = actor
        // A contact speaks for themselves only; the lead and the office keep the entry.
        if (![contact, lead].includes(person) && !roles.includes("SchemeOffice")) {
          return yield* Result.fail(ConsentIsPersonal({ contact, person }))
        }
        return [{ type: "ContactConsentWithdrawn.v1", data: { contact } }] as const
      })
  })
]
