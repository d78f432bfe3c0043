// The parties sign the agreement where a key of theirs is registered: the loop records no signature that does not
// verify, and what is unsigned is recorded as unsigned.
import { canonicalBytes, toHex } from "@lcqm/ledger"
import { nodeEd25519, nodeEd25519Signer } from "@lcqm/ledger/node"
import { asPerson, given, people, scheme, school, smallWorld, theOffice } from "@lcqm/testing/given-when-then"
import { memoryStore } from "@lcqm/memory"
import * as fc from "fast-check"
import { beforeEach, describe, expect, it } from "vitest"
import {
  agreementStatement,
  type LcqmCommand,
  openLcqm,
  type OpenedLcqm,
  type PersonSignature,
  schoolStream,
  valueOf
} from "../../src/index.ts"
import { historyRoot } from "./history-root.ts"

const keyOf = (byte: number) => nodeEd25519Signer(new Uint8Array(32).fill(byte))
const assessorKey = keyOf(1)
const championKey = keyOf(2)
const stream = schoolStream(scheme, school)
const today = "2017-11-20"

let lcqm: OpenedLcqm<never>
let place = 0
let day: string = today

const send = (command: unknown) => lcqm.executeUnknown(command)
const asked = (type: LcqmCommand["type"], actor: object, more: object) =>
  send({ type, id: `signed-${(place += 1)}-by-hand`, actor, occurredOn: today, ...more })
const of = { scheme, school }
const register = (person: string, key = keyOf(1)) =>
  asked("RegisterSigningKey", theOffice, { data: { person, publicKey: toHex(key.publicKey) } })

const seen = async () => {
  const { revision } = valueOf(await lcqm.school(of))
  return revision === "none" ? 0 : revision
}

const signedBy = async (
  key: ReturnType<typeof keyOf>,
  purpose: Parameters<typeof agreementStatement>[0],
  change: object = {}
): Promise<PersonSignature> => {
  const events = valueOf(await lcqm.schoolEvents(of))
  const pinned = events.find(({ type }) => type === "SelfAssessmentDeclared.v1")
  if (pinned?.type !== "SelfAssessmentDeclared.v1") throw new Error("nothing is declared")
  const on = { stream, basisRoot: historyRoot(events) }
  const statement = { ...agreementStatement(purpose, on, "silver", pinned.data.basis), ...change }
  const signature = await key.sign(canonicalBytes(statement))
  return { publicKey: toHex(key.publicKey), signature: toHex(signature) }
}

const propose = async (signature?: PersonSignature) =>
  asked("ProposeAward", asPerson(people.assessor), {
    seen: await seen(),
    data: { ...of, level: "silver", ...(signature === undefined ? {} : { signature }) }
  })
const accept = async (signature?: PersonSignature) =>
  asked("AcceptProposal", asPerson(people.champion), {
    seen: await seen(),
    data: { ...of, level: "silver", ...(signature === undefined ? {} : { signature }) }
  })

beforeEach(async () => {
  place = 0
  lcqm = openLcqm({ store: memoryStore(), now: () => Date.parse(`${day}T12:00:00Z`) })
  for (const { command, today: on } of given(smallWorld.at("judgements agreed")).sent) {
    day = on
    valueOf(await send(command))
  }
  day = today
})

describe("an award that both parties sign", () => {
  it("is recorded with both signatures, which anyone can verify from the events", async () => {
    valueOf(await register(people.assessor, assessorKey))
    valueOf(await register(people.champion, championKey))
    valueOf(await propose(await signedBy(assessorKey, "lcqm/award-proposed/1")))
    valueOf(await accept(await signedBy(championKey, "lcqm/award-agreed/1")))
    const events = valueOf(await lcqm.schoolEvents(of))
    const parties = [
      ["AwardProposed.v1", "lcqm/award-proposed/1", assessorKey],
      ["AwardAgreed.v1", "lcqm/award-agreed/1", championKey]
    ] as const
    for (const [type, purpose, key] of parties) {
      const event = events.find((each) => each.type === type)
      if (event?.type !== "AwardProposed.v1" && event?.type !== "AwardAgreed.v1") throw new Error(type)
      const { basis, level, signature } = event.data
      const statement = agreementStatement(purpose, { stream, basisRoot: basis.root }, level, basis)
      const bytes = Buffer.from(signature?.signature ?? "", "hex")
      expect(nodeEd25519.verify(key.publicKey, canonicalBytes(statement), bytes)).toBe(true)
    }
  })

  it("says of an unsigned party that it is unsigned: no signature stands in the event", async () => {
    valueOf(await register(people.assessor, assessorKey))
    const { events } = valueOf(await propose())
    expect(events[0]?.data).not.toHaveProperty("signature")
  })
})

