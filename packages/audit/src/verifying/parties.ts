// Who signed the award: the assessor what was proposed, the Champion what was agreed, each with the key that is
// registered for them. What nobody signed is said to be unsigned; it is no fault of the file.
import { agreementStatement, type Codec, personFact, personStream, PersonSignature, Level } from "@lcqm/core"
import { canonicalBytes, type Ed25519Verifier, fromHex } from "@lcqm/ledger"
import { Result, Schema } from "effect"
import { recordedOf } from "./filed-event.ts"
import type { StreamLooked } from "./filed-stream.ts"
import type { Finding } from "./finding.ts"

/** A party to the award, and how its signature stands. */
export interface PartyVerdict {
  /** The revision of the event that the party recorded. */
  readonly revision: number
  readonly party: "assessor" | "champion"
  readonly person: string
  /** `unsigned` is no fault; `wrong` is, and a finding says how. */
  readonly signature: "unsigned" | "verified" | "wrong"
  /** The key it is signed with, in hexadecimal. */
  readonly publicKey: string | undefined
}

const signedAs = {
  "AwardProposed.v1": { party: "assessor", purpose: "lcqm/award-proposed/1" },
  "AwardAgreed.v1": { party: "champion", purpose: "lcqm/award-agreed/1" }
} as const

const isSigned = (type: string): type is keyof typeof signedAs => Object.hasOwn(signedAs, type)
const Signed = Schema.Struct({ level: Level, signature: Schema.optionalKey(PersonSignature) })
const readSigned = Schema.decodeUnknownResult(Signed)

/** The key registered in a person's stream of the file; it goes up to what the decision read, and no further. */
const registeredKey = (codec: Codec, stream: StreamLooked | undefined, size: number): string | undefined => {
  const { fold } = personFact("")
  const events = (stream?.inOrder ?? []).slice(0, size).map((event) => recordedOf(codec, event))
  return fold.fold(
    fold.initial,
    events.filter(Result.isSuccess).map(({ success }) => success)
  ).signingKey
}

const wrong = (stream: string, revision: number, party: string, why: readonly [string, string]): Finding => ({
  kind: "signature wrong",
  where: { stream, revision },
  says: `The signature of the ${party} in event ${revision} of ${stream} does not hold.`,
  expected: why[0],
  got: why[1]
})

/** What checking the parties' signatures of a stream needs. */
export interface SignaturesOf {
  readonly codec: Codec
  readonly ed25519: Ed25519Verifier
  readonly own: StreamLooked
  readonly facts: ReadonlyMap<string, StreamLooked>
}

/** How the signatures of the parties stand in a school's stream, and what is wrong with them. */
export const partiesOf = async ({
  codec,
  ed25519,
  facts,
  own
}: SignaturesOf): Promise<{
  readonly parties: ReadonlyArray<PartyVerdict>
  readonly findings: ReadonlyArray<Finding>
}> => {
  const parties: Array<PartyVerdict> = []
  const findings: Array<Finding> = []
  for (const event of own.inOrder) {
    const { basis, data, revision, type } = event.claims
    const recorded = isSigned(type) ? recordedOf(codec, event) : undefined
    if (!isSigned(type) || basis === undefined || recorded === undefined || Result.isFailure(recorded))
      continue
    const { party, purpose } = signedAs[type]
    const { person } = recorded.success.metadata.actor
    const said = readSigned(data)
    const signed = Result.isSuccess(said) ? said.success.signature : undefined
    if (Result.isFailure(said) || signed === undefined) {
      parties.push({ revision, party, person, signature: "unsigned", publicKey: undefined })
      continue
    }
    const { publicKey, signature } = signed
    const stream = personStream(person)
    const read = basis.facts.find((fact) => fact.stream === stream)?.revision ?? "none"
    const registered = registeredKey(codec, facts.get(stream), read === "none" ? 0 : read + 1)
    const on = { stream: own.stream, basisRoot: basis.root }
    const message = canonicalBytes(agreementStatement(purpose, on, said.success.level, basis))
    const verifies = await ed25519.verify(fromHex(publicKey), message, fromHex(signature))
    if (registered !== publicKey) {
      const expected = registered === undefined ? `a key registered for ${person}` : `key ${registered}`
      findings.push(wrong(own.stream, revision, party, [expected, `key ${publicKey}`]))
    } else if (!verifies) {
      findings.push(wrong(own.stream, revision, party, ["a signature over the agreement", "another"]))
    }
    const good = registered === publicKey && verifies
    parties.push({ revision, party, person, signature: good ? "verified" : "wrong", publicKey })
  }
  return { parties, findings }
}
