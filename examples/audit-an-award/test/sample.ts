// The sample of the walk-through: a made-up school's award on which school and assessor did not agree everywhere, and the
// operator's key that sealed it. Both follow from fixed values, so that they are the same bytes wherever they are made.
import { type AwardFile, awardFileBytes } from "@lcqm/audit"
import { noteSigner, verifierKeyText } from "@lcqm/ledger"
import { nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
import {
  byAssessor,
  byChampion,
  criteriaOf,
  evidenceFor,
  given,
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
const agreed = given(
  given(visited)
    .on("2017-11-16")
    .having(byAssessor("ProposeAward", { level: "silver" }))
)
  .on("2017-11-22")
  .having(byChampion("AcceptProposal", { level: "silver" }))

/** The files of the sample, by name. */
export const sampleFiles = async (): Promise<Readonly<Record<string, string>>> => {
  const file: AwardFile = await sealedFile(storeHolding(agreed.events), undefined, undefined, operator)
  return {
    "award.json": new TextDecoder().decode(awardFileBytes(file)),
    "operator.key.pub": `${verifierKeyText(operator.key)}\n`
  }
}
