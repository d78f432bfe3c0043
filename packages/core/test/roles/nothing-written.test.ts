// Whatever is wrong with what is sent, the store is left as it was: its head has not moved.
import { Effect, Layer } from "effect"
import { beforeEach, describe, expect, it } from "vitest"
import { nodeHasher } from "@lcqm/ledger/node"
import { makeMemoryStore } from "@lcqm/memory"
import { smallCriteriaSet, smallWorld } from "@lcqm/testing/given-when-then"
import {
  codecOf,
  EventStore,
  lcqmCatalogue,
  longestText,
  mostCriteriaInTheme,
  openLcqm
} from "../../src/index.ts"
import { placesIn, put } from "./places.ts"
import { commandNames, wellFormed } from "./samples.ts"

const begun = async () => {
  const store = makeMemoryStore(codecOf(lcqmCatalogue, nodeHasher))
  const lcqm = openLcqm({
    store: Layer.succeed(EventStore, store),
    now: () => Date.parse("2017-02-01T12:00:00.000Z")
  })
  for (const { command } of smallWorld.at("enrolled").sent) {
    expect(await lcqm.executeUnknown(command)).toMatchObject({ ok: true })
  }
  const head = () => Effect.runPromise(store.head())
  return { lcqm, head, before: await head() }
}

describe("nothing is written", () => {
  let world: Awaited<ReturnType<typeof begun>>
  beforeEach(async () => {
    world = await begun()
  })

  it.each<[said: string, input: unknown, path: string]>([
    ["nothing at all", undefined, "type"],
    ["null", null, "type"],
    ["a text", "EnrolSchool", "type"],
    ["a list", [wellFormed("EnrolSchool")], "type"],
    ["a command of no type", put(wellFormed("EnrolSchool"), ["type"], undefined), "type"],
    [
      "a command of another scheme's making",
      put(wellFormed("EnrolSchool"), ["type"], "BribeAssessor"),
      "type"
    ],
    [
      "a command called as every object's key is",
      put(wellFormed("EnrolSchool"), ["type"], "toString"),
      "type"
    ],
    [
      "a date that does not exist",
      put(wellFormed("CloseCohort"), ["occurredOn"], "2017-02-29"),
      "occurredOn"
    ],
    [
      "a school's name for its URN",
      put(wellFormed("HoldVisit"), ["data", "school"], "Hill Top"),
      "data.school"
    ],
    ["a URN as a number", put(wellFormed("HoldVisit"), ["data", "school"], 900_001), "data.school"],
    ["a person's name", put(wellFormed("CloseCohort"), ["actor", "person"], "Judith"), "actor.person"],
    ["a fifth CPD session", put(wellFormed("MoveCpdSession"), ["data", "session"], 5), "data.session"],
    ["a level there is not", put(wellFormed("AcceptProposal"), ["data", "level"], "platinum"), "data.level"],
    ["a level in capitals", put(wellFormed("AcceptProposal"), ["data", "level"], "Gold"), "data.level"],
    ["an empty reason", put(wellFormed("CloseCohort"), ["data", "reason", "text"], ""), "data.reason.text"],
    [
      "a reason as long as a document",
      put(wellFormed("CloseCohort"), ["data", "reason", "text"], "x".repeat(longestText + 1)),
      "data.reason.text"
    ],
    [
      "a broken character in a reason",
      put(wellFormed("CloseCohort"), ["data", "reason", "text"], "\ud800"),
      "data.reason.text"
    ],
    [
      "a criterion asked for twice",
      put(wellFormed("AskFurtherWork"), ["data", "criteria"], ["a", "a"]),
      "data.criteria"
    ],
    ["no criterion", put(wellFormed("AskFurtherWork"), ["data", "criteria"], []), "data.criteria"],
    ["a revision of minus one", put(wellFormed("AcceptProposal"), ["seen"], -1), "seen"],
    ["half a revision", put(wellFormed("AcceptProposal"), ["seen"], 0.5), "seen"]
  ])("of %s, and the path is named", async (_, input, path) => {
    const { before, head, lcqm } = world
    const answer = await lcqm.executeUnknown(input)
    expect(answer).toMatchObject({ ok: false, failure: { _tag: "Malformed" } })
    expect(JSON.stringify(answer)).toContain(`"path":"${path}`)
    expect(await head()).toEqual(before)
  })

  it("of a broken character anywhere in any command, which is malformed and no defect", async () => {
    const { before, head, lcqm } = world
    for (const type of commandNames) {
      const command = wellFormed(type)
      for (const [path, value] of placesIn(command)) {
        if (typeof value !== "string" || path[0] === "type") continue
        const answer = await lcqm.executeUnknown(put(command, path, "\udfff"))
        expect(answer, `${type} ${path.join(".")}`).toMatchObject({
          ok: false,
          failure: { _tag: "Malformed" }
        })
      }
    }
    expect(await head()).toEqual(before)
  })

  it("of a criteria set too large for an event, and the limit is named", async () => {
    const { before, head, lcqm } = world
    const descriptors = { bronze: "b".repeat(longestText), silver: "s".repeat(longestText) }
    const criteria = Array.from({ length: mostCriteriaInTheme }, (_, index) => ({
      id: `c${index}`,
      title: `Criterion ${index}`,
      descriptors
    }))
    const criteriaSet = { ...smallCriteriaSet, version: "huge", themes: [{ id: "t", title: "T", criteria }] }
    const answer = await lcqm.executeUnknown(
      put(wellFormed("PublishCriteriaSet"), ["data", "criteriaSet"], criteriaSet)
    )
    expect(answer).toMatchObject({
      ok: false,
      failure: { _tag: "EventTooLarge", what: "event", limit: 65_535, unit: "bytes" }
    })
    expect(await head()).toEqual(before)
  })

  it("of a command the rules refuse", async () => {
    const { before, head, lcqm } = world
    expect(await lcqm.executeUnknown(wellFormed("EnrolSchool"))).toMatchObject({
      ok: false,
      failure: { kind: "rejection", _tag: "AlreadyEnrolled" }
    })
    expect(await head()).toEqual(before)
  })
})
