// What is known of a person, as their events make it.
import { attended, given, onPerson, people, school, scheme, smallWorld } from "@lcqm/testing/given-when-then"
import { describe, expect, it } from "vitest"
import { personFold, personStream, sessionsAttended } from "../../src/index.ts"

const { champion, otherAssessor } = people
const reason = { about: [], text: "The list was of another day." }
const eventsOf = (story: ReturnType<typeof given>, person: string) => story.eventsOf(personStream(person))
const knownOf = (story: ReturnType<typeof given>, person: string) =>
  personFold.fold(personFold.initial, eventsOf(story, person))

describe("what is known of a person", () => {
  it("is nothing before anything is recorded", () => {
    expect(personFold.initial).toEqual({
      person: undefined,
      attendances: [],
      assesses: new Map(),
      interests: new Map(),
      assessments: [],
      signingKey: undefined,
      erased: false
    })
  })

  it("is each attendance, and of one that was an error that it is struck out, and not of another", () => {
    const training = given(smallWorld.at("with champion"))
      .on("2017-06-15")
      .having(attended(champion, 2), attended(champion, 1))
    const corrects = training.events.at(-2)?.id ?? ""
    const corrected = training.having(onPerson(champion, "CorrectCpdAttendance", { corrects, reason }))
    const common = { scheme, cohort: "1", school, mode: "direct", on: corrected.today }
    expect(knownOf(corrected, champion)).toMatchObject({
      person: champion,
      attendances: [
        { ...common, event: corrects, session: 2, struckOut: true },
        { ...common, event: training.events.at(-1)?.id, session: 1, struckOut: false }
      ]
    })
    expect(sessionsAttended(knownOf(training, champion), scheme)).toEqual([1, 2])
    expect(sessionsAttended(knownOf(corrected, champion), scheme)).toEqual([1])
    expect(sessionsAttended(knownOf(training, champion), "another-scheme")).toEqual([])
    const twice = corrected.having(attended(champion, 2))
    expect(sessionsAttended(knownOf(twice, champion), scheme)).toEqual([1, 2])
  })

  it("is each session once, however often it was attended", () => {
    const training = given(smallWorld.at("with champion")).on("2017-06-15").having(attended(champion, 2))
    const [event] = eventsOf(training, champion)
    const known = personFold.fold(personFold.initial, event === undefined ? [] : [event, event])
    expect(known.attendances).toHaveLength(2)
    expect(sessionsAttended(known, scheme)).toEqual([2])
  })

  it("is every interest that stands, one of each kind, and no school of which none does", () => {
    const declare = (interest: "family" | "business") =>
      onPerson(otherAssessor, "DeclareInterest", { school, interest })
    const end = (interest: "family" | "business") =>
      onPerson(otherAssessor, "EndInterest", { school, interest })
    const interestsOf = (story: ReturnType<typeof given>) =>
      [...knownOf(story, otherAssessor).interests].map(([of, all]) => [of, all.map(({ kind }) => kind)])
    const both = given(smallWorld.at("ready")).having(declare("family"), declare("business"))
    expect(interestsOf(both)).toEqual([[school, ["family", "business"]]])
    expect(interestsOf(both.having(end("family")))).toEqual([[school, ["business"]]])
    expect(interestsOf(both.having(end("family"), end("business")))).toEqual([])
    // Of one that is recorded twice, as a store may hold it, the last counts; and none ends that nobody declared.
    const events = eventsOf(both.having(end("family")), otherAssessor)
    const ofType = (type: string) => events.filter((event) => event.type === type)
    const [first, ...others] = ofType("InterestDeclared.v1")
    const again = personFold.fold(personFold.initial, first === undefined ? [] : [first, ...others, first])
    expect(again.interests.get(school)?.map(({ kind }) => kind)).toEqual(["business", "family"])
    const ended = personFold.fold(personFold.initial, ofType("InterestEnded.v1"))
    expect(ended).toEqual(personFold.initial)
  })

  it("is the same whether events come one by one or together", () => {
    for (const person of [champion, people.assessor]) {
      const events = eventsOf(smallWorld.at("agreed"), person)
      expect(events.length).toBeGreaterThan(1)
      const oneByOne = events.reduce((state, event) => personFold.evolve(state, event), personFold.initial)
      expect(oneByOne).toEqual(personFold.fold(personFold.initial, events))
    }
  })
})
