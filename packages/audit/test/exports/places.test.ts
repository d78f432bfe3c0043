// Which badges a store has, which of them are revoked, and that a place once had stays: the status list rests on it.
import { badgeOfSchool, badgePlaces, isRevokedIn, statusListOfScheme } from "@lcqm/audit"
import {
  asPerson,
  by,
  byChampion,
  byOffice,
  type Given,
  given,
  people,
  school,
  scheme,
  smallWorld
} from "@lcqm/testing/given-when-then"
import { anyHistory, Coverage } from "@lcqm/testing/arbitraries"
import { memoryStoreWith } from "@lcqm/memory"
import type { LcqmCommand, LcqmEvent, LcqmEventBody, Recorded } from "@lcqm/core"
import { Effect, Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { codec, storeHolding } from "../stores.ts"

type Story = Given<LcqmCommand, LcqmEventBody>
const reason = { about: [], text: "As the office has it in writing." }
const appealTo = (story: Story, level: "none" | "bronze" | "silver"): Story =>
  given(story).having(
    byChampion("LodgeAppeal", { grounds: reason }),
    byOffice("AskSecondJudgement", { about: "appeal", assessor: people.otherAssessor }),
    by(asPerson(people.otherAssessor))("GiveSecondJudgement", { level, reason }),
    byOffice("DecideAppeal", { reason })
  )
const agreed = smallWorld.at("agreed")
const revoked = given(agreed).having(byOffice("RevokeAward", { reason }))

const placesOf = (story: Story) =>
  badgePlaces(story.events as ReadonlyArray<Recorded<LcqmEvent>>, scheme).map(
    ({ index, level, revoked: gone, type }) => [index, type, level, gone ? "revoked" : "stands"]
  )
const issuing = {
  issuer: { id: "https://sample.example", name: "A sample scheme" },
  statusList: "https://sample.example/status"
}
const badgeOf = (story: Story) =>
  Effect.runPromise(Effect.result(badgeOfSchool(storeHolding(story.events), { scheme, school, issuing })))

describe("the places of badges", () => {
  it.each([
    ["an award", agreed, [[0, "AwardAgreed.v1", "silver", "stands"]]],
    ["an award revoked", revoked, [[0, "AwardAgreed.v1", "silver", "revoked"]]],
    ["an award confirmed on appeal", appealTo(agreed, "silver"), [[0, "AwardAgreed.v1", "silver", "stands"]]],
    [
      "an award changed on appeal",
      appealTo(agreed, "bronze"),
      [
        [0, "AwardAgreed.v1", "silver", "revoked"],
        [1, "AppealDecided.v1", "bronze", "stands"]
      ]
    ],
    ["an award taken away on appeal", appealTo(agreed, "none"), [[0, "AwardAgreed.v1", "silver", "revoked"]]],
    [
      "a revocation overturned on appeal",
      appealTo(revoked, "silver"),
      [
        [0, "AwardAgreed.v1", "silver", "revoked"],
        [1, "AppealDecided.v1", "silver", "stands"]
      ]
    ],
    [
      "a withholding overturned on appeal",
      appealTo(smallWorld.at("withheld"), "bronze"),
      [[0, "AppealDecided.v1", "bronze", "stands"]]
    ],
    [
      "an award changed on appeal, then revoked",
      given(appealTo(agreed, "bronze")).having(byOffice("RevokeAward", { reason })),
      [
        [0, "AwardAgreed.v1", "silver", "revoked"],
        [1, "AppealDecided.v1", "bronze", "revoked"]
      ]
    ]
  ] as const)("of %s", (_, story, places) => {
    expect(placesOf(story)).toEqual(places)
  })

  it("are not of another scheme's awards", () => {
    expect(badgePlaces(agreed.events as ReadonlyArray<Recorded<LcqmEvent>>, "other")).toEqual([])
  })

  it("stay what they are however the store grows, and what is revoked stays revoked", async () => {
    const met = new Coverage("histories", ["several awards"])
    await met.assert(
      3,
      fc.asyncProperty(
        anyHistory({ store: () => memoryStoreWith(codec), fewestMoves: 6, mostSchools: 2, noise: false }),
        fc.nat(),
        async (played, cut) => {
          const events = played.events as ReadonlyArray<Recorded<LcqmEvent>>
          const whole = badgePlaces(events, scheme)
          const before = badgePlaces(events.slice(0, cut % (events.length + 1)), scheme)
          if (whole.length > 1) met.count("several awards")
          const kept = before.map((place, at) => ({ ...place, revoked: whole[at]?.revoked }))
          expect(whole.slice(0, before.length)).toEqual(kept)
          before.forEach((place, at) => {
            if (place.revoked) expect(whole[at]?.revoked).toBe(true)
          })
        }
      ),
      { numRuns: 60 }
    )
  })
})

describe("a badge of a store", () => {
  it("is of the award as it stands, with the themes of the decision", async () => {
    const badge = Result.getOrThrow(await badgeOf(agreed))
    const event = agreed.events.find(({ type }) => type === "AwardAgreed.v1")
    expect(badge.id).toBe(`urn:uuid:${event?.id}`)
    expect(badge["credentialStatus"]).toMatchObject({ statusListIndex: "0" })
    expect(badge.credentialSubject["result"]).not.toEqual([])
  })

  it("that has its level by an appeal shows that level, at a place of its own, and no themes", async () => {
    const badge = Result.getOrThrow(await badgeOf(appealTo(agreed, "bronze")))
    expect(badge["name"]).toMatch(/: Bronze$/u)
    expect(badge["credentialStatus"]).toMatchObject({ statusListIndex: "1" })
    expect(badge.credentialSubject["result"]).toEqual([])
  })

  it("is not to be had without an award, or of one that was revoked", async () => {
    expect(await badgeOf(smallWorld.at("proposed"))).toMatchObject({ failure: { why: "no award" } })
    expect(await badgeOf(revoked)).toMatchObject({ failure: { why: "award revoked" } })
  })

  it("is revoked in the status list of the same store where its award is", async () => {
    const listOf = async (story: Story) => {
      const parts = {
        scheme,
        issuer: issuing.issuer,
        id: issuing.statusList,
        validFrom: "2026-01-01T00:00:00Z"
      }
      const list = await Effect.runPromise(statusListOfScheme(storeHolding(story.events), parts))
      return list.credentialSubject.encodedList
    }
    expect(Result.getOrThrow(await isRevokedIn(await listOf(agreed), 0))).toBe(false)
    expect(Result.getOrThrow(await isRevokedIn(await listOf(revoked), 0))).toBe(true)
    const changed = await listOf(appealTo(agreed, "bronze"))
    expect(Result.getOrThrow(await isRevokedIn(changed, 0))).toBe(true)
    expect(Result.getOrThrow(await isRevokedIn(changed, 1))).toBe(false)
  })
})
