// Given–when–then itself: what goes as told passes in silence, and what does not is shown, so that it can be read.
import { cohortHandlers, lcqmCatalogue } from "@lcqm/core"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import {
  byChampion,
  byOffice,
  given,
  onCohort,
  people,
  smallWorld,
  storiesOf,
  StoryMismatch,
  theOffice,
  told
} from "@lcqm/testing/given-when-then"

const launch = {
  type: "LaunchCohort",
  actor: theOffice,
  data: { scheme: "lcqm", cohort: "1", windows: {} }
} as const
const launched = {
  type: "CohortLaunched.v1",
  data: { scheme: "lcqm", cohort: "1", windows: {}, warnings: [] }
} as const
const schedule = onCohort("ScheduleCpdSession", { session: 1, on: "2017-03" })
const close = onCohort("CloseCohort", {})

const mismatchOf = (tell: () => unknown): string => {
  try {
    tell()
  } catch (error) {
    if (error instanceof StoryMismatch) return error.message
    throw error
  }
  return "it went as told"
}

describe("given events", () => {
  it("are a past like any other, by stream, facts among them", () => {
    given({ "cohort-lcqm-1": [launched] }, { today: "2017-03-31" })
      .when(schedule)
      .then([{ type: "CpdSessionScheduled.v1", data: { session: 1, on: "2017-03" } }])
  })

  it("may say when, by whom and under which id they happened", () => {
    const id = "11111111-2222-4333-8444-555555555555"
    const by = { person: people.office, role: "SchemeOffice" } as const
    const [event] = given({ "cohort-lcqm-1": [{ ...launched, id, by, occurredOn: "2016" }] }).events
    expect(event).toMatchObject({ id, metadata: { actor: by, occurredOn: "2016" }, revision: 0 })
  })

  it("are refused where they could not have been recorded", () => {
    const wrong = { ...launched, data: { ...launched.data, cohort: "a b" } }
    expect(mismatchOf(() => given({ "cohort-lcqm-1": [wrong] }))).toContain(
      "This cannot have happened: An event CohortLaunched.v1 cannot be appended to cohort-lcqm-1: data.cohort: expected a cohort's label"
    )
  })

  it("of a decision need no more of its basis than the rules", () => {
    const { agreed } = { agreed: smallWorld.at("agreed") }
    const award = agreed.events.find((event) => event.type === "AwardAgreed.v1")
    expect(award?.data).toBeDefined()
    if (award === undefined) return
    const data = { ...award.data, basis: smallWorld.rulesApplied() }
    const story = given({ "school-lcqm-900001": [{ type: award.type, data }] })
    expect(story.events[0]?.data).toMatchObject({ basis: { ...smallWorld.rulesApplied(), facts: [] } })
  })
})

