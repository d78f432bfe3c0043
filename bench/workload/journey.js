// One school's journey from enrolment to agreed award, played through Lcqm itself under a fixed clock and fixed
// salt: 120 events of 20 types, the same bytes on every machine. Every goal is measured on these events.
import { codecOf, EventStore, lcqmCatalogue, openLcqm, presets, sampleCriteriaSet, valueOf } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { makeMemoryStore } from "@lcqm/memory/portable"
import { Layer } from "effect"
import { assessor, champion, coach, formerChampion, office, scheme, school } from "./people.js"

/** A clock that starts in February 2018 and moves a minute a reading, and salt that counts: nothing is random. */
export const fixedSurroundings = () => {
  let minutes = 0
  let salts = 0
  return {
    now: () => Date.UTC(2018, 1, 1, 8, minutes++),
    randomBytes: (/** @type {number} */ count) => new Uint8Array(count).fill(salts++ & 0xff)
  }
}

const criteria = sampleCriteriaSet.themes.flatMap((theme) => theme.criteria.map(({ id }) => id))
const silver = { level: "silver" }
const text = (/** @type {string} */ words) => ({ about: [champion], text: words })

const evidenceIds = Array.from({ length: 12 }, (_, i) => `evidence-${String(i + 1).padStart(2, "0")}`)
const assignments = criteria.map((criterion, i) => ({ criterion, evidence: evidenceIds[i % 12] }))

/** What was said and done, as commands: the person, their vouched roles, the command's name and its data. */
const script = [
  [
    "PublishCriteriaSet",
    { criteriaSet: sampleCriteriaSet, publishedOn: "2017-06-30", inForceFrom: "2017-09-01" }
  ],
  [
    "PublishRuleSet",
    { ruleSet: presets["best-fit/1"], publishedOn: "2017-06-30", inForceFrom: "2017-09-01" }
  ],
  ["LaunchCohort", { cohort: "3", windows: { launch: "2017-06", training: { from: "2017-09" } } }],
  ["LaunchCohort", { cohort: "4", windows: { launch: "2017-06", training: { from: "2017-10" } } }],
  ["AppointAssessor", { person: assessor, schools: ["900099"] }],
  [
    "EnrolSchool",
    { school, cohort: "3", phase: "primary", criteriaSet: sampleCriteriaSet.version, ruleSet: "1" }
  ],
  ["TakeAssessment", { person: assessor, school, enrolment: 1 }],
  ["AppointChampion", { school, champion: formerChampion, coach }],
  ["ReplaceChampion", { school, champion, coach, reason: text("Maternity leave from January.") }],
  [
    "TransferEnrolment",
    { school, cohort: "4", reason: text("Training dates suit the new Champion better.") }
  ],
  [
    "DescribeSetting",
    { school, setting: text("A two-form entry primary; a third of pupils speak another language at home.") }
  ],
  ...evidenceIds.map((evidence, i) => [
    "SubmitEvidence",
    {
      school,
      evidence,
      kind: i % 3 === 0 ? "photograph" : "document",
      reference: `https://files.example/900001/${evidence}.pdf`,
      ...(i % 3 === 0 ? {} : { sha256: nodeHasher.sha256Hex(new TextEncoder().encode(evidence)) }),
      producedOn: `2017-${10 + (i % 3)}`
    }
  ]),
  ...assignments.map((each) => ["AssignEvidence", { school, ...each }]),
  [
    "SubmitEvidence",
    { school, evidence: "evidence-13", kind: "display", reference: "hall/board-2", producedOn: "2017-11-20" }
  ],
  ["AssignEvidence", { school, evidence: "evidence-13", criterion: criteria[7] }],
  ["UnassignEvidence", { school, evidence: "evidence-13", criterion: criteria[7] }],
  ["WithdrawEvidence", { school, evidence: "evidence-13", reason: text("Pupils can be recognised in it.") }],
  ...criteria.map((criterion, i) => [
    "SelfAssessCriterion",
    { school, criterion, judgement: i === 4 ? { level: "bronze" } : silver }
  ]),
  ["DeclareSelfAssessment", { school, declared: "silver" }],
  ["ReopenSelfAssessment", { school, reason: text("The families' evening has been held since.") }],
  ["SelfAssessCriterion", { school, criterion: criteria[15], judgement: { level: "gold" } }],
  ["DeclareSelfAssessment", { school, declared: "silver" }],
  ["ArrangeVisit", { school, assessor, on: "2018-02-07" }],
  ["MoveVisit", { school, on: "2018-01-31", reason: text("Snow.") }],
  ["HoldVisit", { school }, assessor],
  ...assignments.map((each, i) => [
    "ReviewEvidence",
    {
      school,
      ...each,
      ...(i === 9 ? { verdict: "insufficient", reason: text("Undated.") } : { verdict: "accepted" })
    },
    assessor
  ]),
  ...criteria.map((criterion) => ["AssessCriterion", { school, criterion, judgement: silver }, assessor]),
  ...criteria.map((criterion, i) => [
    "AgreeJudgement",
    {
      school,
      criterion,
      judgement: silver,
      ...(i === 4 || i === 15 ? { reason: text("Pupils' work seen on the visit speaks for Silver.") } : {})
    },
    assessor
  ]),
  ["ProposeAward", { school, level: "silver" }, assessor],
  ["AcceptProposal", { school, level: "silver" }, champion]
]

const byChampion = new Set([
  "DescribeSetting",
  "SubmitEvidence",
  "AssignEvidence",
  "UnassignEvidence",
  "WithdrawEvidence",
  "SelfAssessCriterion",
  "DeclareSelfAssessment",
  "ReopenSelfAssessment"
])

/** Plays the journey, and answers with every event of the store in its order, as recorded. */
export const playJourney = async () => {
  const store = makeMemoryStore(codecOf(lcqmCatalogue, nodeHasher))
  const lcqm = openLcqm({ store: Layer.succeed(EventStore, store), ...fixedSurroundings() })
  let sent = 0
  for (const [type, data, person = byChampion.has(type) ? champion : office] of script) {
    const { revision } = valueOf(await lcqm.school({ scheme, school }))
    const judging = type === "ProposeAward" || type === "AcceptProposal"
    valueOf(
      await lcqm.executeUnknown({
        type,
        id: `journey-command-${String(sent++).padStart(4, "0")}`,
        actor: { person, roles: person === office ? ["SchemeOffice"] : [] },
        occurredOn: "2018-01-31",
        ...(judging ? { seen: revision } : {}),
        data: { scheme, ...data }
      })
    )
  }
  const recorded = []
  for await (const event of lcqm.events()) recorded.push(event)
  await lcqm.close()
  return recorded
}
