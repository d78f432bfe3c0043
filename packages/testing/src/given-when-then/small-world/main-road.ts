// The main road of an enrolment, from a scheme that is ready to an agreed award.
import type { FullDate, SessionNumber } from "@lcqm/core"
import { attended, byAssessor, byChampion, byOffice, onCohort, onPerson } from "./commands.ts"
import { aText, evidenceFor, type MainRoad, perCriterion, type Stage } from "./stage.ts"
import { cohort, nextCohort, otherSchool, people, scheme, school, theOffice } from "./who-is-who.ts"

const sessions: ReadonlyArray<readonly [SessionNumber, FullDate]> = [
  [1, "2017-03-08"],
  [2, "2017-04-05"],
  [3, "2017-05-10"],
  [4, "2017-06-14"]
]

/** How each stage of the main road is reached. */
export const mainRoad: Readonly<Record<MainRoad, Stage>> = {
  ready: {
    on: "2017-01-20",
    by: ({ criteriaSet, ruleSet }) => [
      {
        type: "PublishCriteriaSet",
        actor: theOffice,
        data: { scheme, criteriaSet, publishedOn: "2017-01-10", inForceFrom: "2017-01-15" }
      },
      {
        type: "PublishRuleSet",
        actor: theOffice,
        data: { scheme, ruleSet, publishedOn: "2017-01-10", inForceFrom: "2017-01-15" }
      },
      onCohort("LaunchCohort", {
        windows: {
          launch: "2017-01",
          training: { from: "2017-03", to: "2017-06" },
          assessment: { from: "2017-11" }
        }
      }),
      ...sessions.map(([session, on]) => onCohort("ScheduleCpdSession", { session, on })),
      {
        type: "LaunchCohort",
        actor: theOffice,
        data: {
          scheme,
          cohort: nextCohort,
          windows: { training: { from: "2017-09" }, assessment: { from: "2018-04" } }
        }
      },
      onPerson(people.assessor, "AppointAssessor", { scheme, schools: [] }),
      onPerson(people.otherAssessor, "AppointAssessor", { scheme, schools: [otherSchool] })
    ]
  },
  enrolled: {
    after: "ready",
    on: "2017-02-01",
    by: ({ criteriaSet, ruleSet }) => [
      byOffice("EnrolSchool", {
        cohort,
        phase: "primary",
        criteriaSet: criteriaSet.version,
        ruleSet: ruleSet.version
      })
    ]
  },
  "with champion": {
    after: "enrolled",
    on: "2017-02-06",
    by: () => [
      byOffice("AppointChampion", { champion: people.champion, coach: people.coach }),
      byChampion("DescribeSetting", {
        setting: aText("Two forms of entry, half of the families new to the area.")
      })
    ]
  },
  trained: {
    after: "with champion",
    on: "2017-06-15",
    by: ({ attends }) => attends.map((session) => attended(people.champion, session))
  },
  "with evidence": {
    after: "trained",
    on: "2017-09-20",
    by: perCriterion((criterion) => [
      byChampion("SubmitEvidence", {
        evidence: evidenceFor(criterion),
        kind: "document",
        reference: `https://evidence.example/${criterion}`,
        producedOn: "2017-05"
      }),
      byChampion("AssignEvidence", { evidence: evidenceFor(criterion), criterion })
    ])
  },
  "self-assessed": {
    after: "with evidence",
    on: "2017-10-10",
    by: perCriterion((criterion, { level }) => [
      byChampion("SelfAssessCriterion", { criterion, judgement: { level } })
    ])
  },
  declared: {
    after: "self-assessed",
    on: "2017-10-12",
    by: ({ level }) => [byChampion("DeclareSelfAssessment", { declared: level })]
  },
  "visit arranged": {
    after: "declared",
    on: "2017-10-25",
    by: () => [
      onPerson(people.assessor, "TakeAssessment", { scheme, school, enrolment: 1 }),
      byOffice("ArrangeVisit", { assessor: people.assessor, on: "2017-11-15" })
    ]
  },
  visited: { after: "visit arranged", on: "2017-11-15", by: () => [byAssessor("HoldVisit", {})] },
  reviewed: {
    after: "visited",
    on: "2017-11-15",
    by: perCriterion((criterion, { level }) => [
      byAssessor("ReviewEvidence", { evidence: evidenceFor(criterion), criterion, verdict: "accepted" }),
      byAssessor("AssessCriterion", { criterion, judgement: { level } })
    ])
  },
  "judgements agreed": {
    after: "reviewed",
    on: "2017-11-15",
    by: perCriterion((criterion, { level }) => [
      byAssessor("AgreeJudgement", { criterion, judgement: { level } })
    ])
  },
  proposed: {
    after: "judgements agreed",
    on: "2017-11-16",
    by: ({ level }) => [byAssessor("ProposeAward", { level })]
  },
  agreed: {
    after: "proposed",
    on: "2017-11-22",
    by: ({ level }) => [byChampion("AcceptProposal", { level })]
  }
}
