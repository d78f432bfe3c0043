// Decisions on facts that had changed: found by the revisions their basis names, in the order of the store.
import { inhabitants } from "@lcqm/testing/arbitraries"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { accepting, bring, proposing, sent, stream, today, urn } from "../deciding/a-school.ts"
import { withMoments } from "../deciding/moments.ts"
import { emptyStore, lcqmOver } from "../properties/lcqm-over.ts"
import {
  given,
  givenEvents,
  onCohort,
  people,
  smallWorld,
  onPerson,
  scheme
} from "@lcqm/testing/given-when-then"
import { factsOutOfDate, outOfDateIn, project, type Recorded } from "../../src/index.ts"

const agreed = smallWorld.at("agreed")
const found = (events: ReadonlyArray<Recorded>) => outOfDateIn(project(factsOutOfDate, events))

// What was decided before these events, but recorded after them: as if another had been quicker.
const decidedBefore = (story: ReturnType<typeof given>, decided: number): ReadonlyArray<Recorded> => {
  const before = agreed.events.slice(0, -decided)
  const last = agreed.events.slice(-decided)
  return [...before, ...story.events.slice(agreed.events.length), ...last]
}

describe("decisions on facts that had changed", () => {
  it("are none where each was recorded before anything else was", () => {
    expect(found(agreed.events)).toEqual([])
    expect(agreed.events.filter(({ data }) => "basis" in data).length).toBeGreaterThan(2)
  })

  it("name the fact, up to where it was read, and what was recorded since", () => {
    const later = given(agreed).having(
      onCohort("ChangeCohortWindows", { windows: { assessment: { from: "2018-01" } } }),
      onPerson(people.assessor, "StandDownAssessor", { scheme })
    )
    const story = found(decidedBefore(later, 1))
    expect(
      story.map(({ changes, fact, type }) => [type, fact, ...changes.map((change) => change.type)])
    ).toEqual([
      ["AwardAgreed.v1", "cohort-lcqm-1", "CohortWindowsChanged.v1"],
      ["AwardAgreed.v1", `person-${people.assessor}`, "AssessorStoodDown.v1"]
    ])
    expect(story.map(({ changes, read }) => [read, changes[0].revision])).toEqual([
      [4, 5],
      [1, 2]
    ])
  })

  it("are total: a fact of which nothing is recorded has not changed", () => {
    const [award] = agreed.events.filter(({ type }) => type === "AwardAgreed.v1")
    if (award === undefined) throw new Error("nobody agreed")
    givenEvents([{ ...award, occurredOn: "2017-11-22" }])
      .projecting(factsOutOfDate)
      .as(outOfDateIn)
      .expect([])
  })
})

describe("a decision that races with a change of its facts", () => {
  it("is recorded, and listed: the assessor stood down while the proposal was on its way", async () => {
    const store = emptyStore()
    const other = lcqmOver(store, { now: () => today })
    const seen = Effect.runSync(bring(other, "visited"))
    let raced = false
    const meddled = withMoments(store, (moment, to) =>
      Effect.suspend(() => {
        if (raced || moment !== "before append" || to !== stream) return Effect.void
        raced = true
        const [person] = inhabitants.assessors
        const data = { person, scheme }
        return Effect.asVoid(
          Effect.orDie(other.execute({ type: "StandDownAssessor", ...sent("stand-down", person), data }))
        )
      })
    )
    const lcqm = lcqmOver(meddled, { now: () => today })
    await Effect.runPromise(lcqm.execute(proposing("in-a-race", seen)))
    const told = await Effect.runPromise(lcqm.factsOutOfDate())
    expect(raced).toBe(true)
    expect(told.map(({ changes, fact, type }) => [type, fact, changes.map((each) => each.type)])).toEqual([
      ["AwardProposed.v1", `person-${inhabitants.assessors[0]}`, ["AssessorStoodDown.v1"]]
    ])
  })

  it("is recorded, and listed: the school joined a network while the proposal was on its way", async () => {
    const store = emptyStore()
    const other = lcqmOver(store, { now: () => today })
    const seen = Effect.runSync(bring(other, "visited"))
    const forming = (network: string) =>
      Effect.orDie(
        other.execute({
          type: "FormNetwork",
          ...sent(network),
          data: { network, name: "Harbour", schools: [{ school: urn }] }
        })
      )
    Effect.runSync(forming("n-known"))
    let raced = false
    const meddled = withMoments(store, (moment, to) =>
      Effect.suspend(() => {
        if (raced || moment !== "before append" || to !== stream) return Effect.void
        raced = true
        return Effect.asVoid(forming("n-unknown"))
      })
    )
    const lcqm = lcqmOver(meddled, { now: () => today })
    const { events } = await Effect.runPromise(lcqm.execute(proposing("in-a-race", seen)))
    const told = await Effect.runPromise(lcqm.factsOutOfDate())
    expect(raced).toBe(true)
    expect(
      told.map(({ changes, fact, read, type }) => [type, fact, read, changes.map((each) => each.type)])
    ).toEqual([
      ["AwardProposed.v1", "network-n-unknown", "none", ["NetworkFormed.v1", "SchoolJoinedNetwork.v1"]]
    ])
    const [proposal] = events
    const facts = proposal?.type === "AwardProposed.v1" ? proposal.data.basis.facts : []
    expect(facts.at(-1)).toMatchObject({ stream: "network-n-known", revision: 1 })
    // The next decision knows of both.
    const [next] = (await Effect.runPromise(other.execute(accepting("after-it", seen + 1)))).events
    const known = next?.type === "AwardAgreed.v1" ? next.data.basis.facts.slice(-2) : []
    expect(known.map((each) => each.stream)).toEqual(["network-n-known", "network-n-unknown"])
  })
})
