import { Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  decodeCriteriaSet,
  heaviestWeight,
  longestTitle,
  mostCriteriaInTheme,
  mostThemes,
  sampleCriteriaSet
} from "../../src/criteria/index.ts"
import { longestIdentifier } from "../../src/vocabulary/identifiers.ts"

const criterion = { id: "a.one", title: "One" }
const theme = { id: "a", title: "A", criteria: [criterion] }
const set = { id: "mine", version: "1", title: "Mine", themes: [theme] }

const problemsOf = (input: unknown) => {
  const read = decodeCriteriaSet(input)
  return Result.isFailure(read) ? read.failure.problems : []
}
const pathsOf = (input: unknown) => problemsOf(input).map(({ path }) => path)
const withCriterion = (changed: object) => ({
  ...set,
  themes: [{ ...theme, criteria: [{ ...criterion, ...changed }] }]
})

describe("a criteria set from outside", () => {
  it("takes weight 1, not essential and no descriptors where it says nothing", () => {
    const read = Result.getOrThrow(decodeCriteriaSet(set))
    expect(read.themes[0]?.criteria[0]).toEqual({ ...criterion, weight: 1, essential: false })
    expect(read).not.toHaveProperty("notice")
  })

  it("is read again as it was written", () => {
    expect(decodeCriteriaSet(JSON.parse(JSON.stringify(sampleCriteriaSet)))).toEqual(
      Result.succeed(sampleCriteriaSet)
    )
  })

  it.each([
    ["an unknown key", { ...set, frameworkId: "x" }, ["frameworkId"]],
    ["an unknown key of a criterion", withCriterion({ weigth: 2 }), ["themes[0].criteria[0].weigth"]],
    [
      "a descriptor of another level",
      withCriterion({ descriptors: { platinum: "x" } }),
      ["themes[0].criteria[0].descriptors.platinum"]
    ],
    ["a weight below 1", withCriterion({ weight: 0 }), ["themes[0].criteria[0].weight"]],
    ["a weight that is no whole number", withCriterion({ weight: 1.5 }), ["themes[0].criteria[0].weight"]],
    [
      "a weight too heavy to add up exactly",
      withCriterion({ weight: heaviestWeight + 1 }),
      ["themes[0].criteria[0].weight"]
    ],
    ["an empty id", { ...set, id: "" }, ["id"]],
    [
      "an id too long to type",
      withCriterion({ id: "x".repeat(longestIdentifier + 1) }),
      ["themes[0].criteria[0].id"]
    ],
    ["a title too long for a heading", { ...set, title: "x".repeat(longestTitle + 1) }, ["title"]],
    ["no theme", { ...set, themes: [] }, ["themes"]],
    [
      "too many themes",
      {
        ...set,
        themes: Array.from({ length: mostThemes + 1 }, (_, t) => ({
          ...theme,
          id: `t${t}`,
          criteria: [{ ...criterion, id: `c${t}` }]
        }))
      },
      ["themes"]
    ],
    ["a theme without criteria", { ...set, themes: [{ ...theme, criteria: [] }] }, ["themes[0].criteria"]],
    [
      "too many criteria in a theme",
      {
        ...set,
        themes: [
          {
            ...theme,
            criteria: Array.from({ length: mostCriteriaInTheme + 1 }, (_, c) => ({
              ...criterion,
              id: `c${c}`
            }))
          }
        ]
      },
      ["themes[0].criteria"]
    ],
    [
      "a theme id twice",
      { ...set, themes: [theme, { ...theme, criteria: [{ ...criterion, id: "b.one" }] }] },
      ["themes[1].id"]
    ],
    [
      "a criterion id twice in a theme",
      { ...set, themes: [{ ...theme, criteria: [criterion, criterion] }] },
      ["themes[0].criteria[1].id"]
    ],
    [
      "a criterion id twice in two themes",
      { ...set, themes: [theme, { ...theme, id: "b" }] },
      ["themes[1].criteria[0].id"]
    ],
    ["something that is no object", 7, [""]]
  ])("is refused for %s, at its path", (_, input, paths) => {
    expect(pathsOf(input)).toEqual(paths)
  })

  it("is told every problem at once, each with what was expected and what came", () => {
    expect(problemsOf({ ...withCriterion({ weight: -1 }), title: 4, extra: true })).toEqual([
      { path: "extra", expected: "no such key", got: "true" },
      { path: "title", expected: "string", got: "4" },
      {
        path: "themes[0].criteria[0].weight",
        expected: `a whole number from 1 to ${heaviestWeight}`,
        got: "-1"
      }
    ])
  })

  it("never throws, whatever JSON comes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        expect(Result.isResult(decodeCriteriaSet(input))).toBe(true)
      })
    )
  })
})

describe("the sample criteria set", () => {
  it("has six themes of three criteria, each described at three levels", () => {
    expect(sampleCriteriaSet.themes.map(({ criteria }) => criteria.length)).toEqual([3, 3, 3, 3, 3, 3])
    for (const { descriptors } of sampleCriteriaSet.themes.flatMap(({ criteria }) => criteria)) {
      expect(Object.keys(descriptors ?? {})).toEqual(["bronze", "silver", "gold"])
    }
  })

  it("says in its notice and in every descriptor that it is a sample", () => {
    expect(sampleCriteriaSet).toMatchObject({
      id: "sample-lcqm-like",
      version: "0.1.0-sample",
      notice: "illustrative, not the LCQM criteria"
    })
    const descriptors = sampleCriteriaSet.themes.flatMap(({ criteria }) =>
      criteria.flatMap(({ descriptors = {} }) => Object.values(descriptors))
    )
    expect(descriptors).toHaveLength(54)
    expect(descriptors.filter((text) => !text.startsWith("Sample: "))).toEqual([])
    expect(new Set(descriptors).size).toBe(54)
  })

  it("names each criterion by its theme", () => {
    for (const { id, criteria } of sampleCriteriaSet.themes) {
      for (const one of criteria) expect(one.id.startsWith(`${id}.`)).toBe(true)
    }
  })
})
