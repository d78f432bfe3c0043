// The versions as they stand on a day, as stories: what is in force follows from dates.
import { describe, expect, it } from "vitest"
import { given, scheme, smallRuleSet, theOffice } from "@lcqm/testing/given-when-then"
import { criteriaSetOf, criteriaVersion, ruleSetVersion, versions, versionsOn } from "../../src/index.ts"
import { draft, onVersion, second, version, words } from "./version-commands.ts"

const reason = words("Two criteria asked the same.")
const begun = given({}, { today: "2016-03-01" }).having(draft())
const consulted = begun
  .on("2016-03-20")
  .having(onVersion("OpenConsultation", { from: "2016-04-01", until: "2016-06-30" }))
const commented = consulted
  .on("2016-05-10")
  .having(
    ...["c-1", "c-2"].map((comment) => onVersion("ReceiveComment", { comment, said: words("More of it.") })),
    onVersion("AnswerComment", { comment: "c-1", outcome: "noted", answer: words("Thank you.") })
  )
const published = commented
  .on("2016-07-01")
  .having(onVersion("PublishDraft", { publishedOn: "2016-07-01", inForceFrom: "2016-09-01" }))
const withdrawn = published.on("2018-01-31").having(onVersion("WithdrawCriteriaSet", { reason }))

const boardOf = (story: typeof begun, day: string) =>
  versionsOn(story.projecting(versions).asAt({ occurred: day }).answer, day)
const statusOf = (story: typeof begun, day: string) => boardOf(story, day).map(({ status }) => status)

describe("a version of the criteria set", () => {
  it.each([
    ["2016-02-29", []],
    ["2016-03-01", ["draft"]],
    ["2016-03-31", ["draft"]],
    ["2016-04-01", ["in consultation"]],
    ["2016-06-30", ["in consultation"]],
    ["2016-07-01", ["published"]],
    ["2016-08-31", ["published"]],
    ["2016-09-01", ["in force"]],
    ["2018-01-30", ["in force"]],
    ["2018-01-31", ["withdrawn"]]
  ])("stands on %s as %j", (day, expected) => {
    expect(statusOf(withdrawn, day)).toEqual(expected)
  })

  it("is a draft again between the end of its consultation and its publication", () => {
    expect(statusOf(commented, "2016-07-01")).toEqual(["draft"])
  })

  it("tells of its comments, its guidance and its dates", () => {
    const guided = published.having(
      onVersion("LinkGuidance", { guidance: "g-1", title: "Begin", link: "https://guidance.example/" }),
      onVersion("LinkGuidance", { guidance: "g-2", title: "Go on", link: "https://guidance.example/2" }),
      onVersion("WithdrawGuidance", { guidance: "g-2" })
    )
    expect(boardOf(guided, "2016-12-31")).toMatchObject([
      {
        what: "criteria set",
        scheme,
        version,
        id: second.id,
        title: second.title,
        status: "in force",
        latest: true,
        consultation: { from: "2016-04-01", until: "2016-06-30" },
        comments: { received: 2, unanswered: 1 },
        published: { publishedOn: "2016-07-01", inForceFrom: "2016-09-01" },
        withdrawnOn: undefined,
        guidance: 1
      }
    ])
  })

  it("is the latest where it came into force last, of those in force", () => {
    const both = published.having({
      type: "PublishCriteriaSet",
      actor: theOffice,
      data: {
        scheme,
        criteriaSet: { ...second, version: "small.3-b" },
        publishedOn: "2016-07-01",
        inForceFrom: "2017-09-01"
      }
    })
    const latest = (story: typeof begun, day: string) =>
      boardOf(story, day)
        .filter((each) => each.latest)
        .map((each) => each.version)
    expect(latest(both, "2017-08-31")).toEqual([version])
    expect(latest(both, "2017-09-01")).toEqual(["small.3-b"])
    const gone = both.on("2018-01-31").having({
      type: "WithdrawCriteriaSet",
      actor: theOffice,
      data: { scheme, version: "small.3-b", reason }
    })
    expect(latest(gone, "2018-01-31")).toEqual([version])
  })

  it("is found by scheme and version, as it was drafted, and not by others", () => {
    const model = published.projecting(versions).answer
    const found = criteriaVersion(model, { scheme, version })
    expect(found && criteriaSetOf(found)).toEqual(second)
    expect(criteriaVersion(model, { scheme: "other", version })).toBeUndefined()
    expect(ruleSetVersion(model, { scheme, version })).toBeUndefined()
  })
})

describe("a version of the rule set", () => {
  const publish = {
    type: "PublishRuleSet",
    actor: theOffice,
    data: {
      scheme,
      ruleSet: smallRuleSet,
      publishedAs: "rule-1",
      publishedOn: "2016-07-01",
      inForceFrom: "2016-09-01"
    }
  } as const
  const ruled = given({}, { today: "2016-07-01" }).having(publish)
  const gone = ruled
    .on("2018-01-31")
    .having({ type: "WithdrawRuleSet", actor: theOffice, data: { scheme, version: "rule-1", reason } })

  it("stands as its dates say, under what the scheme calls it", () => {
    expect(boardOf(gone, "2016-08-31")).toMatchObject([
      { what: "rule set", version: "rule-1", id: smallRuleSet.id, status: "published", latest: false }
    ])
    expect(boardOf(gone, "2016-09-01")).toMatchObject([{ status: "in force", latest: true }])
    expect(boardOf(gone, "2018-01-31")).toMatchObject([
      { status: "withdrawn", latest: false, withdrawnOn: "2018-01-31" }
    ])
  })

  it("is found by scheme and version", () => {
    const model = gone.projecting(versions).answer
    expect(ruleSetVersion(model, { scheme, version: "rule-1" })?.ruleSet).toEqual(smallRuleSet)
  })
})
