// A network's stages, told: preliminary, planning, endorsed, closed; and who leads it.
import { describe, expect, it } from "vitest"
import { asPerson, given, network, onNetwork, people } from "@lcqm/testing/given-when-then"
import { networkFold, type NetworkState, networkStream } from "../../src/index.ts"
import { choosing, closed, endorsed, focus, formed, formedOn, forming, planning } from "./a-network.ts"

const reason = { about: [], text: "Its work goes on in another network." }
const stateOf = (story: typeof formed): NetworkState =>
  networkFold.fold(networkFold.initial, story.eventsOf(networkStream(network)))

describe("a network", () => {
  it("is formed with the schools that join it then, each with its kind where that is stated", () => {
    given()
      .when(forming)
      .then([
        { type: "NetworkFormed.v1", data: { network, name: "Harbour Learning Network", area: "Harbour" } },
        { type: "SchoolJoinedNetwork.v1", data: { school: "900001", kind: "primary" } },
        { type: "SchoolJoinedNetwork.v1", data: { school: "900002", kind: "infant" } },
        { type: "SchoolJoinedNetwork.v1", data: { school: "900003" } }
      ])
    expect(stateOf(formed)).toMatchObject({ stage: "preliminary", formedOn, focus: undefined })
  })

  it("may be formed without an area and before any school joins", () => {
    given()
      .when(onNetwork("FormNetwork", { name: "To be found", schools: [] }))
      .then([{ type: "NetworkFormed.v1", data: { network, name: "To be found" } }])
  })

  it("is formed once: an id names one network for ever", () => {
    const other = { ...forming, data: { ...forming.data, network: "another-network" } }
    given(formed).when(forming).thenRejected("NetworkAlreadyFormed", { network }).remediedBySending(other)
    given(closed).when(forming).thenRejected("NetworkAlreadyFormed")
  })

  it("is not formed with a school twice", () => {
    const schools = [{ school: "900001" }, { school: "900001", kind: "infant" }] as const
    given()
      .when(onNetwork("FormNetwork", { name: "Twice", schools }))
      .thenRejected("MembershipsOverlap", { school: "900001", until: "now" })
      .remediedBySending(onNetwork("FormNetwork", { name: "Once", schools: [{ school: "900001" }] }))
  })

  it("goes from its preliminary stage to planning, and from there to being endorsed", () => {
    given(formed)
      .when(onNetwork("BeginNetworkPlanning", {}))
      .then([{ type: "NetworkPlanningBegun.v1", data: {} }])
    given(planning)
      .when(onNetwork("EndorseNetwork", {}))
      .then([{ type: "NetworkEndorsed.v1", data: {} }])
    expect(stateOf(endorsed)).toMatchObject({ stage: "endorsed", stageOn: "2017-11-06" })
  })

  it("leaves no stage out, and does not go back", () => {
    given(formed)
      .having(choosing)
      .when(onNetwork("EndorseNetwork", {}))
      .thenRejected("StageOutOfTurn", { network, stage: "preliminary", to: "endorsed" })
      .remediedBy(onNetwork("BeginNetworkPlanning", {}))
    given(endorsed)
      .when(onNetwork("BeginNetworkPlanning", {}))
      .thenRejected("StageOutOfTurn", { stage: "endorsed", to: "planning" })
  })

  it("reaches no stage before the one that it follows", () => {
    given(planning)
      .when({ ...onNetwork("EndorseNetwork", {}), occurredOn: "2017-10-01" })
      .thenRejected("DatesOutOfOrder", { follows: "its stage before (planning)", on: "2017-10-02" })
      .remediedBySending({ ...onNetwork("EndorseNetwork", {}), occurredOn: "2017-10" })
    given(planning)
      .when({ ...choosing, data: { network, ...focus, years: [] }, occurredOn: "2017-09-03" })
      .thenRejected("DatesOutOfOrder", { follows: "the forming of the network", on: formedOn })
      .remediedBySending({ ...choosing, data: { network, ...focus, years: [] }, occurredOn: "2017-09" })
  })

  it("is planned after it was formed, and closed after the stage in which it was", () => {
    given(formed)
      .when({ ...onNetwork("BeginNetworkPlanning", {}), occurredOn: "2017-09-03" })
      .thenRejected("DatesOutOfOrder", { follows: "its stage before (preliminary)", on: formedOn })
      .remediedBySending({ ...onNetwork("BeginNetworkPlanning", {}), occurredOn: "2017-09" })
    given(endorsed)
      .when({ ...onNetwork("CloseNetwork", {}), occurredOn: "2017-11-05" })
      .thenRejected("DatesOutOfOrder", { follows: "its stage before (endorsed)", on: "2017-11-06" })
      .remediedBySending({ ...onNetwork("CloseNetwork", {}), occurredOn: "2017-11" })
  })

  it("is endorsed in a focus that two schools or more have together", () => {
    const begun = onNetwork("BeginNetworkPlanning", {})
    given(formed)
      .having(begun)
      .when(onNetwork("EndorseNetwork", {}))
      .thenRejected("NotReadyToEndorse", { network, lacks: "a learning focus" })
      .remediedBy(choosing)
    given(planning)
      .having(
        onNetwork("LeaveNetwork", { school: "900002" }),
        onNetwork("LeaveNetwork", { school: "900003" })
      )
      .when(onNetwork("EndorseNetwork", {}))
      .thenRejected("NotReadyToEndorse", { lacks: "a second school" })
      .remediedBy(onNetwork("JoinNetwork", { school: "900004" }))
  })

  it("is closed from any stage, its schools' membership with it, and once", () => {
    given(formed)
      .when(onNetwork("CloseNetwork", { reason }))
      .then([{ type: "NetworkClosed.v1", data: { reason } }])
    given(endorsed)
      .when(onNetwork("CloseNetwork", {}))
      .then([{ type: "NetworkClosed.v1", data: {} }])
      .when(onNetwork("CloseNetwork", {}))
      .thenRejected("NetworkIsClosed", { network })
    expect(stateOf(closed).members.map(({ leftIn, until }) => [until, leftIn])).toEqual(
      Array.from({ length: 3 }, () => ["2018-07-20", "endorsed"])
    )
  })

  it("does nothing more once it is closed, and nothing before it is formed", () => {
    const asked = [
      onNetwork("BeginNetworkPlanning", {}),
      onNetwork("EndorseNetwork", {}),
      onNetwork("NameNetworkLead", { lead: people.lead }),
      onNetwork("JoinNetwork", { school: "900004" }),
      onNetwork("LeaveNetwork", { school: "900001" }),
      onNetwork("ChooseLearningFocus", { ...focus, years: [] }),
      onNetwork("FundMathematicsCentre", {}),
      onNetwork("ArrangeTraining", { models: ["subject leaders attend"] }),
      onNetwork("NameRepresentative", { representative: people.representative, school: "900001" }),
      onNetwork("StandDownRepresentative", { representative: people.representative }),
      onNetwork("RecordActivity", { activity: "maths week", schools: ["900001"] }),
      onNetwork("RecordEvaluation", { measure: "confidence", finding: "improved" }),
      onNetwork("RegisterNetwork", {}),
      onNetwork("GiveContactConsent", { contact: people.lead })
    ]
    for (const command of asked) {
      given(closed).when(command).thenRejected("NetworkIsClosed", { network })
      given().on("2017-09-05").when(command).thenRejected("NetworkUnknown", { network })
    }
    given().when(onNetwork("ChooseLearningFocus", focus)).thenRejected("NetworkUnknown").remediedBy(forming)
  })
})

