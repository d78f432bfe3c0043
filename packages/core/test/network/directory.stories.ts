// A network's place in the directory, and whose consent stands.
import { describe, expect, it } from "vitest"
import { asPerson, given, network, onNetwork, people } from "@lcqm/testing/given-when-then"
import { networkFold, networkStream } from "../../src/index.ts"
import { closed, endorsed, formed } from "./a-network.ts"

const { lead, stranger } = people
const consent = (contact: string, actor = asPerson(contact)) =>
  onNetwork("GiveContactConsent", { contact }, actor)
const withdraw = (contact: string, actor = asPerson(contact)) =>
  onNetwork("WithdrawContactConsent", { contact }, actor)
const led = given(endorsed).having(onNetwork("NameNetworkLead", { lead }))
const stateOf = (story: typeof formed) =>
  networkFold.fold(networkFold.initial, story.eventsOf(networkStream(network)))

describe("registration in the directory", () => {
  it("is made once, in whatever stage the network is", () => {
    for (const story of [formed, endorsed]) {
      given(story)
        .when(onNetwork("RegisterNetwork", {}))
        .then([{ type: "NetworkRegistered.v1", data: {} }])
        .when(onNetwork("RegisterNetwork", {}))
        .thenNothing()
    }
  })
})

describe("a contact's consent", () => {
  it("is given by the person themselves, and once", () => {
    given(led)
      .when(consent(lead))
      .then([{ type: "ContactConsentGiven.v1", data: { contact: lead } }])
      .when(consent(lead))
      .thenNothing()
  })

  it("is recorded by the office for a person who said so, and by nobody else for another", () => {
    given(led)
      .when(onNetwork("GiveContactConsent", { contact: stranger }))
      .then([{ type: "ContactConsentGiven.v1", data: { contact: stranger } }])
    given(led)
      .when(consent(stranger, asPerson(lead)))
      .thenRejected("ConsentIsPersonal", { contact: stranger, person: lead })
      .remediedBySending(onNetwork("GiveContactConsent", { contact: stranger }))
  })

  it("is withdrawn by the person, by the lead or by the office, and only where it stands", () => {
    const agreed = given(led).having(onNetwork("GiveContactConsent", { contact: stranger }))
    for (const actor of [asPerson(stranger), asPerson(lead)]) {
      given(agreed)
        .when(withdraw(stranger, actor))
        .then([{ type: "ContactConsentWithdrawn.v1", data: { contact: stranger } }])
    }
    given(agreed)
      .when(onNetwork("WithdrawContactConsent", { contact: stranger }))
      .thenAccepted()
      .when(onNetwork("WithdrawContactConsent", { contact: stranger }))
      .thenRejected("ConsentNotGiven", { network, contact: stranger })
    // Another contact is not asked.
    given(agreed)
      .having(consent(lead), onNetwork("NameNetworkLead", { lead: people.coach }))
      .when(withdraw(stranger, asPerson(lead)))
      .thenRejected("ConsentIsPersonal", { contact: stranger, person: lead })
      .remediedBySending(withdraw(stranger))
    given(led).when(withdraw(stranger)).thenRejected("RoleRequired", { person: stranger })
    given()
      .when(onNetwork("WithdrawContactConsent", { contact: lead }))
      .thenRejected("NetworkUnknown", { network })
  })

  it("is withdrawn whenever the person likes: of a closed network, and said of any date", () => {
    const ended = given(endorsed).having(
      onNetwork("GiveContactConsent", { contact: stranger }),
      onNetwork("CloseNetwork", {})
    )
    const back = given(ended)
      .when({ ...withdraw(stranger), occurredOn: "2016" })
      .thenAccepted()
    expect(stateOf(back).consents.size).toBe(0)
    expect(stateOf(closed).consents.size).toBe(0)
  })

  it("may be given again, by an event of its own", () => {
    const again = given(led).having(consent(lead), withdraw(lead), consent(lead))
    const [first, second] = again.events.filter(({ type }) => type === "ContactConsentGiven.v1")
    expect(stateOf(again).consents.get(lead)?.event).toBe(second?.id)
    expect(first?.id).not.toBe(second?.id)
  })
})
