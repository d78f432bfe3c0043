// The parties' signatures in an award file: verified with the keys that were registered when the award was decided.
import { awardFileBytes, verifyAwardFile } from "@lcqm/audit"
import { agreementStatement, type Recorded, schoolStream } from "@lcqm/core"
import { canonicalBytes, hashFromHex, merkleRoot, toHex } from "@lcqm/ledger"
import { nodeEd25519, nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
import {
  byAssessor,
  byChampion,
  given,
  onPerson,
  people,
  scheme,
  school,
  smallWorld
} from "@lcqm/testing/given-when-then"
import { describe, expect, it } from "vitest"
import { codec, operator, sealedFile, storeAt, storeHolding } from "../stores.ts"

const policy = { origin: operator.key.name, logKeys: [operator.key], witnesses: [], quorum: 0 }
const stream = schoolStream(scheme, school)
const keyOf = (byte: number) => nodeEd25519Signer(new Uint8Array(32).fill(byte))
const keys = { assessor: keyOf(1), champion: keyOf(2) }

const verify = async (events: ReadonlyArray<Recorded>) => {
  const bytes = awardFileBytes(await sealedFile(storeHolding(events)))
  return verifyAwardFile(bytes, { codec, ed25519: nodeEd25519, policy })
}

type Purpose = Parameters<typeof agreementStatement>[0]
const signed = async (events: ReadonlyArray<Recorded>, purpose: Purpose, key = keys.assessor) => {
  const own = events.filter((event) => event.stream === stream)
  const root = merkleRoot(
    nodeHasher,
    own.map(({ leafHash }) => hashFromHex(leafHash, "a leaf hash"))
  )
  const declared = own.find(({ type }) => type === "SelfAssessmentDeclared.v1")?.data as {
    readonly basis: Parameters<typeof agreementStatement>[3]
  }
  const statement = agreementStatement(purpose, { stream, basisRoot: toHex(root) }, "silver", declared.basis)
  return {
    publicKey: toHex(key.publicKey),
    signature: toHex(await key.sign(canonicalBytes(statement)))
  }
}

const register = (person: string, key: ReturnType<typeof keyOf>) =>
  onPerson(person, "RegisterSigningKey", { publicKey: toHex(key.publicKey) })

const signedAward = async () => {
  const ready = given(smallWorld.at("judgements agreed")).having(
    register(people.assessor, keys.assessor),
    register(people.champion, keys.champion)
  )
  const first = await signed(ready.events, "lcqm/award-proposed/1")
  const proposed = ready.having(byAssessor("ProposeAward", { level: "silver", signature: first }))
  const second = await signed(proposed.events, "lcqm/award-agreed/1", keys.champion)
  return proposed.having(byChampion("AcceptProposal", { level: "silver", signature: second })).events
}

describe("an award file", () => {
  it("shows both signatures as verified, by the registered keys", async () => {
    const { outcome, parties } = await verify(await signedAward())
    expect(outcome).toBe("verified")
    expect(parties).toMatchObject([
      {
        party: "assessor",
        person: people.assessor,
        signature: "verified",
        publicKey: toHex(keys.assessor.publicKey)
      },
      {
        party: "champion",
        person: people.champion,
        signature: "verified",
        publicKey: toHex(keys.champion.publicKey)
      }
    ])
  })

  it("shows an unsigned award as unsigned, which is no fault of the file", async () => {
    const file = awardFileBytes(await sealedFile(storeAt("agreed")))
    const { outcome, parties } = await verifyAwardFile(file, { codec, ed25519: nodeEd25519, policy })
    expect(outcome).toBe("verified")
    expect(parties.map(({ signature }) => signature)).toEqual(["unsigned", "unsigned"])
  })

  it("does not verify with a signature that is another's or of another agreement, whatever the operator signed", async () => {
    const events = await signedAward()
    const swap = (change: (signature: object) => object) =>
      verify(
        events.map((event) => {
          if (event.type !== "AwardAgreed.v1") return event
          const data = event.data as { readonly signature: object }
          return { ...event, data: { ...data, signature: change(data.signature) } }
        })
      )
    const proposed = (events.find(({ type }) => type === "AwardProposed.v1")?.data ?? {}) as {
      signature: object
    }
    for (const change of [
      () => proposed.signature,
      (signature: object) => ({ ...signature, signature: "00".repeat(64) })
    ]) {
      const { findings, parties } = await swap(change)
      expect(findings.map(({ kind }) => kind)).toEqual(["signature wrong"])
      expect(parties[1]?.signature).toBe("wrong")
    }
  })
})