describe("a network's lead", () => {
  const naming = onNetwork("NameNetworkLead", { lead: people.lead })

  it("is named by the office, once, and another takes their place", () => {
    given(formed)
      .when(naming)
      .then([{ type: "NetworkLeadNamed.v1", data: { lead: people.lead } }])
      .when(naming)
      .thenNothing()
      .when(onNetwork("NameNetworkLead", { lead: people.stranger }))
      .then([{ type: "NetworkLeadNamed.v1", data: { lead: people.stranger } }])
  })

  it("acts for the network, as long as they are it", () => {
    const lead = asPerson(people.lead)
    const led = given(formed).having(naming)
    given(led)
      .when(onNetwork("ChooseLearningFocus", focus, lead))
      .then([{ type: "LearningFocusChosen.v1", data: focus }])
    expect(led.having(onNetwork("RegisterNetwork", {}, lead)).events.at(-1)?.metadata.actor).toEqual({
      person: people.lead,
      role: "NetworkLead"
    })
    given(formed)
      .when(onNetwork("ChooseLearningFocus", focus, lead))
      .thenRejected("RoleRequired", { needs: ["NetworkLead", "SchemeOffice"] })
      .remediedBy(naming)
    given(led)
      .having(onNetwork("NameNetworkLead", { lead: people.stranger }))
      .when(onNetwork("RegisterNetwork", {}, lead))
      .thenRejected("RoleRequired")
    given(led)
      .when(onNetwork("CloseNetwork", {}, lead))
      .thenRejected("RoleRequired", { person: people.lead })
  })
})