describe("a signature is refused, and nothing recorded,", () => {
  const expectRefused = async (
    answer: Promise<{ readonly ok: boolean }>,
    tag: string,
    person: string = people.assessor
  ) => {
    const before = await seen()
    expect(await answer).toMatchObject({
      ok: false,
      failure: { _tag: tag, kind: "rejection", details: { person } }
    })
    expect(await seen()).toBe(before)
  }

  it("where no key is registered for the person", async () => {
    await expectRefused(
      propose(await signedBy(assessorKey, "lcqm/award-proposed/1")),
      "SigningKeyNotRegistered"
    )
  })

  it("where another key took the place of the one it is of", async () => {
    valueOf(await register(people.assessor, assessorKey))
    valueOf(await register(people.assessor, keyOf(3)))
    await expectRefused(
      propose(await signedBy(assessorKey, "lcqm/award-proposed/1")),
      "SigningKeyNotRegistered"
    )
  })

  it.each([
    ["another level", { level: "gold" }],
    ["another purpose", { purpose: "lcqm/award-agreed/1" }],
    ["another school's stream", { stream: "school-lcqm-900002" }],
    ["another history", { basisRoot: "0".repeat(64) }],
    ["other rules", { ruleSetHash: "0".repeat(64) }],
    ["other criteria", { criteriaSetHash: "0".repeat(64) }]
  ])("where it is over %s", async (_, change) => {
    valueOf(await register(people.assessor, assessorKey))
    await expectRefused(
      propose(await signedBy(assessorKey, "lcqm/award-proposed/1", change)),
      "SignatureWrong"
    )
  })

  it("where the other party's is given for the Champion's", async () => {
    valueOf(await register(people.assessor, assessorKey))
    valueOf(await register(people.champion, championKey))
    const proposal = await signedBy(assessorKey, "lcqm/award-proposed/1")
    valueOf(await propose(proposal))
    await expectRefused(accept(proposal), "SigningKeyNotRegistered", people.champion)
  })
})

// Hexadecimal digits, but for how many they are or for one that is none.
const notHex = (digits: number) => {
  const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`, "u"))
  const strange = fc.constantFrom("g", "A", " ", "-", "\n")
  return fc.oneof(
    hex(digits - 1),
    hex(digits + 1),
    hex(2 * digits),
    fc.constant(""),
    fc.tuple(hex(digits), strange).map(([good, odd]) => good + odd),
    fc.tuple(hex(digits), strange).map(([good, odd]) => odd + good),
    fc
      .tuple(hex(digits - 1), strange, fc.nat({ max: digits - 1 }))
      .map(([good, odd, at]) => good.slice(0, at) + odd + good.slice(at))
  )
}

describe("what is no key or no signature is malformed, and nothing recorded:", () => {
  const expectMalformed = (answer: object, path: string, expected: string) =>
    expect(answer).toMatchObject({
      ok: false,
      failure: { _tag: "Malformed", problems: [{ path, expected }] }
    })

  it("a key is 64 lower-case hexadecimal digits", async () => {
    await fc.assert(
      fc.asyncProperty(notHex(64), async (publicKey) => {
        const data = { person: people.assessor, publicKey }
        expectMalformed(
          await asked("RegisterSigningKey", theOffice, { data }),
          "data.publicKey",
          "an Ed25519 public key: 32 bytes as 64 lower-case hexadecimal digits"
        )
      })
    )
  })

  it("a signature is 128 of them, and of a key", async () => {
    const [publicKey, signature] = ["0f".repeat(32), "00".repeat(64)]
    await fc.assert(
      fc.asyncProperty(notHex(128), notHex(64), async (noSignature, noKey) => {
        const proposeSigned = (signature: PersonSignature) =>
          asked("ProposeAward", asPerson(people.assessor), {
            seen: 0,
            data: { ...of, level: "silver", signature }
          })
        expectMalformed(
          await proposeSigned({ publicKey, signature: noSignature }),
          "data.signature.signature",
          "an Ed25519 signature: 64 bytes as 128 lower-case hexadecimal digits"
        )
        expectMalformed(
          await proposeSigned({ publicKey: noKey, signature }),
          "data.signature.publicKey",
          "an Ed25519 public key: 32 bytes as 64 lower-case hexadecimal digits"
        )
      })
    )
  })
})

describe("a person's signing key", () => {
  it("registered again is nothing to do", async () => {
    valueOf(await register(people.assessor, assessorKey))
    expect(valueOf(await register(people.assessor, assessorKey)).events).toEqual([])
  })
})
