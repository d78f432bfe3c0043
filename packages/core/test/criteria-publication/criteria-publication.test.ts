// Publishing a criteria set as stories: drafted, theme by theme, and published; then it is that for ever.
import { describe, expect, it } from "vitest"
import { type Asked, given, scheme, smallCriteriaSet, theOffice } from "@lcqm/testing/given-when-then"
import { canonicalBytes } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import {
  type CriteriaSet,
  criteriaFold,
  criteriaSetOf,
  type LcqmCommand,
  longestText,
  sampleCriteriaSet
} from "../../src/index.ts"
import { expectAllTold } from "../event-store/slices.ts"

await import("./drafting.stories.ts")
await import("./consultation.stories.ts")
await import("./withdrawal.stories.ts")
await import("./guidance.stories.ts")
await import("./versions.stories.ts")

interface Dates {
  readonly publishedOn: string
  readonly inForceFrom?: string
}

const publish = (
  criteriaSet: CriteriaSet,
  dates: Dates = { publishedOn: "2017-01-10" }
): Asked<LcqmCommand> => ({
  type: "PublishCriteriaSet",
  actor: theOffice,
  data: { scheme, criteriaSet, ...dates }
})

const published = ({ id, notice, themes, title, version }: CriteriaSet, dates: Required<Dates>) => [
  {
    type: "CriteriaSetDrafted.v1" as const,
    data: { scheme, version, id, title, ...(notice === undefined ? {} : { notice }) }
  },
  ...themes.map((theme) => ({ type: "ThemeDrafted.v1" as const, data: { theme } })),
  {
    type: "CriteriaSetPublished.v1" as const,
    data: {
      hash: nodeHasher.sha256Hex(
        canonicalBytes({ id, version, title, ...(notice === undefined ? {} : { notice }), themes })
      ),
      ...dates
    }
  }
]

describe("publishing a criteria set", () => {
  it.each([smallCriteriaSet, sampleCriteriaSet])("drafts and publishes $id with its hash", (criteriaSet) => {
    const dates = { publishedOn: "2017-01-10", inForceFrom: "2017-02-01" }
    given().when(publish(criteriaSet, dates)).then(published(criteriaSet, dates))
  })

  it("needs no notice, and takes one as long as a criteria set may have", () => {
    const { notice: _, ...silent } = smallCriteriaSet
    const dates = { publishedOn: "2017-01-10", inForceFrom: "2017-03-10" }
    given().when(publish(silent)).then(published(silent, dates))
    const verbose = { ...smallCriteriaSet, notice: "n".repeat(longestText) }
    given().when(publish(verbose)).then(published(verbose, dates))
  })

  it("fills in the weight and the essential that are left out, and hashes what is filled in", () => {
    const whole: CriteriaSet = {
      id: "tiny",
      version: "1",
      title: "Tiny",
      themes: [{ id: "a", title: "A", criteria: [{ id: "a.1", title: "One", weight: 1, essential: false }] }]
    }
    const data = {
      scheme,
      publishedOn: "2017-01-10",
      criteriaSet: {
        ...whole,
        themes: [{ id: "a", title: "A", criteria: [{ id: "a.1", title: "One" }] }]
      }
    }
    given()
      .whenSent({ ...publish(whole), id: "publish-1", occurredOn: "2017-01-10", data })
      .then(published(whole, { publishedOn: "2017-01-10", inForceFrom: "2017-03-10" }))
  })

  it("gives back, folded, the very criteria set that was published", () => {
    const { events } = given().having(publish(sampleCriteriaSet))
    expect(criteriaSetOf(criteriaFold.fold(criteriaFold.initial, events))).toEqual(sampleCriteriaSet)
  })

  it("happens once to a version: a changed one is another version", () => {
    const changed = { ...smallCriteriaSet, title: "Another title" }
    given()
      .having(publish(smallCriteriaSet))
      .when(publish(changed))
      .thenRejected("AlreadyPublished", { what: "criteria set", version: "small.1" })
      .remediedBySending(publish({ ...changed, version: "small.2" }))
  })

  it("is not in force before it is published", () => {
    given()
      .when(publish(smallCriteriaSet, { publishedOn: "2017-03", inForceFrom: "2017-02" }))
      .thenRejected("InForceBeforePublished", { publishedOn: "2017-03", inForceFrom: "2017-02" })
      .remediedBySending(publish(smallCriteriaSet, { publishedOn: "2017-03", inForceFrom: "2017" }))
  })

  it("refuses an id that stands twice, and says which of the two", () => {
    const [first, second] = smallCriteriaSet.themes
    const themes = [first, { ...second, id: "leadership" }]
    given()
      .whenSent({
        ...publish(smallCriteriaSet),
        id: "publish-1",
        occurredOn: "2017-01-10",
        data: { scheme, publishedOn: "2017-01-10", criteriaSet: { ...smallCriteriaSet, themes } }
      })
      .thenMalformed({
        path: "data.criteriaSet.themes[1].id",
        expected: "a theme id that occurs once in the criteria set",
        got: '"leadership"'
      })
  })
})

describe("the stories of criteria sets", () => {
  expectAllTold("criteria")
})
