// Who judges a school is of no network of the school. No stream of the school's or the assessor's says which those
// are: they are found, read, and named in the basis of what is decided.
import { describe, expect, it } from "vitest"
import {
  byAssessor,
  byChampion,
  byOffice,
  given,
  network,
  onNetwork,
  onPerson,
  otherSchool,
  people,
  scheme,
  school,
  smallWorld,
  worldWith
} from "@lcqm/testing/given-when-then"
import { networkFold, networkStream, personFold, schoolStream, sharedNetwork } from "../../src/index.ts"
import { ask, byOther, give, reason } from "./afterwards/other-assessor.ts"

const { assessor, otherAssessor } = people
const day = "2017-10-25"
const declared = smallWorld.at("declared").on(day)
const judged = smallWorld.at("judgements agreed")
const proposed = smallWorld.at("proposed")
const agreed = smallWorld.at("agreed")
const forming = (...schools: ReadonlyArray<string>) =>
  onNetwork("FormNetwork", { name: "Harbour", schools: schools.map((each) => ({ school: each })) })
const take = (person: string) => onPerson(person, "TakeAssessment", { scheme, school, enrolment: 1 })
const arrange = (person: string) => byOffice("ArrangeVisit", { assessor: person, on: "2017-11-15" })
const propose = byAssessor("ProposeAward", { level: "silver" })
const leading = onNetwork("NameNetworkLead", { lead: assessor })
const leave = onNetwork("LeaveNetwork", { school })
const both = given(declared).having(take(assessor), take(otherAssessor))

describe("the assessor of a visit", () => {
  it("is not of another school in a network of the school: the refusal says which, since when, and what to do", () => {
    const together = both.having(forming(school), onNetwork("JoinNetwork", { school: otherSchool }))
    const details = { assessor: otherAssessor, school, network, since: day }
    const refused = together
      .on("2017-10-27")
      .when(arrange(otherAssessor))
      .thenRejected("AssessorInNetwork", { ...details, by: `is of school ${otherSchool}, which is in it` })
    refused.remediedBySending(arrange(assessor))
    refused.remediedBy(leave)
    refused.remediedBy(onNetwork("CloseNetwork", {}))
  })

  it("has been of it since the later of the two came", () => {
    both
      .having(forming(otherSchool))
      .on("2017-10-30")
      .having(onNetwork("JoinNetwork", { school }))
      .when(arrange(otherAssessor))
      .thenRejected("AssessorInNetwork", { since: "2017-10-30" })
    both
      .having(forming(school))
      .on("2017-10-30")
      .having(onNetwork("JoinNetwork", { school: otherSchool }))
      .when(arrange(otherAssessor))
      .thenRejected("AssessorInNetwork", { since: "2017-10-30" })
  })

  it("neither leads such a network nor represents it in training", () => {
    both
      .having(forming(school), leading)
      .when(arrange(assessor))
      .thenRejected("AssessorInNetwork", { by: "leads it", since: day })
      .remediedBy(onNetwork("NameNetworkLead", { lead: people.lead }))
    both
      .having(forming(school, "900003"))
      .on("2017-10-30")
      .having(onNetwork("NameRepresentative", { representative: assessor, school: "900003" }))
      .when(arrange(assessor))
      .thenRejected("AssessorInNetwork", { by: "represents school 900003 in it", since: "2017-10-30" })
      .remediedBy(onNetwork("StandDownRepresentative", { representative: assessor }))
  })

  it.each(["employment", "governance"] as const)(
    "is of a school by %s, as they have declared",
    (interest) => {
      both
        .having(
          forming(school, "900003"),
          onPerson(assessor, "DeclareInterest", { school: "900003", interest })
        )
        .when(arrange(assessor))
        .thenRejected("AssessorInNetwork", { by: "is of school 900003, which is in it" })
        .remediedBy(onPerson(assessor, "EndInterest", { school: "900003", interest }))
    }
  )

  it("is of a school as soon as one of their interests in it says so, whatever the others are", () => {
    both
      .having(
        forming(school, "900003"),
        onPerson(assessor, "DeclareInterest", { school: "900003", interest: "family" }),
        onPerson(assessor, "DeclareInterest", { school: "900003", interest: "employment" })
      )
      .when(arrange(assessor))
      .thenRejected("AssessorInNetwork", { by: "is of school 900003, which is in it" })
      .remediedBy(onPerson(assessor, "EndInterest", { school: "900003", interest: "employment" }))
  })

  it("is nobody's where nobody is known: who assesses in no scheme is of no network", () => {
    const networks = [
      networkFold.fold(
        networkFold.initial,
        both.having(forming(school, otherSchool)).eventsOf(networkStream(network))
      )
    ]
    expect(sharedNetwork(personFold.initial, scheme, school, assessor, networks)).toBeUndefined()
  })

  it("may have family at a school of the network, and be of one in a network that the school is not in", () => {
    both
      .having(
        forming(school, "900003"),
        onPerson(assessor, "DeclareInterest", { school: "900003", interest: "family" })
      )
      .when(arrange(assessor))
      .thenAccepted()
    both.having(forming(otherSchool, "900003")).when(arrange(otherAssessor)).thenAccepted()
  })

  it("is looked for in every network of the school, and may have been of one that it has left", () => {
    const second = { ...forming(school, otherSchool).data, network: "n-hill" }
    const inTwo = both.having(forming(school), { ...forming(school), data: second })
    inTwo.when(arrange(otherAssessor)).thenRejected("AssessorInNetwork", { network: "n-hill" })
    both.having(forming(school, otherSchool), leave).when(arrange(otherAssessor)).thenAccepted()
  })

  it("is not replaced by one who is of a network of the school", () => {
    given(smallWorld.at("visited"))
      .having(forming(school, otherSchool), take(otherAssessor))
      .when(byOffice("ReplaceAssessor", { assessor: otherAssessor, on: "2017-12", reason }))
      .thenRejected("AssessorInNetwork", { assessor: otherAssessor })
      .remediedBy(leave)
  })
})

