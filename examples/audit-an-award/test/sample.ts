// The sample of the walk-through: a made-up school's award on which school and assessor did not agree everywhere, signed by
// both, and the operator's key that sealed it. All follow from fixed values, so that they are the same bytes wherever they
// are made.
import { type AwardFile, awardFileBytes } from "@lcqm/audit"
import { agreementStatement, type Basis, type Recorded, schoolStream } from "@lcqm/core"
import { canonicalBytes, hashFromHex, merkleRoot, noteSigner, toHex, verifierKeyText } from "@lcqm/ledger"
import { nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
import {
  byAssessor,
  byChampion,
  criteriaOf,
  evidenceFor,
  given,
  onPerson,
  people,
  scheme,
  school,
  smallCriteriaSet,
  smallWorld
} from "@lcqm/testing/given-when-then"
import { sealedFile, storeHolding } from "../../../packages/audit/test/stores.ts"

/** The sample operator. Its seed stands here for everyone to read: it must never sign anything real. */
const operator = noteSigner(
  nodeHasher,
  "sample.example/quality-mark",
  "ed25519",
  nodeEd25519Signer(new Uint8Array(32).fill(42))
)

/** The sample parties' keys, of seeds that stand here for everyone to read: they must never sign anything real. */
const keys = {
  assessor: nodeEd25519Signer(new Uint8Array(32).fill(43)),
  champion: nodeEd25519Signer(new Uint8Array(32).fill(44))
}

const stream = schoolStream(scheme, school)

/** A party's signature that this level is what was agreed, on the school's history so far and the rules it rests on. */
const signed = async (
  party: keyof typeof keys,
  purpose: Parameters<typeof agreementStatement>[0],
  events: ReadonlyArray<Recorded>
) => {
  const own = events.filter((event) => event.stream === stream)
  const leaves = own.map(({ leafHash }) => hashFromHex(leafHash, "a leaf hash"))
  const declared = own.find(({ type }) => type === "SelfAssessmentDeclared.v1")?.data as {
    readonly basis: Basis
  }
  const on = { stream, basisRoot: toHex(merkleRoot(nodeHasher, leaves)) }
  const statement = canonicalBytes(agreementStatement(purpose, on, "silver", declared.basis))
  return { publicKey: toHex(keys[party].publicKey), signature: toHex(await keys[party].sign(statement)) }
}

const register = (party: keyof typeof keys) =>
  onPerson(people[party], "RegisterSigningKey", { publicKey: toHex(keys[party].publicKey) })

const criteria = criteriaOf(smallCriteriaSet)
const seen = (criterion: string) =>
  criterion === "leadership.plan" ? ("bronze" as const) : ("silver" as const)
const reason = {
  about: [],
  text: "Sample text: the plan was only a draft in the file; the version in force was shown at the visit."
}

const visited = given(smallWorld.at("visited")).having(
  ...criteria.flatMap((criterion) => [
    byAssessor("ReviewEvidence", { evidence: evidenceFor(criterion), criterion, verdict: "accepted" }),
    byAssessor("AssessCriterion", { criterion, judgement: { level: seen(criterion) } })
  ]),
  ...criteria.map((criterion) =>
    byAssessor("AgreeJudgement", {
      criterion,
      judgement: { level: "silver" },
      ...(seen(criterion) === "silver" ? {} : { reason })
    })
  )
)
/** The events of the award: what the assessor proposed and the Champion accepted, each with a signature. */
const award = async (): Promise<ReadonlyArray<Recorded>> => {
  const ready = given(visited).on("2017-11-16").having(register("assessor"), register("champion"))
  const first = await signed("assessor", "lcqm/award-proposed/1", ready.events)
  const proposed = ready.having(byAssessor("ProposeAward", { level: "silver", signature: first }))
  const second = await signed("champion", "lcqm/award-agreed/1", proposed.events)
  return given(proposed)
    .on("2017-11-22")
    .having(byChampion("AcceptProposal", { level: "silver", signature: second })).events
}

/** The files of the sample, by name. */
export const sampleFiles = async (): Promise<Readonly<Record<string, string>>> => {
  const file: AwardFile = await sealedFile(storeHolding(await award()), undefined, undefined, operator)
  return {
    "award.json": new TextDecoder().decode(awardFileBytes(file)),
    "operator.key.pub": `${verifierKeyText(operator.key)}\n`
  }
}
