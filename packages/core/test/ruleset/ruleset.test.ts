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
  dates: { readonly publishedOn: string; readonly inForceFrom?: string } = { publishedOn: "2017-01-10" }
): Asked<LcqmCommand> => ({ type: "PublishRuleSet", actor: theOffice, data: { scheme, ruleSet, ...dates } })

const published = (ruleSet: RuleSet, publishedOn: string, inForceFrom: string) =>
  [
    {
      type: "RuleSetPublished.v1",
      data: {
        scheme,
        ruleSet,
        hash: nodeHasher.sha256Hex(canonicalBytes(ruleSet)),
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

describe("the stories of rule sets", () => {
  expectAllTold("ruleset")
})
