// What people ask of networks, told: the directory and its contacts, each network, who works on something similar, and
// the CPD that reached a network's schools.
import { Coverage } from "@lcqm/testing/arbitraries"
import {
  type DirectoryEntry,
  directoryOf,
  networkCoverageOf,
  networkCpdCoverage,
  networkFold,
  networks,
  networksOf,
  networkStream,
  project,
  similarTo,
  workOf,
  type YearGroup
} from "@lcqm/core"
import {
  attended,
  given,
  network,
  onNetwork,
  onPerson,
  otherSchool,
  people,
  scheme,
  school,
  smallWorld
} from "@lcqm/testing/given-when-then"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { championOf } from "../person/champion-of.ts"
import { closed, endorsed, focus, formed } from "./a-network.ts"

const { lead } = people
const registering = onNetwork("RegisterNetwork", {})
const consenting = onNetwork("GiveContactConsent", { contact: lead })
const withdrawing = onNetwork("WithdrawContactConsent", { contact: lead })
const directory = (story: typeof formed) =>
  story.projecting(networks).as((model) => directoryOf(model, project(networks, story.events)))

const entry: DirectoryEntry = {
  network,
  name: "Harbour Learning Network",
  area: "Harbour",
  stage: "endorsed",
  registeredOn: "2017-11-06",
  focus,
  mathematicsCentre: false,
  schools: ["900001", "900002", "900003"],
  contacts: []
}

describe("the directory", () => {
  it("lists networks that have registered, with what they work on, and no contact without consent", () => {
    directory(endorsed).expect([])
    directory(endorsed.having(registering)).expect([entry])
    directory(endorsed.having(registering, consenting)).expect([{ ...entry, contacts: [lead] }])
  })

  it("lists no network that is closed", () => {
    directory(endorsed.having(registering, consenting, onNetwork("CloseNetwork", {}))).expect([])
    directory(closed).expect([])
  })

  it("shows no contact after consent was withdrawn, also as at a date before", () => {
    const consented = endorsed.having(registering, consenting).on("2018-03-01")
    const withdrawn = consented.having(withdrawing)
    directory(withdrawn).expect([entry])
    directory(withdrawn).asAt({ occurred: "2017-12" }).expect([entry])
    directory(withdrawn).asAt({ recorded: "2017-12-01T00:00:00.000Z" }).expect([entry])
    // Until it was withdrawn, an earlier date shows it.
    directory(consented)
      .asAt({ occurred: "2017-12" })
      .expect([{ ...entry, contacts: [lead] }])
  })

  it("shows a contact who consented anew from then on only", () => {
    const again = endorsed
      .having(registering, consenting)
      .on("2018-03-01")
      .having(withdrawing)
      .on("2018-06-01")
      .having(consenting)
    directory(again).expect([{ ...entry, contacts: [lead] }])
    directory(again).asAt({ occurred: "2017-12" }).expect([entry])
    directory(again)
      .asAt({ occurred: "2018-06-01" })
      .expect([{ ...entry, contacts: [lead] }])
  })

  it("is as at a date what was chosen and who was in it then", () => {
    const later = endorsed
      .having(registering)
      .on("2018-03-01")
      .having(
        onNetwork("LeaveNetwork", { school: "900003" }),
        onNetwork("ChooseLearningFocus", { subject: "writing", topics: [], years: [] })
      )
    directory(later).asAt({ occurred: "2018-02" }).expect([entry])
    directory(later).expect([
      { ...entry, schools: ["900001", "900002"], focus: { subject: "writing", topics: [], years: [] } }
    ])
  })
})

describe("a look at networks", () => {
  const second = onNetwork("FormNetwork", { name: "Second", schools: [{ school: "900001" }] })
  const both = formed.having({ ...second, data: { ...second.data, network: "n-second" } })
  const look = (story: typeof formed) =>
    story.projecting(networks).as((model) => networksOf(model, project(networks, story.events)))

  it("warns of a school that is in several at once, in each of them, and of no other", () => {
    const several = [{ school: "900001", networks: [network, "n-second"] }]
    look(both)
      .as((all) => all.map((each) => [each.network, each.warnings]))
      .expect([
        [network, several],
        ["n-second", several]
      ])
    look(both.having(onNetwork("LeaveNetwork", { school: "900001" })))
      .as((all) => all.map(({ warnings }) => warnings))
      .expect([[], []])
  })

  it("holds of consents only whose stands now, also as at a date before", () => {
    const consented = formed.having(consenting)
    const contacts = (story: typeof formed) => look(story).as((all) => all.map((each) => each.contacts))
    contacts(consented).expect([[lead]])
    contacts(consented.on("2018-01-08").having(withdrawing)).asAt({ occurred: "2017-10" }).expect([[]])
    expect(look(consented).answer.map((each) => "consents" in each)).toEqual([false])
  })

  it("sums up its work: what it did how often, in which terms its focus group met, what each measure showed last", () => {
    const day = (term: string) =>
      onNetwork("RecordActivity", { activity: "focus-group day", schools: ["900001"], term })
    const busy = endorsed.having(
      day("2018 spring"),
      day("2017 autumn"),
      day("2017 autumn"),
      onNetwork("RecordActivity", { activity: "maths week", schools: ["900001", "900002"] }),
      onNetwork("RecordEvaluation", { measure: "enthusiasm", finding: "not yet known" }),
      onNetwork("RecordEvaluation", { measure: "enthusiasm", finding: "improved" })
    )
    const state = networkFold.fold(networkFold.initial, busy.eventsOf(networkStream(network)))
    expect(workOf(state)).toEqual({
      activities: { "focus-group day": 3, "maths week": 1 },
      focusGroupTerms: ["2017 autumn", "2018 spring"],
      evaluation: [
        { measure: "confidence", last: undefined },
        { measure: "test answers", last: undefined },
        { measure: "planning", last: undefined },
        { measure: "enthusiasm", last: { finding: "improved", on: "2017-11-06" } }
      ]
    })
  })
})