describe("a story that goes otherwise", () => {
  it("shows the command, what was expected, what came and where the two part", () => {
    const tell = () =>
      given()
        .when(launch)
        .then([{ ...launched, data: { ...launched.data, cohort: "2" } }])
    expect(mismatchOf(tell)).toBe(
      [
        "The story does not go as told, on 2020-01-01.",
        "When",
        '  {"id":"asked-0000","occurredOn":"2020-01-01","type":"LaunchCohort","actor":{"person":"p-office000","roles":["SchemeOffice"]},"data":{"scheme":"lcqm","cohort":"1","windows":{}}}',
        "Expected",
        '  CohortLaunched.v1 {"scheme":"lcqm","cohort":"2","windows":{},"warnings":[]}',
        "Came",
        '  CohortLaunched.v1 {"scheme":"lcqm","cohort":"1","windows":{},"warnings":[]}',
        "Differences",
        '  at [0].data.cohort: expected "2", got "1"'
      ].join("\n")
    )
  })

  it("shows a refusal with what it says, where events were expected", () => {
    const message = mismatchOf(() => given().when(close).then([]))
    expect(message).toContain("Expected\n  no event\nCame\n  CohortUnknown")
    expect(message).toContain("No cohort 1 has been launched. Launch it first (LaunchCohort)")
  })

  it.each<[told: string, tell: () => unknown, says: string]>([
    ["one event more", () => given().when(launch).then([]), "at [0]: expected nothing, got"],
    [
      "events where a refusal was expected",
      () => given().when(launch).thenRejected("CohortUnknown"),
      "CohortLaunched.v1"
    ],
    [
      "another refusal",
      () => given().when(close).thenRejected("CohortIsClosed"),
      'Expected\n  CohortIsClosed {}\nCame\n  CohortUnknown {"cohort":"1"}'
    ],
    [
      "a refusal for another reason",
      () => given().when(close).thenRejected("CohortUnknown", { cohort: "2" }),
      'at cohort: expected "2", got "1"'
    ],
    [
      "events where there was nothing to do",
      () => given().when(launch).thenNothing(),
      "no event, and no refusal"
    ],
    ["a refusal where anything would do", () => given().when(close).thenAccepted(), "any events"],
    ["well-formed input", () => given().when(launch).thenMalformed({ path: "data" }), "Malformed"],
    [
      "input malformed elsewhere",
      () =>
        given()
          .whenSent({ ...launch, id: "a-command-1" })
          .thenMalformed({ path: "data.cohort" }),
      'at [0].path: expected "data.cohort", got "occurredOn"'
    ],
    [
      "a past that is refused",
      () => given().having(close),
      "This was to have happened before the story begins, and was refused"
    ],
    [
      "a remedy that does not help",
      () => given().when(close).thenRejected("CohortUnknown").remediedBy(),
      "CohortUnknown"
    ]
  ])("is a mismatch: %s", (_, tell, says) => {
    expect(mismatchOf(tell)).toContain(says)
  })

  it.each(["message", "remedy"] as const)("is a refusal that has no sentence for its %s", (part) => {
    const silent = {
      _tag: "No",
      kind: "rejection",
      message: "It is not so.",
      remedy: "Ask.",
      details: {}
    } as const
    const handlers = cohortHandlers.map((handler) => ({
      ...handler,
      decide: () => Result.fail({ ...silent, [part]: "" })
    }))
    const { given, told } = storiesOf({
      handlers,
      roles: { LaunchCohort: ["SchemeOffice"] as const },
      catalogue: lcqmCatalogue
    })
    expect(mismatchOf(() => given().when(launch).thenRejected("No"))).toContain(`a sentence as its ${part}`)
    expect(told.rejections.has("No")).toBe(false)
  })

  it("is one that says no what then, when it is awaited", async () => {
    const unfinished = () => Promise.resolve().then((): unknown => given().when(launch))
    await expect(unfinished()).rejects.toThrow("says when, and not what then")
  })
})

describe("a story", () => {
  it("goes on where it ended", () => {
    given()
      .when(launch)
      .then([launched])
      .when(schedule)
      .thenAccepted()
      .on("2020-02-01")
      .when(close)
      .then([{ type: "CohortClosed.v1", data: {} }])
  })

  it("leaves the past it began with as it was, so that many can begin with it", () => {
    const past = given().having(launch)
    past.when(close).thenAccepted()
    past.when(close).then([{ type: "CohortClosed.v1", data: {} }])
    expect(past.events).toHaveLength(1)
  })

  it("tries what a refusal says would help", () => {
    const { events } = given().when(close).thenRejected("CohortUnknown").remediedBy(launch)
    expect(events.map(({ type }) => type)).toEqual(["CohortLaunched.v1", "CohortClosed.v1"])
    given(smallWorld.at("enrolled"))
      .when({ ...byOffice("AppointChampion", { champion: people.champion }), occurredOn: "2017-03" })
      .thenRejected("NotYetHappened")
      .remediedOn("2017-03-01")
    given(smallWorld.at("proposed"))
      .when(byChampion("AcceptProposal", { level: "gold" }))
      .thenRejected("OtherLevelProposed")
      .remediedBySending(byChampion("AcceptProposal", { level: "silver" }))
  })

  it("is told once it went as told: what was only tried is not", () => {
    given()
      .having(launch)
      .when(onCohort("CancelCpdSession", { session: 4 }))
    expect(told.rejections.has("SessionNotScheduled")).toBe(false)
    given()
      .having(launch)
      .when(onCohort("CancelCpdSession", { session: 4 }))
      .thenRejected("SessionNotScheduled")
    expect(told.rejections.has("SessionNotScheduled")).toBe(true)
    expect(told.commands.has("CancelCpdSession")).toBe(true)
    expect(told.events.has("SchoolEnrolled.v1")).toBe(false)
  })
})
