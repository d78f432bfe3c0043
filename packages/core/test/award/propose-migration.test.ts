// A migration map proposed from two versions: it fits them, says what it goes by, and claims no equivalent where
// nothing is alike. What it is to say is known from how the two versions were drawn.
import { Coverage } from "@lcqm/testing/arbitraries"
import { Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  alikeFrom,
  type CriteriaSet,
  type Criterion,
  proposeMigration,
  revisedSampleCriteriaSet,
  sampleCriteriaSet,
  sourcesOf
} from "../../src/index.ts"
import { anyTwoEditions } from "../criteria/editions.ts"

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

const idsIn = ({ themes }: CriteriaSet) => themes.flatMap(({ criteria }) => criteria.map(({ id }) => id))

const [old, candidates] = ["old", ["new0", "new1", "new2", "new3"]] as const
const becomes = (place: number) => ({ becomes: [candidates[place]] })
const noEquivalent = { noEquivalent: "No new criterion of set 2 is like it." }

// Titles and levels as they are written, by what they say: those of one name say the same.
const titles = {
  families: ["Families", " FAMILIES "],
  outings: ["Outings"],
  sea: ["By the sea", "by the Sea"]
}
const levels: Readonly<Record<string, ReadonlyArray<Criterion["descriptors"]>>> = {
  nothing: [undefined, {}, { silver: " " }],
  bronzeTold: [{ bronze: "told" }, { bronze: " told " }],
  goldTold: [{ gold: "told" }],
  toldAndAsked: [{ bronze: "told", silver: "asked" }],
  toldAndAskedAtOnce: [{ bronze: "told\nasked" }],
  shown: [{ bronze: "shown", silver: "shown", gold: "shown" }]
}
const anyOf = <Value>(said: Readonly<Record<string, ReadonlyArray<Value>>>) =>
  fc.constantFrom(
    ...Object.entries(said).flatMap(([says, ways]) => ways.map((written) => ({ says, written })))
  )
const anyWritten = fc.record({ title: anyOf(titles), levels: anyOf(levels) })
type Written = typeof anyWritten extends fc.Arbitrary<infer Value> ? Value : never

const criterionWritten = (id: string, { levels: { written: descriptors }, title }: Written) => ({
  id,
  title: title.written,
  ...(descriptors === undefined ? {} : { descriptors })
})

// Words of three letters or figures and more, in any script, which a criterion says in its title and at its levels, in
// any order and case, between others that are too short to count.
const vocabulary = ["families", "play", "café", "ŵyl", "2017", "school", "sea", "Ärzte", "東京都", "talk"]
const anyWords = fc
  .record({
    words: fc.shuffledSubarray(vocabulary),
    places: fc.array(fc.nat({ max: 3 }), { minLength: vocabulary.length, maxLength: vocabulary.length }),
    isShouted: fc.boolean(),
    between: fc.constantFrom(" ", ", ", "\n", " - at - ")
  })
  .map(({ between, isShouted, places, words }) => {
    const at = (place: number, ...first: ReadonlyArray<string>) =>
      [...first, ...words.filter((_, i) => places[i] === place)]
        .map((word) => (isShouted ? word.toUpperCase() : word))
        .join(between)
    return { words, at }
  })
type Words = typeof anyWords extends fc.Arbitrary<infer Value> ? Value : never

// The short word that it begins with, and no other has, keeps its title and its levels from being the same.
const criterionSaying = (id: string, { at }: Words, own: string) => ({
  id,
  title: at(0, own),
  descriptors: { bronze: at(1, own), silver: at(2, own), gold: at(3, own) }
})

const shareOf = (one: ReadonlyArray<string>, other: ReadonlyArray<string>): number => {
  const both = one.filter((word) => other.includes(word)).length
  return both === 0 ? 0 : both / new Set([...one, ...other]).size
}

describe("a proposed migration", () => {
  it("fits any two versions, and proposes for every criterion whose id is gone what was not there before", () => {
    const met = new Coverage("proposals", ["same title", "nothing alike"])
    met.assert(
      5,
      fc.property(anyTwoEditions, ([from, to]) => {
        const { migration, proposals } = proposeMigration(from, to)
        expect(Result.isSuccess(sourcesOf(from, to, migration))).toBe(true)
        expect(proposals.map(({ criterion }) => criterion)).toEqual(
          idsIn(from).filter((id) => !idsIn(to).includes(id))
        )
        expect(migration).toEqual(
          Object.fromEntries(proposals.map(({ criterion, equivalent }) => [criterion, equivalent]))
        )
        const isNew = (id: string) => idsIn(to).includes(id) && !idsIn(from).includes(id)
        for (const { because, equivalent } of proposals) {
          met.count(because)
          expect(
            "becomes" in equivalent ? equivalent.becomes.every(isNew) : because === "nothing alike"
          ).toBe(true)
        }
      }),
      { numRuns: 200 }
    )
  })

  it("goes by the title, in whatever case, and where no title is the same by the levels, each as it is described", () => {
    const met = new Coverage("proposals", ["same title", "same levels", "neither"])
    met.assert(
      15,
      fc.property(anyWritten, fc.array(anyWritten, { maxLength: 4 }), (written, others) => {
        const titled = others.findIndex(({ title }) => title.says === written.title.says)
        const described =
          written.levels.says === "nothing"
            ? -1
            : others.findIndex((other) => other.levels.says === written.levels.says)
        const [first] = proposed(
          setOf("1", criterionWritten(old, written)),
          setOf("2", ...others.map((other, place) => criterionWritten(candidates[place] ?? "", other)))
        )
        if (titled !== -1) {
          met.count("same title")
          expect(first).toEqual({ criterion: old, equivalent: becomes(titled), because: "same title" })
        } else if (described !== -1) {
          met.count("same levels")
          expect(first).toEqual({ criterion: old, equivalent: becomes(described), because: "same levels" })
        } else {
          met.count("neither")
          expect(["alike", "nothing alike"]).toContain(first?.because)
        }
      }),
      { numRuns: 1000 }
    )
  })

  it("goes by the words otherwise: to the first of those with the most, where at least half are the same", () => {
    const met = new Coverage("proposals", ["half", "more than half", "too few", "no words at all"])
    met.assert(
      15,
      fc.property(anyWords, fc.array(anyWords, { minLength: 1, maxLength: 4 }), (words, others) => {
        const shares = others.map((other) => shareOf(words.words, other.words))
        const most = Math.max(...shares)
        met.count(most === 0.5 ? "half" : most > 0.5 ? "more than half" : "too few")
        if (words.words.length === 0) met.count("no words at all")
        expect(
          proposed(
            setOf("1", criterionSaying(old, words, "a")),
            setOf(
              "2",
              ...others.map((other, place) => criterionSaying(candidates[place] ?? "", other, `b${place}`))
            )
          )
        ).toEqual([
          most < alikeFrom
            ? { criterion: old, equivalent: noEquivalent, because: "nothing alike" }
            : { criterion: old, equivalent: becomes(shares.indexOf(most)), because: "alike" }
        ])
      }),
      { numRuns: 1000 }
    )
  })

  it("takes levels for the same only where each is: what is asked for Gold is not what was asked for Bronze", () => {
    const told = "Families have been told."
    expect(
      proposed(
        setOf(
          "1",
          { id: "a", descriptors: { bronze: told } },
          { id: "b", descriptors: { bronze: `${told}\n${told}` } }
        ),
        setOf(
          "2",
          { id: "c", descriptors: { gold: told } },
          { id: "d", descriptors: { bronze: told, silver: told } }
        )
      ).map(({ because }) => because)
    ).toEqual(["alike", "alike"])
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
