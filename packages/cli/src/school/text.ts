// A school for a person: where it stands, what is judged so far, and its journey a line a step.
import { type EnrolmentState, type Judged, levelTitle, type SchoolView } from "@lcqm/core"
import type { Colours } from "../streams.ts"
import { printable } from "../telling/printable.ts"
import { table } from "../telling/table.ts"

const judgedText = (judged: Judged | undefined): string => {
  if (judged === undefined) return "-"
  return judged.judgement === "set aside" ? "set aside" : levelTitle(judged.judgement)
}

const judgementsText = ({ agreed, assessor, self }: EnrolmentState): string => {
  const criteria = [...new Set([...self.keys(), ...assessor.keys(), ...agreed.keys()])]
  if (criteria.length === 0) return ""
  const rows = criteria.map((criterion) => [
    criterion,
    ...[self, assessor, agreed].map((judgements) => judgedText(judgements.get(criterion)))
  ])
  return `\n${table(
    [{ title: "Criterion" }, { title: "School" }, { title: "Assessor" }, { title: "Agreed" }],
    rows
  )}`
}

const evidenceText = ({ evidence }: EnrolmentState): string => {
  if (evidence.size === 0) return ""
  const rows = [...evidence.values()].map(({ assignments, id, kind, producedOn, withdrawn }) => [
    id,
    kind,
    producedOn,
    withdrawn
      ? "withdrawn"
      : assignments.map(({ criterion, verdict }) => `${criterion} (${verdict})`).join(", ")
  ])
  return `\n${table(
    [{ title: "Evidence" }, { title: "Kind" }, { title: "Produced" }, { title: "For", width: 60 }],
    rows
  )}`
}

const standing = (state: EnrolmentState): ReadonlyArray<string> => {
  const {
    awards,
    champion,
    coach,
    cohort,
    criteriaSet,
    declaration,
    furtherWork,
    phase,
    proposal,
    ruleSet,
    visit
  } = state
  return [
    `Cohort ${cohort}, enrolment ${state.enrolment}; phase ${phase ?? "not stated"}; judged by criteria set ` +
      `${criteriaSet?.version ?? "?"} and rule set ${ruleSet?.version ?? "?"}.`,
    `Champion ${champion ?? "not appointed"}${coach === undefined ? "" : `, coach ${coach}`}.`,
    ...(declaration === undefined
      ? []
      : [
          `The school declares ${levelTitle(declaration.declared)}; best fit indicates ${levelTitle(declaration.indicated)}.`
        ]),
    ...(visit === undefined
      ? []
      : [
          `Visit by ${visit.assessor}, ${visit.held === undefined ? `arranged for ${visit.on}` : `held on ${visit.held}`}.`
        ]),
    ...(proposal === undefined
      ? []
      : [`${levelTitle(proposal.level)} is proposed, and waits for the Champion's answer.`]),
    ...(furtherWork === undefined
      ? []
      : [`Further work by ${furtherWork.by} on ${furtherWork.criteria.join(", ")}.`]),
    ...awards.map(({ agreedOn, level }) => `Award: ${levelTitle(level)}, agreed on ${agreedOn}.`)
  ]
}

/** The school as text. */
export const schoolText = ({ journey, revision, state }: SchoolView, colours: Colours): string => {
  const stage = state.deferred ? `${state.stage}, deferred` : state.stage
  return [
    `${colours.bold(printable(`School ${state.school} in ${state.scheme}`))}: ${stage}\n`,
    ...standing(state).map((line) => `${printable(line)}\n`),
    evidenceText(state),
    judgementsText(state),
    `\n${table(
      [
        { title: "Rev.", align: "right" },
        { title: "On" },
        { title: "What happened", width: 60 },
        { title: "By" }
      ],
      journey.map((step) => [step.revision, step.occurredOn, step.says, `${step.role} ${step.by}`])
    )}`,
    `\nA judgement on this history (propose, accept, …) carries "seen": ${revision}.\n`
  ].join("")
}