describe("networks with a similar focus", () => {
  const of = (
    id: string,
    subject: string,
    topics: ReadonlyArray<string>,
    years: ReadonlyArray<YearGroup>
  ): DirectoryEntry => ({
    ...entry,
    network: id,
    focus: { subject, topics, years }
  })
  const asked = {
    subject: "mathematics",
    topics: ["using and applying"],
    years: ["Year 3", "Year 4"]
  } as const

  it("are ranked by subject, words of topics and years, and say why", () => {
    const found = similarTo(
      [
        of("n-a", "writing", ["boys writing"], ["Year 6"]),
        of("n-b", "writing", ["applying phonics"], ["Year 4"]),
        of("n-c", "mathematics", [], []),
        of("n-d", "mathematics", ["using and applying"], ["Year 3", "Year 4"]),
        of("n-e", "mathematics", ["mental calculation", "using a number line"], ["Year 3"])
      ],
      { focus: asked }
    )
    expect(found.map(({ entry: each, score, why }) => [each.network, score, why])).toEqual([
      ["n-d", 100, "both work on mathematics; words of both: using, applying; both for Year 3, Year 4"],
      ["n-e", 65, "both work on mathematics; words of both: using; both for Year 3"],
      ["n-c", 50, "both work on mathematics"],
      ["n-b", 20, "words of both: applying; both for Year 4"]
    ])
  })

  it("are never the one that asks, one that has chosen nothing, or more than are asked for", () => {
    const all = [of("n-a", "mathematics", [], []), { ...entry, network: "n-b", focus: undefined }, entry]
    expect(similarTo(all, { focus: asked, except: "n-a" }).map((each) => each.entry.network)).toEqual([
      network
    ])
    expect(similarTo(all, { focus: asked, most: 1 })).toHaveLength(1)
  })

  it("have each other in common alike: who is similar to me finds me as similar", () => {
    const words = fc.constantFrom("using data", "mental calculation", "using and applying", "shape")
    const anyFocus = fc.record({
      subject: fc.constantFrom("mathematics", "writing", "science"),
      topics: fc.uniqueArray(words, { maxLength: 3 }),
      years: fc.uniqueArray(fc.constantFrom("Year 3" as const, "Year 4" as const, "Year 5" as const))
    })
    const met = new Coverage("pairs of focuses", ["similar", "nothing in common"])
    met.assert(
      5,
      fc.property(anyFocus, anyFocus, (one, other) => {
        const [to] = similarTo([{ ...entry, focus: other }], { focus: one })
        const [back] = similarTo([{ ...entry, focus: one }], { focus: other })
        expect(to?.score).toBe(back?.score)
        const alike = one.subject === other.subject || one.years.some((year) => other.years.includes(year))
        if (alike) expect(to?.score).toBeGreaterThan(0)
        expect(to?.score ?? 0).toBeLessThanOrEqual(100)
        met.count(to === undefined ? "nothing in common" : "similar")
      }),
      { numRuns: 200 }
    )
  })
})

describe("CPD coverage of a network", () => {
  it("says for each session what is arranged, which schools it reached by which model, and which not", () => {
    const story = given(smallWorld.at("with champion"))
      .having(
        ...championOf(otherSchool, people.nextChampion),
        onNetwork("FormNetwork", {
          name: "Harbour",
          schools: [{ school }, { school: otherSchool }, { school: "900003" }]
        }),
        onNetwork("ArrangeTraining", { models: ["representatives cascade"], sessions: [1] }),
        onNetwork("NameRepresentative", { representative: people.champion, school })
      )
      .on("2017-04-06")
      .having(
        attended(people.champion, 1),
        onPerson(people.nextChampion, "RecordCpdCascade", {
          scheme,
          cohort: "1",
          session: 1,
          school: otherSchool,
          network,
          cascadedBy: people.champion
        })
      )
    const [first, second] = story
      .projecting(networkCpdCoverage)
      .as((model) => networkCoverageOf(model, scheme)[0]?.sessions ?? []).answer
    expect(first).toEqual({
      session: 1,
      arranged: ["representatives cascade"],
      reached: [
        { school, by: "subject leaders attend" },
        { school: otherSchool, by: "representatives cascade" }
      ],
      missing: ["900003"]
    })
    expect(second).toEqual({
      session: 2,
      arranged: [],
      reached: [],
      missing: [school, otherSchool, "900003"]
    })
    const own = story.events.find(({ type }) => type === "CpdAttended.v1")?.id ?? ""
    const struck = story.having(
      onPerson(people.champion, "CorrectCpdAttendance", {
        corrects: own,
        reason: { about: [], text: "Was ill." }
      })
    )
    const [coverage] = struck
      .projecting(networkCpdCoverage)
      .as((model) => networkCoverageOf(model, scheme)).answer
    expect(coverage?.sessions[0]?.reached).toEqual([])
    expect(coverage?.notCounted).toMatchObject([{ school: otherSchool, session: 1 }])
    expect(coverage?.notice).toContain("a bridge of this library's")
  })
})
