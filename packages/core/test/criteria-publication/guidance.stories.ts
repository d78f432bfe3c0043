// Guidance as stories: links that come and go beside a version, which stays what it is.
import { describe, expect, it } from "vitest"
import { given, scheme } from "@lcqm/testing/given-when-then"
import { criteriaFold, guidanceFor } from "../../src/index.ts"
import { draft, onVersion, version, words } from "./version-commands.ts"

const published = given().having(
  draft(),
  onVersion("PublishDraft", { publishedOn: "2017-01-10", inForceFrom: "2017-04-01" })
)
const homework = {
  guidance: "homework",
  title: "Homework that families enjoy, for Year 3",
  link: "https://guidance.example/homework/year-3",
  criterion: "families.homework",
  audience: { phase: "primary", yearGroups: ["Year 3"] }
} as const
const link = onVersion("LinkGuidance", homework)
const forAll = { guidance: "all", title: "How to begin", link: "https://guidance.example/begin" }
const withdraw = onVersion("WithdrawGuidance", { guidance: "homework" })

const stateOf = (story: typeof published) =>
  criteriaFold.fold(criteriaFold.initial, story.eventsOf(`criteria-${scheme}-${version}`))

describe("guidance", () => {
  it("is linked to a criterion and for an audience, or to the whole and for everyone", () => {
    given(published)
      .when(link)
      .then([{ type: "GuidanceLinked.v1", data: homework }])
    given(published)
      .when(onVersion("LinkGuidance", forAll))
      .then([{ type: "GuidanceLinked.v1", data: forAll }])
  })

  it("may come with the draft, after publication and after withdrawal, and changes no hash", () => {
    const before = stateOf(published)
    const after = stateOf(given(published).having(link, withdraw))
    expect(after.published).toEqual(before.published)
    expect(after.themes).toEqual(before.themes)
    given().having(draft()).when(link).thenAccepted()
    given(published)
      .having(onVersion("WithdrawCriteriaSet", { reason: words("Replaced.") }))
      .when(link)
      .thenAccepted()
  })

  it("is to a version that was drafted, and to a criterion of it", () => {
    given().when(link).thenRejected("NotDrafted", { version }).remediedBy(draft())
    given(published)
      .when(onVersion("LinkGuidance", { ...homework, criterion: "families.play" }))
      .thenRejected("NotInTheSet", { what: "criterion", id: "families.play", version })
      .remediedBySending(link)
  })

  it("has an id of its own, which names one link for ever", () => {
    const elsewhere = { ...homework, link: "https://elsewhere.example/" }
    for (const story of [given(published).having(link), given(published).having(link, withdraw)]) {
      given(story)
        .when(onVersion("LinkGuidance", elsewhere))
        .thenRejected("GuidanceIdTaken", { guidance: "homework", link: homework.link })
        .remediedBySending(onVersion("LinkGuidance", { ...elsewhere, guidance: "homework.2" }))
    }
  })

  it.each([
    "http://guidance.example/",
    "guidance.example/homework",
    "https://",
    "https://somebody@guidance.example/",
    "https://guidance.example/with space",
    "https://-guidance.example/",
    "javascript:alert(1)",
    `https://guidance.example/${"x".repeat(2_000)}`
  ])("is an https link: not %s", (wrong) => {
    given(published)
      .whenSent({
        ...onVersion("LinkGuidance", { ...homework, link: wrong }),
        id: "link-0001",
        occurredOn: "2020-01-01"
      })
      .thenMalformed({ path: "data.link" })
  })

  it("is withdrawn, once", () => {
    const reason = words("It is out of date.")
    given(published)
      .having(link)
      .when(onVersion("WithdrawGuidance", { guidance: "homework", reason }))
      .then([{ type: "GuidanceWithdrawn.v1", data: { guidance: "homework", reason } }])
      .when(withdraw)
      .thenRejected("GuidanceUnknown", { guidance: "homework", version })
    given(published).when(withdraw).thenRejected("GuidanceUnknown").remediedBy(link)
    given().when(withdraw).thenRejected("NotDrafted", { version })
  })

  it("is found by criterion and by reader, without what is withdrawn", () => {
    const state = stateOf(given(published).having(link, onVersion("LinkGuidance", forAll)))
    const found = (asked: Parameters<typeof guidanceFor>[1]) =>
      guidanceFor(state, asked).map(({ guidance }) => guidance)
    expect(found({})).toEqual(["homework", "all"])
    expect(found({ yearGroup: "Year 3", phase: "primary" })).toEqual(["homework", "all"])
    expect(found({ yearGroup: "Year 4" })).toEqual(["all"])
    expect(found({ phase: "secondary" })).toEqual(["all"])
    expect(found({ criterion: "families.homework" })).toEqual(["homework", "all"])
    expect(found({ criterion: "leadership.plan" })).toEqual(["all"])
    const less = stateOf(given(published).having(link, onVersion("LinkGuidance", forAll), withdraw))
    expect(guidanceFor(less).map(({ guidance }) => guidance)).toEqual(["all"])
  })
})