describe("an award, where its assessor has come to be of a network of the school", () => {
  it("is neither proposed nor accepted, until that has ended", () => {
    given(judged)
      .having(forming(school), leading)
      .when(propose)
      .thenRejected("AssessorInNetwork")
      .remediedBy(leave)
    given(proposed)
      .having(forming(school), leading)
      .when(byChampion("AcceptProposal", { level: "silver" }))
      .thenRejected("AssessorInNetwork", { assessor, school, network })
      .remediedBy(leave)
  })

  it("is proposed with that advised of, where the rule advises", () => {
    const world = worldWith({
      ruleSet: { limiters: { cpdShortfall: "advise", conflictOfInterest: "advise", schoolClosed: "block" } }
    })
    given(world.at("judgements agreed"))
      .having(forming(school), leading)
      .when(propose)
      .then([
        {
          type: "AwardProposed.v1",
          data: {
            level: "silver",
            indicated: "silver",
            advice: ["conflictOfInterest"],
            basis: world.rulesApplied()
          }
        }
      ])
  })

  it("names every network that the school has joined in its basis, one that it has left too, up to where it was read", () => {
    const second = { ...forming(school).data, network: "n-hill" }
    const story = given(judged).having(
      forming(school, otherSchool),
      { ...forming(school), data: second },
      leave,
      propose,
      byChampion("AcceptProposal", { level: "silver" })
    )
    const decisions = story
      .eventsOf(schoolStream(scheme, school))
      .filter(({ type }) => type === "AwardProposed.v1" || type === "AwardAgreed.v1")
    expect(decisions).toHaveLength(2)
    for (const { data } of decisions) {
      const facts = "basis" in data ? data.basis.facts : []
      expect(facts.filter(({ stream }) => stream.startsWith("network-"))).toMatchObject([
        { stream: networkStream(network), revision: 3 },
        { stream: networkStream("n-hill"), revision: 1 }
      ])
    }
  })
})

describe("a second assessor", () => {
  it("is as external as the first: to support a shift, to moderate, to hear an appeal", () => {
    given(judged)
      .having(forming(school, otherSchool))
      .when(ask("shift"))
      .thenRejected("AssessorInNetwork", { assessor: otherAssessor })
      .remediedBy(leave)
    given(agreed)
      .having(forming(school, otherSchool))
      .when(ask("moderation"))
      .thenRejected("AssessorInNetwork")
      .remediedBy(leave)
  })

  it("is asked again when they judge", () => {
    given(judged)
      .having(ask("shift"), forming(school, otherSchool))
      .when(byOther("SupportShift", { level: "gold", reason }))
      .thenRejected("AssessorInNetwork")
      .remediedBy(leave)
    given(agreed)
      .having(ask("moderation"), forming(school, otherSchool))
      .when(give("silver"))
      .thenRejected("AssessorInNetwork")
      .remediedBy(leave)
  })
})
