// Rule sets as stories: what a version asks for is published once, whole, and never changes.
import { describe, expect, it } from "vitest"
import { type Asked, given, scheme, theOffice } from "@lcqm/testing/given-when-then"
import { canonicalBytes } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import { type LcqmCommand, presets, type RuleSet } from "../../src/index.ts"
import { expectAllTold } from "../event-store/slices.ts"

const bestFit = presets["best-fit/1"]

const publish = (
  ruleSet: RuleSet,
  dates: { readonly publishedOn: string; readonly inForceFrom?: string } = { publishedOn: "2017-01-10" },
  named: { readonly publishedAs?: string } = {}
): Asked<LcqmCommand> => ({
  type: "PublishRuleSet",
  actor: theOffice,
  data: { scheme, ruleSet, ...named, ...dates }
})

const hashOf = (ruleSet: RuleSet): string => nodeHasher.sha256Hex(canonicalBytes(ruleSet))

const published = (ruleSet: RuleSet, publishedOn: string, inForceFrom: string) =>
  [
    {
      type: "RuleSetPublished.v1",
      data: {
        scheme,
        ruleSet,
        hash: hashOf(ruleSet),
        publishedOn,
        inForceFrom
      }
    }
  ] as const

describe("publishing a rule set", () => {
  it.each(Object.entries(presets))("stores every parameter of %s and the hash of them all", (_, ruleSet) => {
    given()
      .when(publish(ruleSet, { publishedOn: "2017-01-10", inForceFrom: "2017-02-01" }))
      .then(published(ruleSet, "2017-01-10", "2017-02-01"))
  })

  it("gives two months' notice where nothing is said", () => {
    given()
      .when(publish(bestFit, { publishedOn: "2017-12-31" }))
      .then(published(bestFit, "2017-12-31", "2018-02-28"))
  })

  it("counts the notice from the first day a month can mean, and from today where there is no year", () => {
    given()
      .when(publish(bestFit, { publishedOn: "2017-11" }))
      .then(published(bestFit, "2017-11", "2018-01-01"))
    given({}, { today: "2018-03-31" })
      .when(publish(bestFit, { publishedOn: "--11" }))
      .then(published(bestFit, "--11", "2018-05-31"))
  })

  it("happens once to a version: a changed one is another version", () => {
    const stricter = { ...bestFit, criterionGap: 1 }
    given()
      .having(publish(bestFit))
      .when(publish(stricter))
      .thenRejected("AlreadyPublished", { what: "rule set", version: "1" })
      .remediedBySending(publish({ ...stricter, version: "2" }))
  })

  it("puts the presets side by side in a scheme, each as it is, under a version of its own", () => {
    const four = Object.values(presets)
    expect(new Set(four.map(({ version }) => version))).toEqual(new Set(["1"]))
    const story = given().having(
      ...four.map((ruleSet) =>
        publish(ruleSet, { publishedOn: "2017-01-10" }, { publishedAs: `${ruleSet.id}.1` })
      )
    )
    for (const ruleSet of four) {
      expect(story.eventsOf(`ruleset-${scheme}-${ruleSet.id}.1`)).toMatchObject([
        { data: { ruleSet, publishedAs: `${ruleSet.id}.1`, hash: hashOf(ruleSet) } }
      ])
    }
  })

  it("refuses two rule sets under one version, and names the one that has it", () => {
    const secureFit = presets["secure-fit/1"]
    given()
      .having(publish(bestFit))
      .when(publish(secureFit))
      .thenRejected("RuleSetVersionTaken", { version: "1", published: "best-fit", asked: "secure-fit" })
      .remediedBySending(publish(secureFit, { publishedOn: "2017-01-10" }, { publishedAs: "secure-fit.1" }))
  })

  it("is not in force before it is published", () => {
    given()
      .when(publish(bestFit, { publishedOn: "2017-01-10", inForceFrom: "2017-01-09" }))
      .thenRejected("InForceBeforePublished", { publishedOn: "2017-01-10", inForceFrom: "2017-01-09" })
      .remediedBySending(publish(bestFit, { publishedOn: "2017-01-10", inForceFrom: "2017-01" }))
  })

  it.each(Object.keys(bestFit))("fills nothing in: a rule set without %s is malformed", (parameter) => {
    const { [parameter]: _, ...rest } = Object.fromEntries(Object.entries(bestFit))
    const { outcome } = given().whenSent({
      ...publish(bestFit),
      id: "publish-1",
      occurredOn: "2017-01-10",
      data: { scheme, ruleSet: rest, publishedOn: "2017-01-10" }
    })
    expect(outcome).toMatchObject({ failure: { _tag: "Malformed" } })
    given()
      .whenSent({
        ...publish(bestFit),
        id: "publish-1",
        occurredOn: "2017-01-10",
        data: { scheme, ruleSet: rest, publishedOn: "2017-01-10" }
      })
      .thenMalformed({ path: `data.ruleSet.${parameter}`, got: "nothing" })
  })
})

describe("withdrawing a rule set", () => {
  const reason = { about: [], text: "Nobody reached it." }
  const withdraw: Asked<LcqmCommand> = {
    type: "WithdrawRuleSet",
    actor: theOffice,
    data: { scheme, version: "1", reason }
  }

  it("says why, and leaves what was published as it was", () => {
    const story = given()
      .having(publish(bestFit))
      .when(withdraw)
      .then([{ type: "RuleSetWithdrawn.v1", data: { reason } }])
    expect(story.eventsOf(`ruleset-${scheme}-1`)[0]).toMatchObject({ data: { hash: hashOf(bestFit) } })
  })

  it("happens once, to a version that is published", () => {
    given().when(withdraw).thenRejected("RuleSetNotPublished", { version: "1" }).remediedBy(publish(bestFit))
    given()
      .having(publish(bestFit), withdraw)
      .when(withdraw)
      .thenRejected("VersionIsWithdrawn", { what: "rule set", version: "1", on: "2020-01-01" })
    given()
      .having(publish(bestFit), withdraw)
      .when(publish(bestFit))
      .thenRejected("AlreadyPublished", { version: "1" })
      .remediedBySending(publish({ ...bestFit, version: "2" }))
  })

  it("is not dated before its publication", () => {
    given()
      .having(publish(bestFit))
      .when({ ...withdraw, occurredOn: "2017-01-09" })
      .thenRejected("DatesOutOfOrder", { follows: "its publication", on: "2017-01-10" })
      .remediedBySending({ ...withdraw, occurredOn: "2017-01" })
  })
})

describe("the notice of a rule set", () => {
  const short = { publishedOn: "2017-01-10", inForceFrom: "2017-01-15" }
  const promised = (inForceFrom: string): Asked<LcqmCommand> => ({
    type: "PublishRuleSet",
    actor: theOffice,
    data: { scheme, ruleSet: bestFit, publishedOn: "2017-01-10", inForceFrom, leastNotice: 28 }
  })

  it("is as short as is asked for, unless a least notice is promised", () => {
    given().when(publish(bestFit, short)).thenAccepted()
    given()
      .when(promised("2017-01-15"))
      .thenRejected("NoticeTooShort", { ...short, leastNotice: 28 })
      .remediedBySending(promised("2017-02-07"))
  })
})

describe("the stories of rule sets", () => {
  expectAllTold("ruleset")
})
