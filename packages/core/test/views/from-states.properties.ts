// What the views fold for themselves is what the domain's own folds say: on any history, at any of its prefixes, the
// evidence, the judgements and the facts are those of the streams, worked out another way.
import {
  assessorJudgements,
  boardsOf,
  cohortProgress,
  consistencyOf,
  enrolmentFold,
  type EnrolmentState,
  evidenceMatrix,
  evidenceMatrixOf,
  everyProgress,
  factsOutOfDate,
  networksJoinedBy,
  outOfDateIn,
  project,
  type Recorded,
  schoolOfStream,
  streamsNaming
} from "@lcqm/core"
import { anyHistory, Coverage } from "@lcqm/testing/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { byStream, emptyStoreLayer, scheme } from "../properties/lcqm-over.ts"

const histories = anyHistory({ store: emptyStoreLayer, fewestMoves: 20, mostMoves: 40, noise: false })
const on = "2018-06-30"

const schoolsIn = (events: ReadonlyArray<Recorded>): ReadonlyArray<readonly [string, EnrolmentState]> =>
  [...byStream(events)].flatMap(([stream, of]) =>
    schoolOfStream(stream) === undefined
      ? []
      : [[stream, enrolmentFold.fold(enrolmentFold.initial, of)] as const]
  )

// Four prefixes of a history, the whole among them.
const prefixes = (events: ReadonlyArray<Recorded>) =>
  [0.25, 0.5, 0.75, 1].map((share) => events.slice(0, Math.ceil(share * events.length)))

const evidenceOf = ({ evidence }: EnrolmentState) =>
  [...evidence.values()].map(({ assignments, id, kind, producedOn, submittedOn, withdrawn }) => ({
    evidence: id,
    kind,
    producedOn,
    submittedOn,
    withdrawn,
    criteria: assignments.map(({ criterion }) => criterion),
    verdicts: withdrawn
      ? []
      : assignments.map(({ criterion, verdict }) => `${criterion} ${verdict}`).toSorted()
  }))

const met = new Coverage("schools compared", ["with evidence", "judged", "on a board"])

const evidenceAgrees = (events: ReadonlyArray<Recorded>): void => {
  const model = project(evidenceMatrix, events)
  for (const [, state] of schoolsIn(events)) {
    if (state.enrolment === 0) continue
    const matrix = evidenceMatrixOf(model, { scheme, school: state.school }, on)
    const told = matrix?.evidence.map(({ criteria, evidence, kind, producedOn, submittedOn, withdrawn }) => ({
      evidence,
      kind,
      producedOn,
      submittedOn,
      withdrawn,
      criteria,
      verdicts: matrix.criteria
        .flatMap((row) =>
          row.evidence
            .filter((each) => each.evidence === evidence)
            .map(({ verdict }) => `${row.criterion} ${verdict}`)
        )
        .toSorted()
    }))
    expect(told).toEqual(evidenceOf(state))
    if (state.evidence.size > 0) met.count("with evidence")
  }
}

const judgementsAgree = (events: ReadonlyArray<Recorded>): void => {
  const pairs = new Map<string, number>()
  // Each enrolment at its end: a school's stream cut where another begins.
  for (const [stream, of] of byStream(events)) {
    if (schoolOfStream(stream) === undefined) continue
    const begins = of.flatMap(({ type }, i) =>
      type === "SchoolEnrolled.v1" || type === "RenewalBegun.v1" ? [i] : []
    )
    for (const end of [...begins.slice(1), of.length]) {
      const { assessor, self, visit } = enrolmentFold.fold(enrolmentFold.initial, of.slice(0, end))
      const by = visit?.assessor
      if (by === undefined || assessor.size === 0) continue
      const both = [...assessor].filter(
        ([criterion, { judgement }]) =>
          judgement !== "set aside" && self.has(criterion) && self.get(criterion)?.judgement !== "set aside"
      )
      pairs.set(by, (pairs.get(by) ?? 0) + both.length)
      met.count("judged")
    }
  }
  const told = consistencyOf(project(assessorJudgements, events)).filter(({ assessed }) => assessed > 0)
  expect(new Map(told.map(({ assessor, withSelf }) => [assessor, withSelf.pairs]))).toEqual(pairs)
}

const boardAgrees = (events: ReadonlyArray<Recorded>): void => {
  const boards = boardsOf(project(cohortProgress, events))
  const stand = new Map(
    boards.flatMap(({ cohort, lanes }) =>
      everyProgress.flatMap((lane) => lanes[lane].map(({ school }) => [school, [cohort, lane]] as const))
    )
  )
  for (const [, state] of schoolsIn(events)) {
    if (state.enrolment === 0) continue
    const [cohort, lane = ""] = stand.get(state.school) ?? []
    expect(cohort).toBe(state.cohort)
    if (state.stage === "withdrawn") expect(lane).toBe("withdrawn")
    else if (state.deferred) expect(lane).toBe("deferred")
    else if (state.stage === "agreed") expect(lane).toBe("awarded")
    else if (state.visit === undefined && state.stage !== "revoked" && state.stage !== "withheld")
      expect(["planned", "in training"]).toContain(lane)
    met.count("on a board")
  }
}

describe("the views", () => {
  it("are what the streams' own states say, at every quarter of any history", () => {
    met.assert(
      10,
      fc.property(histories, ({ events }) => {
        for (const prefix of prefixes(events)) {
          evidenceAgrees(prefix)
          judgementsAgree(prefix)
          boardAgrees(prefix)
        }
      }),
      { numRuns: 10 }
    )
  })

  it("find every decision whose facts had changed, and no other, in whatever order streams come", () => {
    const kinds = new Coverage("decisions", ["in time", "out of date"])
    kinds.assert(
      5,
      fc.property(histories, fc.infiniteStream(fc.nat()), ({ events }, chances) => {
        // Streams keep their order; between them any may come first, as where writers race.
        const left = [...byStream(events).values()].map((of) => [...of])
        const order: Array<Recorded> = []
        for (const chance of chances) {
          const open = left.filter((of) => of.length > 0)
          const next = open[chance % Math.max(1, open.length)]?.shift()
          if (next === undefined) break
          order.push(next)
        }
        const expected = order.flatMap((event, at) => {
          if (!("basis" in Object(event.data))) return []
          const { basis } = event.data as {
            readonly basis: { readonly facts: ReadonlyArray<{ stream: string; revision: number | "none" }> }
          }
          // An award rests on every network that the school had joined, also on one that its decision did not know of.
          const rests = ["AwardProposed.v1", "AwardAgreed.v1"].includes(event.type)
          const joined = rests
            ? streamsNaming(order.slice(0, at), networksJoinedBy(schoolOfStream(event.stream) ?? ""))
            : []
          const missed = joined.filter((stream) => basis.facts.every((fact) => fact.stream !== stream))
          kinds.count("a network not known of", missed.length)
          const facts = [...basis.facts, ...missed.map((stream) => ({ stream, revision: "none" as const }))]
          return facts.flatMap(({ revision, stream }) => {
            const before = order.slice(0, at).filter((each) => each.stream === stream)
            const since = before.filter((each) => revision === "none" || each.revision > revision)
            kinds.count(since.length === 0 ? "in time" : "out of date")
            return since.length === 0 ? [] : [[event.id, stream, since.map(({ id }) => id)]]
          })
        })
        const told = outOfDateIn(project(factsOutOfDate, order))
        expect(
          told.map(({ changes, event, fact }) => [event, fact, changes.map((each) => each.event)])
        ).toEqual(expected)
      }),
      { numRuns: 8 }
    )
  })
})
