// What is known of a rule set, as its events make it.
import { given, scheme, theOffice } from "@lcqm/testing/given-when-then"
import { expect, it } from "vitest"
import { presets, ruleSetFold } from "../../src/index.ts"

const ruleSet = presets["best-fit/1"]
const reason = { about: [], text: "Nobody reached it." }
const events = given()
  .having(
    {
      type: "PublishRuleSet",
      actor: theOffice,
      data: { scheme, ruleSet, publishedOn: "2017-01-10", inForceFrom: "2017-02-01" }
    },
    { type: "WithdrawRuleSet", actor: theOffice, data: { scheme, version: "1", reason } }
  )
  .eventsOf(`ruleset-${scheme}-1`)

it("a rule set is known as it was published, since when it is in force, and when it was withdrawn", () => {
  expect(ruleSetFold.fold(ruleSetFold.initial, events)).toMatchObject({
    ruleSet,
    published: { publishedOn: "2017-01-10", inForceFrom: "2017-02-01" },
    withdrawn: { on: events.at(-1)?.metadata.occurredOn }
  })
})

it("and is the same whether its events come one by one or together", () => {
  const oneByOne = events.reduce((state, event) => ruleSetFold.evolve(state, event), ruleSetFold.initial)
  expect(oneByOne).toEqual(ruleSetFold.fold(ruleSetFold.initial, events))
})
