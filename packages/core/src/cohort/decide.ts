// The rules of cohorts: launched once, dates accepted as given with a warning where they are odd.
import { Result } from "effect"
import { type FactRequest, handlerOf } from "../deciding/declaring/slice.ts"
import { type Rejection, rejection } from "../deciding/declaring/rejection.ts"
import type { SessionNumber } from "../vocabulary/index.ts"
import {
  CancelCpdSession,
  ChangeCohortWindows,
  CloseCohort,
  LaunchCohort,
  MoveCpdSession,
  ScheduleCpdSession
} from "./commands.ts"
import type { CohortEvent } from "./events.ts"
import { cohortFold, type CohortState, type CpdSession } from "./fold.ts"
import { datesWarnings } from "./windows.ts"

/** Refused: the cohort is launched already: a label names one cohort for ever. */
export const CohortAlreadyLaunched = rejection("CohortAlreadyLaunched", (d: { cohort: string }) => [
  `Cohort ${d.cohort} is launched already.`,
  "Change its dates with ChangeCohortWindows, or launch another under its own label."
])

/** Refused: no cohort of that label has been launched. */
export const CohortUnknown = rejection("CohortUnknown", (d: { cohort: string }) => [
  `No cohort ${d.cohort} has been launched.`,
  "Launch it first (LaunchCohort), or name one that is."
])

/** Refused: the cohort is closed: nothing in it is changed and no school joins. */
export const CohortIsClosed = rejection("CohortIsClosed", (d: { cohort: string }) => [
  `Cohort ${d.cohort} is closed.`,
  "Use a cohort that is open, or launch a new one."
])

/** Refused: the CPD session has a date already. */
export const SessionAlreadyScheduled = rejection(
  "SessionAlreadyScheduled",
  (d: { cohort: string; session: number; on: string }) => [
    `CPD session ${d.session} of cohort ${d.cohort} is scheduled already, for ${d.on}.`,
    "Move it with MoveCpdSession."
  ]
)

/** Refused: the CPD session has no date. */
export const SessionNotScheduled = rejection(
  "SessionNotScheduled",
  (d: { cohort: string; session: number }) => [
    `Cohort ${d.cohort} has no CPD session ${d.session} scheduled.`,
    "Schedule it first (ScheduleCpdSession)."
  ]
)

/** The stream of one cohort of a scheme. */
export const cohortStream = (scheme: string, cohort: string): string => `cohort-${scheme}-${cohort}`

/** The cohort as a fact of another decision. */
export const cohortFact = (scheme: string, cohort: string): FactRequest<CohortState> => ({
  stream: cohortStream(scheme, cohort),
  fold: cohortFold
})

interface Scope {
  readonly scheme: string
  readonly cohort: string
}

const handle = handlerOf<CohortState, Scope, CohortEvent>({
  fold: cohortFold,
  streamOf: ({ cohort, scheme }) => cohortStream(scheme, cohort),
  rolesOf: () => []
})

// A closed cohort takes no more schools; those it has are trained and assessed, so its dates still change.
const launched = ({ cohort }: Scope, state: CohortState): Result.Result<CohortState, Rejection> =>
  state.launched ? Result.succeed(state) : Result.fail(CohortUnknown({ cohort }))

const open = (scope: Scope, state: CohortState): Result.Result<CohortState, Rejection> =>
  Result.flatMap(launched(scope, state), ({ closed }) =>
    closed ? Result.fail(CohortIsClosed({ cohort: scope.cohort })) : Result.succeed(state)
  )

const scheduled = (
  data: Scope & { readonly session: SessionNumber },
  state: CohortState
): Result.Result<CpdSession, Rejection> =>
  Result.flatMap(launched(data, state), ({ sessions }) => {
    const session = sessions.get(data.session)
    return session === undefined || session.cancelled
      ? Result.fail(SessionNotScheduled({ cohort: data.cohort, session: data.session }))
      : Result.succeed(session)
  })

const reasoned = <Reason>(reason: Reason | undefined) => (reason === undefined ? {} : { reason })

/** How every command about a cohort is decided. */
export const cohortHandlers = [
  handle(LaunchCohort, {
    decide: ({ data }, state) =>
      state.launched
        ? Result.fail(CohortAlreadyLaunched({ cohort: data.cohort }))
        : Result.succeed([
            { type: "CohortLaunched.v1", data: { ...data, warnings: datesWarnings(data.windows) } }
          ])
  }),
  handle(ChangeCohortWindows, {
    decide: ({ data }, state) =>
      Result.map(launched(data, state), () => [
        {
          type: "CohortWindowsChanged.v1",
          data: { windows: data.windows, warnings: datesWarnings(data.windows), ...reasoned(data.reason) }
        }
      ])
  }),
  handle(ScheduleCpdSession, {
    decide: ({ data }, state) =>
      Result.flatMap(launched(data, state), ({ sessions }) => {
        const known = sessions.get(data.session)
        return known === undefined || known.cancelled
          ? Result.succeed([
              { type: "CpdSessionScheduled.v1", data: { session: data.session, on: data.on } } as const
            ])
          : Result.fail(SessionAlreadyScheduled({ cohort: data.cohort, session: data.session, on: known.on }))
      })
  }),
  handle(MoveCpdSession, {
    decide: ({ data }, state) =>
      Result.map(scheduled(data, state), ({ on }) =>
        on === data.on
          ? []
          : [{ type: "CpdSessionMoved.v1", data: { session: data.session, from: on, to: data.on } }]
      )
  }),
  handle(CancelCpdSession, {
    decide: ({ data }, state) =>
      Result.map(scheduled(data, state), () => [
        { type: "CpdSessionCancelled.v1", data: { session: data.session, ...reasoned(data.reason) } }
      ])
  }),
  handle(CloseCohort, {
    decide: ({ data }, state) =>
      Result.map(open(data, state), () => [{ type: "CohortClosed.v1", data: reasoned(data.reason) }])
  })
]
