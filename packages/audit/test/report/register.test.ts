// The register as a report: an award that no longer stands is not counted among those that do.
import { awardRegister, type FullDate, registeredAwards } from "@lcqm/core"
import { byOffice, given, smallWorld } from "@lcqm/testing/given-when-then"
import { pageParts, registerReport } from "@lcqm/audit/report"
import { describe, expect, it } from "vitest"

type Story = Pick<ReturnType<typeof smallWorld.at>, "events">
const agreed = smallWorld.at("agreed")
const reason = { about: [], text: "As the office has it in writing." }
const revoked = given(agreed).having(byOffice("RevokeAward", { reason }))

const reportOn = ({ events }: Story, asOf: FullDate): string => {
  const model = awardRegister.empty()
  for (const event of events) awardRegister.apply(model, event)
  return registerReport({ scheme: "lcqm", awards: registeredAwards(model), asOf }, pageParts())
}

describe("the report on the register", () => {
  it.each([
    ["in force", agreed, "2018-01-01", "1 award, 1 of them in force"],
    ["lapsed", agreed, "2099-01-01", "1 award, 0 of them in force"],
    ["revoked", revoked, "2018-01-01", "1 award, 0 of them in force"]
  ] as const)("says of an award that is %s that it is", (stands, story, asOf, counted) => {
    const html = reportOn(story, asOf)
    expect(html).toContain(counted)
    expect(html).toContain(`<td>${stands}</td>`)
  })
})
