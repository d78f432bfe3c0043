// What is decided after an award is made again too: appeals, revocations, withholding; and an award file that hides a
// revocation is found cut.
import { awardFileBytes, explainAt, replay, verifyAwardFile } from "@lcqm/audit"
import { nodeEd25519 } from "@lcqm/ledger/node"
import { asPerson, by, byChampion, byOffice, given, people, smallWorld } from "@lcqm/testing/given-when-then"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { codec, historyOf, operator, sealedFile, storeHolding } from "../stores.ts"

const reason = { about: [], text: "As the office has it in writing." }
const agreed = smallWorld.at("agreed")
const revoke = byOffice("RevokeAward", { reason })
const ask = byOffice("AskSecondJudgement", { about: "appeal", assessor: people.otherAssessor })
const give = by(asPerson(people.otherAssessor))("GiveSecondJudgement", { level: "bronze", reason })
const appealed = given(agreed).having(
  byChampion("LodgeAppeal", { grounds: reason }),
  ask,
  give,
  byOffice("DecideAppeal", { reason })
)

describe("after an award", () => {
  it.each([
    ["an appeal", appealed, "AppealDecided.v1"],
    ["a revocation", given(agreed).having(revoke), "AwardRevoked.v1"],
    ["an award withheld", given(smallWorld.at("withheld")), "AwardWithheld.v1"]
  ])("%s is decided the same again", (_, story, type) => {
    const replayed = replay(historyOf(storeHolding(story.events)))
    expect(replayed.at(-1)?.type).toBe(type)
    expect(replayed.map(({ outcome }) => outcome)).toEqual(replayed.map(() => "same"))
  })

  it("the award is explained as it was agreed, whatever came after it", () => {
    const then = Result.getOrThrow(explainAt(historyOf(storeHolding(agreed.events))))
    const now = Result.getOrThrow(explainAt(historyOf(storeHolding(given(agreed).having(revoke).events))))
    expect(now).toEqual(then)
  })

  it("a revocation that was cut off an award file is missed, and named", async () => {
    const file = await sealedFile(storeHolding(given(agreed).having(revoke).events))
    const [own, ...facts] = file.streams
    const cut = { stream: own.stream, events: own.events.slice(0, -1) }
    const policy = { origin: operator.key.name, logKeys: [operator.key], witnesses: [], quorum: 0 }
    const asked = { codec, ed25519: nodeEd25519, policy }
    const verdict = await verifyAwardFile(awardFileBytes({ ...file, streams: [cut, ...facts] }), asked)
    const revoked = own.events.length - 1
    expect(verdict).toMatchObject({
      outcome: "does not verify",
      findings: [{ kind: "cut at its end", where: { stream: own.stream, revision: revoked, to: revoked } }]
    })
    expect((await verifyAwardFile(awardFileBytes(file), asked)).outcome).toBe("verified")
  })
})
