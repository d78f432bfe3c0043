// What a network works on, how training reaches it, what it does and how it evaluates that.
import { Coverage } from "@lcqm/testing/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { given, network, onNetwork, people } from "@lcqm/testing/given-when-then"
import {
  evaluationMeasures,
  type FocusWhenFunded,
  modelsFor,
  type NetworkActivity,
  networkFold,
  networkStream,
  type YearGroup
} from "../../src/index.ts"
import { choosing, endorsed, focus, formed, planning } from "./a-network.ts"

const note = { about: [], text: "Children drew pictures and symbols to show their thinking." }
const reason = { about: [], text: "Has a class of their own from September." }
const stateOf = (story: typeof formed) =>
  networkFold.fold(networkFold.initial, story.eventsOf(networkStream(network)))
const other = { subject: "writing", topics: ["speaking and listening"], years: ["Reception"] } as const
const named = (subject: string) => ({ subject, topics: [], years: [] })
const { representative } = people

describe("a learning focus", () => {
  it("is a subject, topics of it and the years it is for", () => {
    given(formed)
      .when(choosing)
      .then([{ type: "LearningFocusChosen.v1", data: focus }])
  })

  it("may change, and what it was is kept; the same in another order is no change", () => {
    given(planning)
      .when(onNetwork("ChooseLearningFocus", { ...focus, years: ["Year 4", "Year 3"] }))
      .thenNothing()
    const changed = given(planning)
      .when(onNetwork("ChooseLearningFocus", other))
      .then([{ type: "LearningFocusChosen.v1", data: other }])
    expect(stateOf(changed)).toMatchObject({ focus: other, earlierFocuses: [focus] })
  })
})

describe("a focus that is chosen again", () => {
  const anyFocus = fc.record({
    subject: fc.constantFrom("mathematics", "writing"),
    topics: fc.array(fc.constantFrom("number", "shape", "talk"), { maxLength: 4 }),
    years: fc.array(fc.constantFrom<YearGroup>("Year 3", "Year 4"), { maxLength: 3 })
  })
  type Focus = typeof anyFocus extends fc.Arbitrary<infer Value> ? Value : never
  const said = ({ subject, topics, years }: Focus) =>
    JSON.stringify([subject, [...new Set(topics)].toSorted(), [...new Set(years)].toSorted()])

  it("is another as soon as it says anything else, in whatever order and however often it says it", () => {
    const met = new Coverage("focuses chosen again", ["the same", "another"])
    met.assert(
      15,
      fc.property(anyFocus, anyFocus, fc.integer({ min: 0, max: 3 }), (one, other, die) => {
        const again = die === 0 ? { ...one, topics: one.topics.toReversed() } : other
        const isSame = said(one) === said(again)
        met.count(isSame ? "the same" : "another")
        const chosen = given(formed).having(onNetwork("ChooseLearningFocus", one))
        const story = chosen.when(onNetwork("ChooseLearningFocus", again))
        if (isSame) story.thenNothing()
        else story.then([{ type: "LearningFocusChosen.v1", data: again }])
      }),
      { numRuns: 300 }
    )
  })

  it("is another where a topic said twice gave way to a new one", () => {
    const years = ["Year 3"] as const
    given(formed)
      .having(onNetwork("ChooseLearningFocus", { subject: "writing", topics: ["talk", "talk"], years }))
      .when(onNetwork("ChooseLearningFocus", { subject: "writing", topics: ["talk", "spelling"], years }))
      .thenAccepted()
  })
})

describe("funding as a mathematics centre", () => {
  it.each<[told: string, story: typeof formed, focus: FocusWhenFunded]>([
    ["on mathematics", planning, "mathematics"],
    ["on maths, as it says", formed.having(onNetwork("ChooseLearningFocus", named("maths"))), "mathematics"],
    ["on numeracy", formed.having(onNetwork("ChooseLearningFocus", named("numeracy"))), "mathematics"],
    ["on something else", planning.having(onNetwork("ChooseLearningFocus", other)), "another"],
    ["that has chosen nothing yet", formed, "none yet"]
  ])("is of a network %s, and says so", (_, story, onWhat) => {
    given(story)
      .when(onNetwork("FundMathematicsCentre", {}))
      .then([{ type: "MathematicsCentreFunded.v1", data: { focus: onWhat } }])
  })

  it("is given once, whatever the network works on later", () => {
    given(planning)
      .having(onNetwork("FundMathematicsCentre", {}), onNetwork("ChooseLearningFocus", other))
      .when(onNetwork("FundMathematicsCentre", {}))
      .thenRejected("AlreadyMathematicsCentre", { network, on: "2017-10-02" })
  })
})

