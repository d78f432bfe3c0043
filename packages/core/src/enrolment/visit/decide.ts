// The visit of an external assessor: arranged once the level is declared, moved, cancelled, held; and the way on
// where another assessor has to take over, before the visit or after it.
import { Result } from "effect"
import { rejection } from "../../deciding/declaring/rejection.ts"
import { networkFacts, networksJoinedBy } from "../../network/index.ts"
import { personFact } from "../../person/decide.ts"
import { handle } from "../slice.ts"
import { given, openToChange, SelfAssessmentNotDeclared, underWay } from "../standing.ts"
import { assessorOf, mayAssess, stillAssesses } from "./assessor.ts"
import { ArrangeVisit, CancelVisit, HoldVisit, MoveVisit, ReplaceAssessor } from "./commands.ts"
import { visitArranged, VisitAlreadyHeld } from "./held.ts"

/** Refused: the school has a visit arranged. */
export const VisitAlreadyArranged = rejection("VisitAlreadyArranged", (d: { school: string; on: string }) => [
  `A visit to school ${d.school} is arranged already, for ${d.on}.`,
  "Move it (MoveVisit), or cancel it first (CancelVisit)."
])

/** Refused: the person is the school's assessor already. */
export const AlreadyTheAssessor = rejection(
  "AlreadyTheAssessor",
  (d: { assessor: string; school: string }) => [
    `${d.assessor} is the assessor of school ${d.school} already.`,
    "Name the assessor who takes over."
  ]
)

/** How every command about the visit is decided. */
export const visitHandlers = [
  handle(ArrangeVisit, {
    lookUp: ({ data }) => networksJoinedBy(data.school),
    facts: ({ data }, _, networks) => ({ assessor: personFact(data.assessor), ...networkFacts(networks) }),
    decide: ({ data }, state, facts) =>
      Result.gen(function* () {
        const { assessor, on, school: urn } = data
        yield* openToChange(state, urn)
        if (state.declaration === undefined)
          return yield* Result.fail(SelfAssessmentNotDeclared({ school: urn }))
        if (state.visit?.held !== undefined) {
          return yield* Result.fail(VisitAlreadyHeld({ school: urn, on: state.visit.held }))
        }
        if (state.visit !== undefined) {
          return yield* Result.fail(VisitAlreadyArranged({ school: urn, on: state.visit.on }))
        }
        const { ordinal } = yield* mayAssess(state, facts, data, assessor)
        return [{ type: "VisitArranged.v1", data: { assessor, on, ordinal } }] as const
      })
  }),
  handle(MoveVisit, {
    decide: ({ data: { on, reason, school: urn } }, state) =>
      Result.gen(function* () {
        yield* openToChange(state, urn)
        const visit = yield* visitArranged(state, urn)
        if (visit.held !== undefined)
          return yield* Result.fail(VisitAlreadyHeld({ school: urn, on: visit.held }))
        return visit.on === on
          ? []
          : ([
              { type: "VisitMoved.v1", data: { from: visit.on, to: on, ...given("reason", reason) } }
            ] as const)
      })
  }),
  handle(CancelVisit, {
    decide: ({ data: { reason, school: urn } }, state) =>
      Result.gen(function* () {
        yield* openToChange(state, urn)
        const visit = yield* visitArranged(state, urn)
        if (visit.held !== undefined)
          return yield* Result.fail(VisitAlreadyHeld({ school: urn, on: visit.held }))
        return [{ type: "VisitCancelled.v1", data: { reason } }] as const
      })
  }),
  handle(HoldVisit, {
    facts: (_, state) => assessorOf(state),
    decide: ({ data }, state, facts) =>
      Result.gen(function* () {
        const { school: urn } = data
        yield* openToChange(state, urn)
        const visit = yield* visitArranged(state, urn)
        if (visit.held !== undefined)
          return yield* Result.fail(VisitAlreadyHeld({ school: urn, on: visit.held }))
        if (state.declaration === undefined)
          return yield* Result.fail(SelfAssessmentNotDeclared({ school: urn }))
        yield* stillAssesses(state, facts.assessor, data)
        return [{ type: "VisitHeld.v1", data: {} }] as const
      })
  }),
  handle(ReplaceAssessor, {
    lookUp: ({ data }) => networksJoinedBy(data.school),
    facts: ({ data }, _, networks) => ({ assessor: personFact(data.assessor), ...networkFacts(networks) }),
    decide: ({ data }, state, facts) =>
      Result.gen(function* () {
        const { assessor, on, reason, school: urn } = data
        // Not even a proposal stands in the way: it is the former assessor's, and falls with what it rests on.
        yield* underWay(state, urn)
        const { assessor: formerly } = yield* visitArranged(state, urn)
        if (formerly === assessor) return yield* Result.fail(AlreadyTheAssessor({ assessor, school: urn }))
        const { ordinal } = yield* mayAssess(state, facts, data, assessor)
        return [{ type: "AssessorReplaced.v1", data: { assessor, formerly, on, ordinal, reason } }] as const
      })
  })
]
