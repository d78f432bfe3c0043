// A decision that rests on several facts reads them one after the other. A "no" must rest on what was the case at
// one moment: a mixture of before and after may be what never was.
import { type LcqmCommand, presets } from "@lcqm/core"
import { foundingCommands, inhabitants } from "@lcqm/testing/arbitraries"
import { Effect, Result } from "effect"
import { describe, expect, it } from "vitest"
import { emptyStore, lcqmOver, scheme } from "../properties/lcqm-over.ts"
import { of, sent, today, urn } from "./a-school.ts"
import { withMoments } from "./moments.ts"

const [assessor] = inhabitants.assessors
const [champion] = inhabitants.champions

// Both criteria at Gold are Gold, which a CPD shortfall caps at Silver; without the evidence of the light one the
// heavy one makes Gold, and its gap to the other caps it at Silver.
const criteria = [
  { id: "heavy", title: "Heavy", weight: 3, essential: false },
  { id: "light", title: "Light", weight: 1, essential: false }
]
const world = {
  criteriaSet: { id: "two", version: "1", title: "Two", themes: [{ id: "t", title: "T", criteria }] },
  ruleSet: {
    ...presets["best-fit/1"],
    allowBelow: 0,
    limiters: { ...presets["best-fit/1"].limiters, cpdShortfall: { cap: "silver" as const } }
  },
  schools: [urn],
  around: "gold",
  windows: { training: { from: "2018-01" } }
} as const
const producedOn = { heavy: "2017-12-20", light: "2017-06-01" } as const

const attending = (session: 1 | 2 | 3 | 4): LcqmCommand => ({
  type: "RecordCpdAttendance",
  ...sent(`attend.${session}`),
  data: { ...of, person: champion, cohort: "A", session }
})

/** Training is put off, so that what was produced in summer no longer counts. */
const puttingOff: LcqmCommand = {
  type: "ChangeCohortWindows",
  ...sent("windows"),
  data: { scheme, cohort: "A", windows: { training: { from: "2018-12" } } }
}

const perCriterion = (name: "heavy" | "light") => {
  const item = { ...of, evidence: name }
  const judged = { ...of, criterion: name, judgement: { level: "gold" } } as const
  const before: ReadonlyArray<LcqmCommand> = [
    {
      type: "SubmitEvidence",
      ...sent(`submit.${name}`, champion),
      data: { ...item, kind: "document", reference: "file:1", producedOn: producedOn[name] }
    },
    { type: "AssignEvidence", ...sent(`assign.${name}`, champion), data: { ...item, criterion: name } },
    { type: "SelfAssessCriterion", ...sent(`self.${name}`, champion), data: judged }
  ]
  const after: ReadonlyArray<LcqmCommand> = [
    {
      type: "ReviewEvidence",
      ...sent(`review.${name}`, assessor),
      data: { ...item, criterion: name, verdict: "accepted" }
    },
    { type: "AssessCriterion", ...sent(`assess.${name}`, assessor), data: judged },
    { type: "AgreeJudgement", ...sent(`agree.${name}`, assessor), data: judged }
  ]
  return { before, after }
}

const [heavy, light] = [perCriterion("heavy"), perCriterion("light")]
const agreed: ReadonlyArray<LcqmCommand> = [
  ...foundingCommands(world),
  { type: "EnrolSchool", ...sent("enrol"), data: { ...of, cohort: "A", criteriaSet: "1", ruleSet: "1" } },
  { type: "AppointChampion", ...sent("appoint"), data: { ...of, champion } },
  ...heavy.before,
  ...light.before,
  { type: "DeclareSelfAssessment", ...sent("declare", champion), data: { ...of, declared: "gold" } },
  { type: "TakeAssessment", ...sent("take", assessor), data: { ...of, person: assessor, enrolment: 1 } },
  { type: "ArrangeVisit", ...sent("arrange"), data: { ...of, assessor, on: "2018-01-11" } },
  { type: "HoldVisit", ...sent("hold", assessor), data: of },
  ...heavy.after,
  ...light.after
]

describe("a rejection that rests on several facts", () => {
  const aProposedSilver = () => {
    const store = emptyStore()
    const other = lcqmOver(store, { now: () => today })
    const write = (command: LcqmCommand): void => void Effect.runSync(other.execute(command))
    for (const command of agreed) write(command)
    const seen = (): number => {
      const { revision } = Effect.runSync(other.school(of))
      return revision === "none" ? -1 : revision
    }
    const silver = { ...of, level: "silver" } as const
    write({ type: "ProposeAward", ...sent("propose", assessor), seen: seen(), data: silver })
    const accepting: LcqmCommand = {
      type: "AcceptProposal",
      ...sent("accept", champion),
      seen: seen(),
      data: silver
    }
    return { store, write, accepting }
  }
  const changes = [puttingOff, ...([1, 2, 3, 4] as const).map(attending)]

  it.each(changes.map((_, i): [number] => [i]).concat([[changes.length]]))(
    "has no ground here, whatever was recorded before: after %i changes Silver is indicated",
    (many) => {
      const { accepting, store, write } = aProposedSilver()
      for (const change of changes.slice(0, many)) write(change)
      const answer = Effect.runSync(Effect.result(lcqmOver(store, { now: () => today }).execute(accepting)))
      expect(Result.isSuccess(answer)).toBe(true)
    }
  )

  it("is not given on a mixture: the cohort as it was before the changes, the Champion as after them", () => {
    const { accepting, store, write } = aProposedSilver()
    let changed = false
    const meddled = withMoments(store, (moment, stream) =>
      Effect.sync(() => {
        if (changed || moment !== "after read" || !stream.startsWith("cohort-")) return
        changed = true
        for (const change of changes) write(change)
      })
    )
    const answer = Effect.runSync(Effect.result(lcqmOver(meddled, { now: () => today }).execute(accepting)))
    expect(changed).toBe(true)
    expect(answer).toMatchObject({ success: { events: [{ type: "AwardAgreed.v1" }] } })
  })
})