describe("training", () => {
  it("is arranged by one of three models, or several, for all of it or a part", () => {
    given(endorsed)
      .when(onNetwork("ArrangeTraining", { models: ["subject leaders attend"] }))
      .then([{ type: "TrainingArranged.v1", data: { models: ["subject leaders attend"] } }])
    const whole = given(endorsed).having(onNetwork("ArrangeTraining", { models: ["subject leaders attend"] }))
    for (const session of [1, 2, 3, 4] as const) {
      expect(modelsFor(stateOf(whole), session)).toEqual(["subject leaders attend"])
    }
    const parts = given(endorsed)
      .when(
        onNetwork("ArrangeTraining", {
          part: "leading",
          models: ["representatives cascade"],
          sessions: [1, 2]
        })
      )
      .then([
        {
          type: "TrainingArranged.v1",
          data: { part: "leading", models: ["representatives cascade"], sessions: [1, 2] }
        }
      ])
      .having(
        onNetwork("ArrangeTraining", {
          part: "subject knowledge",
          models: ["delivered to the network", "subject leaders attend"],
          sessions: [2, 3]
        })
      )
    const held = ([1, 2, 3, 4] as const).map((session) => modelsFor(stateOf(parts), session))
    expect(held).toEqual([
      ["representatives cascade"],
      ["subject leaders attend", "representatives cascade", "delivered to the network"],
      ["subject leaders attend", "delivered to the network"],
      []
    ])
  })

  it("is arranged anew in the place of what held for the same part, and not where that is the same", () => {
    const arranged = given(endorsed).having(
      onNetwork("ArrangeTraining", { models: ["subject leaders attend"] })
    )
    for (const other of [
      { models: ["delivered to the network"] },
      { models: ["subject leaders attend", "delivered to the network"] },
      { models: ["subject leaders attend"], part: "leading" }
    ] as const) {
      given(arranged)
        .when(onNetwork("ArrangeTraining", other))
        .then([{ type: "TrainingArranged.v1", data: other }])
    }
    given(arranged)
      .when(onNetwork("ArrangeTraining", { models: ["subject leaders attend"] }))
      .thenNothing()
    const anew = given(arranged)
      .when(onNetwork("ArrangeTraining", { models: ["delivered to the network"], sessions: [4] }))
      .thenAccepted()
    expect([3, 4].map((session) => modelsFor(stateOf(anew), session as 3 | 4))).toEqual([
      [],
      ["delivered to the network"]
    ])
  })
})

describe("a representative", () => {
  const naming = onNetwork("NameRepresentative", { representative, school: "900001" })

  it("is named for a school of the network, and may be of another one later", () => {
    given(endorsed)
      .when(naming)
      .then([{ type: "RepresentativeNamed.v1", data: { representative, school: "900001" } }])
      .when(naming)
      .thenNothing()
      .when(onNetwork("NameRepresentative", { representative, school: "900002" }))
      .thenAccepted()
    given(endorsed)
      .when(onNetwork("NameRepresentative", { representative, school: "900009" }))
      .thenRejected("SchoolNotInNetwork", { school: "900009" })
      .remediedBy(onNetwork("JoinNetwork", { school: "900009" }))
  })

  it("stands down where they are one, and not before they were named", () => {
    const standing = onNetwork("StandDownRepresentative", { representative, reason })
    given(endorsed)
      .when(standing)
      .thenRejected("NotARepresentative", { network, representative })
      .remediedBy(naming)
    given(endorsed)
      .having(naming)
      .when({ ...standing, occurredOn: "2017-11-05" })
      .thenRejected("DatesOutOfOrder", { follows: "the naming of the representative" })
      .remediedBySending({ ...standing, occurredOn: "2017-11" })
    given(endorsed)
      .having(naming)
      .when(standing)
      .then([{ type: "RepresentativeStoodDown.v1", data: { representative, reason } }])
  })
})

describe("an activity", () => {
  it.each<NetworkActivity>([
    "maths week",
    "joint planning",
    "peer visit",
    "authority input",
    "more able morning"
  ])("is recorded with the schools that took part: %s", (activity) => {
    const data = { activity, schools: ["900001", "900002"], host: "900003", note }
    given(endorsed)
      .when(onNetwork("RecordActivity", data))
      .then([{ type: "ActivityRecorded.v1", data }])
  })

  it("that is a focus-group day says of which term it is: there is one every term", () => {
    const day = { activity: "focus-group day", schools: ["900001", "900002"] } as const
    given(endorsed)
      .when(onNetwork("RecordActivity", day))
      .thenRejected("TermNotStated", { network })
      .remediedBySending(onNetwork("RecordActivity", { ...day, term: "2017 autumn" }))
    given(endorsed)
      .when(onNetwork("RecordActivity", { ...day, term: "2017 autumn" }))
      .then([{ type: "ActivityRecorded.v1", data: { ...day, term: "2017 autumn" } }])
  })

  it("is of schools that were in the network then, the one they came to among them", () => {
    const left = given(endorsed)
      .on("2018-03-01")
      .having(onNetwork("LeaveNetwork", { school: "900003" }))
      .on("2018-04-16")
    const morning = onNetwork("RecordActivity", {
      activity: "more able morning",
      schools: ["900001"],
      host: "900003"
    })
    given(left)
      .when(morning)
      .thenRejected("SchoolNotInNetwork", { network, school: "900003", on: "2018-04-16" })
      .remediedBySending({ ...morning, occurredOn: "2018-03-01" })
    given(left)
      .when(onNetwork("RecordActivity", { activity: "maths week", schools: ["900001", "900009"] }))
      .thenRejected("SchoolNotInNetwork", { school: "900009" })
      .remediedBy(onNetwork("JoinNetwork", { school: "900009" }))
  })
})

describe("an evaluation", () => {
  it.each(evaluationMeasures)("is by one of the source's four measures: %s", (measure) => {
    const data = { measure, finding: "improved", note } as const
    given(endorsed)
      .when(onNetwork("RecordEvaluation", data))
      .then([{ type: "EvaluationRecorded.v1", data }])
  })

  it("may say that nothing is known yet, and may be made again", () => {
    const story = given(endorsed).having(
      onNetwork("RecordEvaluation", { measure: "test answers", finding: "not yet known" }),
      onNetwork("RecordEvaluation", { measure: "test answers", finding: "improved" })
    )
    expect(stateOf(story).evaluations.map(({ finding }) => finding)).toEqual(["not yet known", "improved"])
  })
})
