import { it } from "vitest"
import { given, smallWorld, byChampion } from "@lcqm/testing/given-when-then"
import { awardRegister, registeredAwards } from "../../src/index.ts"
it("a", () => {
  const s = given(smallWorld.at("proposed")).having({ ...byChampion("AcceptProposal", { level: "silver" }), occurredOn: "2015" })
  console.log("\n" + JSON.stringify(s.projecting(awardRegister).as(registeredAwards).answer.map((a) => [a.agreedOn, a.validUntil])))
})
