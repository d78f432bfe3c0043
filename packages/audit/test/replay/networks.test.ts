// A school in networks: its decisions are made again on the networks that they read, its award file holds those, and
// an explanation says which they were.
import { awardFileBytes, explainAt, historyInFile, replay, verifyAwardFile } from "@lcqm/audit"
import { networkStream } from "@lcqm/core"
import { nodeEd25519 } from "@lcqm/ledger/node"
import {
  byAssessor,
  byChampion,
  given,
  network,
  onNetwork,
  otherSchool,
  people,
  school,
  smallWorld
} from "@lcqm/testing/given-when-then"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { codec, historyOf, operator, plainFile, sealedFile, storeHolding } from "../stores.ts"

const stream = networkStream(network)
const judged = given(smallWorld.at("judgements agreed")).having(
  onNetwork("FormNetwork", { name: "Harbour", schools: [{ school }, { school: otherSchool }] })
)
const agreed = judged.having(
  byAssessor("ProposeAward", { level: "silver" }),
  byChampion("AcceptProposal", { level: "silver" })
)
// What comes of the network afterwards is no matter of the award.
const later = agreed.having(onNetwork("NameNetworkLead", { lead: people.assessor }))

describe("the decisions of a school in a network", () => {
  it("are made the same again, on the network as it was read then", () => {
    const replayed = replay(historyOf(storeHolding(later.events)))
    expect(replayed.map(({ outcome }) => outcome)).toEqual(["same", "same", "same"])
  })

  it("are made the same again from an award file, which holds the network as far as it was read", async () => {
    const file = await plainFile(storeHolding(later.events))
    expect(file.streams.find((each) => each.stream === stream)?.events).toHaveLength(3)
    const history = Result.getOrThrow(historyInFile(codec, file))
    expect(replay(history).map(({ outcome }) => outcome)).toEqual(["same", "same", "same"])
  })

  it("cannot be made again without it", () => {
    const history = historyOf(storeHolding(agreed.events))
    const facts = new Map([...history.facts].filter(([name]) => name !== stream))
    expect(replay({ ...history, facts }).map(({ outcome }) => outcome)).toEqual([
      "same",
      "not recomputed",
      "not recomputed"
    ])
  })

  it("are of a file that verifies, and no more where the network is left out of it", async () => {
    const file = await sealedFile(storeHolding(agreed.events))
    const [own, ...facts] = file.streams
    const without = facts.filter((each) => each.stream !== stream)
    const policy = { origin: operator.key.name, logKeys: [operator.key], witnesses: [], quorum: 0 }
    const asked = { codec, ed25519: nodeEd25519, policy }
    expect((await verifyAwardFile(awardFileBytes(file), asked)).outcome).toBe("verified")
    const cut = awardFileBytes({ ...file, streams: [own, ...without] })
    expect(await verifyAwardFile(cut, asked)).toMatchObject({
      outcome: "does not verify",
      findings: [{ kind: "fact missing", where: { stream } }]
    })
  })

  it("are explained with the network among their facts, and without what came later", () => {
    const explained = Result.getOrThrow(explainAt(historyOf(storeHolding(later.events))))
    expect(explained.facts).toContainEqual({ stream, revision: 2 })
    expect(explained.award.limiters.some(({ name }) => name === "conflictOfInterest")).toBe(false)
  })

  it("before there is a decision, are explained with the networks of the school as they are at that point", () => {
    const leading = judged.having(onNetwork("NameNetworkLead", { lead: people.assessor }))
    const history = historyOf(storeHolding(leading.events))
    const of = (occurred: string) => Result.getOrThrow(explainAt(history, { asAt: { occurred } })).award
    const conflict = (award: ReturnType<typeof of>) =>
      award.limiters.some(({ name }) => name === "conflictOfInterest")
    expect(conflict(of(leading.today))).toBe(true)
  })
})
