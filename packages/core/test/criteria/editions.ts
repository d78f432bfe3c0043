// Two versions of a criteria set that have much in common, as versions have: drawn from the same few themes, criteria,
// words and tips, each in its own order.
import type { CriteriaSet, Criterion, Theme, Tip } from "@lcqm/core"
import * as fc from "fast-check"

const titles = ["Families", "Talk", "Play", "At home"] as const
const anyTitle = fc.constantFrom(...titles)
const anyWords = fc.constantFrom("Sample: a little.", "Sample: more.", "Sample: all over the school.")

const anyDescriptors = fc.record(
  { bronze: anyWords, silver: anyWords, gold: anyWords },
  { requiredKeys: [], noNullPrototype: true }
)

const criterionIds = ["a", "b", "c", "d", "e", "f", "__proto__", "constructor"]
const themeIds = ["x", "y", "z", "toString"]
const tipIds = ["one", "two", "three"]

const anyCriterion = (id: string): fc.Arbitrary<Criterion> =>
  fc
    .record({
      title: anyTitle,
      weight: fc.integer({ min: 1, max: 2 }),
      essential: fc.boolean(),
      descriptors: fc.option(anyDescriptors, { nil: undefined })
    })
    .map(({ descriptors, ...rest }) => ({
      id,
      ...rest,
      ...(descriptors === undefined ? {} : { descriptors })
    }))

const anyTip = (id: string): fc.Arbitrary<Tip> =>
  fc.record(
    { id: fc.constant(id), tip: anyWords, source: fc.constantFrom("The scheme's text", "A poster") },
    { requiredKeys: ["id", "tip"], noNullPrototype: true }
  )

// Each theme has a criterion at least; what is over goes to the theme that the draw says.
const dealt = (
  themes: ReadonlyArray<{ readonly id: string; readonly title: string }>,
  criteria: ReadonlyArray<Criterion>,
  draws: ReadonlyArray<number>
): ReadonlyArray<Theme> => {
  const hands = themes.map((theme) => ({ ...theme, criteria: new Array<Criterion>() }))
  criteria.forEach((criterion, place) => {
    hands[place < hands.length ? place : (draws[place] ?? 0) % hands.length]?.criteria.push(criterion)
  })
  return hands
}

const anyEdition = (version: string): fc.Arbitrary<CriteriaSet> =>
  fc
    .record({
      id: fc.constantFrom("set", "other"),
      title: anyTitle,
      notice: fc.option(anyWords, { nil: undefined }),
      themeIds: fc.shuffledSubarray(themeIds, { minLength: 1 }),
      criterionIds: fc.shuffledSubarray(criterionIds, { minLength: themeIds.length }),
      tipIds: fc.shuffledSubarray(tipIds),
      draws: fc.array(fc.nat({ max: 3 }), { minLength: 8, maxLength: 8 })
    })
    .chain(({ criterionIds, draws, id, notice, themeIds, tipIds, title }) =>
      fc
        .tuple(
          fc.tuple(...themeIds.map(() => anyTitle)),
          fc.tuple(...criterionIds.map(anyCriterion)),
          fc.tuple(...tipIds.map(anyTip))
        )
        .map(([themeTitles, criteria, tips]) => {
          const themes = themeIds.map((theme, place) => ({ id: theme, title: themeTitles[place] ?? "Talk" }))
          return {
            id,
            version,
            title,
            ...(notice === undefined ? {} : { notice }),
            themes: dealt(themes, criteria, draws),
            ...(tips.length === 0 ? {} : { tips })
          }
        })
    )

/** Two versions of a set. Now and then the second differs from the first in its version alone. */
export const anyTwoEditions: fc.Arbitrary<readonly [CriteriaSet, CriteriaSet]> = fc.oneof(
  { weight: 9, arbitrary: fc.tuple(anyEdition("1"), anyEdition("2")) },
  { weight: 1, arbitrary: anyEdition("1").map((set) => [set, { ...set, version: "2" }] as const) }
)
