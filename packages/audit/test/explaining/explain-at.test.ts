// An explanation says what it is of: the school at one revision, with the facts as they were read there.
import { explainAt, pointToExplain, underRule } from "@lcqm/audit"
import { presets } from "@lcqm/core"
import { given, onPerson, people, smallWorld } from "@lcqm/testing/given-when-then"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { historyOf, storeAt, storeHolding } from "../stores.ts"

const history = historyOf(storeAt("agreed"))
const last = history.events.length - 1

describe("an explanation of a stored award", () => {
  it("is of the decision, on the history and the facts it was made on, and says which", () => {
    const explained = Result.getOrThrow(explainAt(history))
    expect(explained).toMatchObject({
      revision: last - 1,
      decision: { revision: last, type: "AwardAgreed.v1" },
      set: "agreed",
      award: { kind: "award", level: "silver" }
    })
    const agreed = history.events.at(-1)
    const read = agreed?.type === "AwardAgreed.v1" ? agreed.data.basis.facts : []
    const named = read.map(({ revision, stream }) => ({ stream, revision }))
    expect(explained.facts).toEqual(expect.arrayContaining(named))
  })

  it("does not change with facts that came later", () => {
    const later = given(smallWorld.at("agreed")).having(
      onPerson(people.champion, "RegisterSigningKey", { publicKey: "0f".repeat(32) })
    ).events
    const grown = historyOf(storeHolding(later))
    expect(explainAt(grown)).toEqual(explainAt(history))
  })

  it("of an event that is no decision is of the school right after it", () => {
    const explained = Result.getOrThrow(explainAt(history, { revision: last - 2 }))
    expect(explained).toMatchObject({ revision: last - 2, decision: undefined, award: { level: "silver" } })
  })

  it("as at a point in either time is of what counts there", () => {
    const point = { asAt: { occurred: "2017-11-14" } }
    const self = Result.getOrThrow(explainAt(history, point, "self"))
    expect(self.award).toMatchObject({ level: "silver" })
    const agreed = Result.getOrThrow(explainAt(history, point, "agreed"))
    expect(agreed).toMatchObject({ decision: undefined, award: { level: null } })
  })

  it("of a school that was not enrolled yet is refused", () => {
    expect(explainAt(history, { asAt: { occurred: "2000" } })).toMatchObject({
      failure: { _tag: "NotEnrolled" }
    })
    expect(pointToExplain({ ...history, events: [] })).toEqual({ revision: -1 })
  })
})

describe("under another rule", () => {
  it("is another question, labelled as one; the award stays what it was", () => {
    const rule = { ...presets["secure-fit/1"], version: "9" }
    const answer = Result.getOrThrow(underRule(history, rule))
    expect(answer.question).toBe(`Under rule ${rule.id} 9, not the one pinned then`)
    expect(answer.pinned).toEqual(Result.getOrThrow(explainAt(history)))
    expect(answer.asked.award.level).toBe("silver")
  })
})
