// A migration map proposed from two versions: it fits them, says what it goes by, and claims no equivalent where
// nothing is alike.
import { Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type CriteriaSet,
  type Criterion,
  proposeMigration,
  revisedSampleCriteriaSet,
  sampleCriteriaSet,
  sourcesOf
} from "../../src/index.ts"
import { anyTwoEditions } from "../criteria/editions.ts"
import { Counted } from "../properties/counted.ts"

const setOf = (
  version: string,
  ...criteria: ReadonlyArray<Partial<Criterion> & { readonly id: string }>
): CriteriaSet => ({
  id: "set",
  version,
  title: "Set",
  themes: [
    {
      id: "all",
      title: "All",
      criteria: criteria.map(({ id, ...rest }) => ({ id, title: id, weight: 1, essential: false, ...rest }))
    }
  ]
})

const proposed = (from: CriteriaSet, to: CriteriaSet) => proposeMigration(from, to).proposals

describe("a proposed migration", () => {
  it("fits any two versions, and proposes for every criterion whose id is gone", () => {
    const met = new Counted("proposals", ["same title", "nothing alike"])
    fc.assert(
      fc.property(anyTwoEditions, ([from, to]) => {
        const { migration, proposals } = proposeMigration(from, to)
        expect(Result.isSuccess(sourcesOf(from, to, migration))).toBe(true)
        const there = new Set(to.themes.flatMap(({ criteria }) => criteria.map(({ id }) => id)))
        const gone = from.themes
          .flatMap(({ criteria }) => criteria.map(({ id }) => id))
          .filter((id) => !there.has(id))
        expect(proposals.map(({ criterion }) => criterion)).toEqual(gone)
        for (const { because } of proposals) met.count(because)
      }),
      { numRuns: 200 }
    )
    met.expectEach(5)
  })

  it("goes by the title first, in whatever case, then by the levels, then by the words", () => {
    const descriptors = { bronze: "Sample: families have been told of it." }
    expect(
      proposed(
        setOf("1", { id: "a", title: "Families at school", descriptors }),
        setOf("2", { id: "b", descriptors }, { id: "c", title: "families AT school" })
      )
    ).toEqual([{ criterion: "a", equivalent: { becomes: ["c"] }, because: "same title" }])
    expect(
      proposed(setOf("1", { id: "a", descriptors }), setOf("2", { id: "b" }, { id: "c", descriptors }))
    ).toEqual([{ criterion: "a", equivalent: { becomes: ["c"] }, because: "same levels" }])
    expect(
      proposed(
        setOf("1", { id: "a", title: "Families come into school" }),
        setOf("2", { id: "b", title: "School days out" }, { id: "c", title: "Families come into the school" })
      )
    ).toEqual([{ criterion: "a", equivalent: { becomes: ["c"] }, because: "alike" }])
  })

  it("never proposes what was there before: that has a history of its own", () => {
    expect(
      proposed(
        setOf("1", { id: "a", title: "Families" }, { id: "b", title: "Families" }),
        setOf("2", { id: "b", title: "Families" })
      )
    ).toEqual([
      {
        criterion: "a",
        equivalent: { noEquivalent: "No new criterion of set 2 is like it." },
        because: "nothing alike"
      }
    ])
  })

  it("of the sample and its revision is what was done to it", () => {
    expect(proposed(sampleCriteriaSet, revisedSampleCriteriaSet)).toMatchObject([
      { criterion: "events.club", equivalent: { becomes: ["events.groups"] }, because: "same title" },
      { criterion: "events.challenge", because: "nothing alike" }
    ])
  })
})
