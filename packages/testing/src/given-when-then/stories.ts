// Given, when, then: a rule told as a story, on the library's own loop and handlers, without a store or a clock.
import {
  type Decided,
  type EventBody,
  type FullDate,
  lcqmCatalogue,
  type LcqmCommand,
  type LcqmEventBody,
  lcqmHandlers,
  rolesByCommand
} from "@lcqm/core"
import type { AnyCommand, Domain } from "./domain.ts"
import { Given, type Shared } from "./given.ts"
import { nothingYet, type PastEvent, withGiven } from "./past.ts"
import { Table } from "./table.ts"
import { nothingTold, type Told } from "./told.ts"

/** What has happened, stream by stream; the streams' facts are streams like any other. */
export type PastByStream<Body extends EventBody> = {
  readonly [stream: string]: ReadonlyArray<PastEvent<Decided<Body>>>
}

/** An event of a given stream, for pasts in which the order of all events matters. */
export type EventInStream<Body extends EventBody> = PastEvent<Decided<Body>> & { readonly stream: string }

/** The day of a story that says nothing of its day: later than everything in the scheme's own text. */
export const someDay: FullDate = "2020-01-01"

/** The stories of a domain. */
export interface Stories<Command extends AnyCommand, Body extends EventBody> {
  /** Begins a story with what has happened, by stream, on a day (default `someDay`); or goes on with another. */
  readonly given: (
    past?: PastByStream<Body> | Given<Command, Body>,
    circumstances?: { readonly today?: FullDate }
  ) => Given<Command, Body>
  /** Begins a story with events in the order of the whole store, as projections see them. */
  readonly givenEvents: (
    events: ReadonlyArray<EventInStream<Body>>,
    circumstances?: { readonly today?: FullDate }
  ) => Given<Command, Body>
  /** What these stories have told so far. */
  readonly told: Told
}

/**
 * Makes given–when–then for a domain of commands and events.
 * @example
 * ```ts
 * import { cohortHandlers, type CohortEvent, type CommandOf, LaunchCohort, lcqmCatalogue } from "@lcqm/core"
 * import { storiesOf } from "@lcqm/testing/given-when-then"
 * const domain = { handlers: cohortHandlers, roles: { LaunchCohort: ["SchemeOffice"] as const }, catalogue: lcqmCatalogue }
 * const { given, told } = storiesOf<CommandOf<typeof LaunchCohort>, CohortEvent>(domain)
 * given()
 *   .when({
 *     type: "LaunchCohort",
 *     actor: { person: "p-office000", roles: ["SchemeOffice"] },
 *     data: { scheme: "lcqm", cohort: "A", windows: {} }
 *   })
 *   .then([{ type: "CohortLaunched.v1", data: { scheme: "lcqm", cohort: "A", windows: {}, warnings: [] } }])
 * told.events.has("CohortLaunched.v1") // => true
 * ```
 */
export const storiesOf = <Command extends AnyCommand, Body extends EventBody>(
  domain: Domain
): Stories<Command, Body> => {
  const telling = nothingTold()
  let shared: Shared | undefined
  const begin = (
    events: Iterable<PastEvent<EventBody> & { readonly stream: string }>,
    today: FullDate
  ): Given<Command, Body> => {
    shared ??= { domain, table: new Table(domain), telling }
    let past = nothingYet
    for (const { stream, ...event } of events)
      past = withGiven(past, shared.table.codec, stream, event, today)
    return new Given(shared, past, today, [])
  }
  return {
    given: (past = {}, { today } = {}) => {
      if (past instanceof Given) return today === undefined ? past : past.on(today)
      const events = Object.entries(past).flatMap(([stream, of]) => of.map((event) => ({ ...event, stream })))
      return begin(events, today ?? someDay)
    },
    givenEvents: (events, { today = someDay } = {}) => begin(events, today),
    told: telling
  }
}

const lcqm = storiesOf<LcqmCommand, LcqmEventBody>({
  handlers: lcqmHandlers,
  roles: rolesByCommand,
  catalogue: lcqmCatalogue
})

/**
 * Begins a story of the quality mark: given these events, by stream, on that day. The facts a decision reads are
 * streams like any other. Go on with `.when(command)` and `.then(events)`, `.thenRejected(tag, details)`,
 * `.thenNothing()` or `.thenMalformed(problem)`. What does not go as told throws a `StoryMismatch`.
 * @example
 * ```ts
 * import { given } from "@lcqm/testing/given-when-then"
 * const office = { person: "p-office000", roles: ["SchemeOffice"] } as const
 * const launched = { type: "CohortLaunched.v1", data: { scheme: "lcqm", cohort: "4", windows: {}, warnings: [] } } as const
 * const close = { type: "CloseCohort", actor: office, data: { scheme: "lcqm", cohort: "4" } } as const
 * given({ "cohort-lcqm-4": [launched] }, { today: "2017-09-20" })
 *   .when(close)
 *   .then([{ type: "CohortClosed.v1", data: {} }])
 * const remedied = given()
 *   .when(close)
 *   .thenRejected("CohortUnknown", { cohort: "4" })
 *   .remediedBy({ type: "LaunchCohort", actor: office, data: { scheme: "lcqm", cohort: "4", windows: {} } })
 * remedied.events.map(({ type }) => type) // => ["CohortLaunched.v1", "CohortClosed.v1"]
 * ```
 */
export const given = lcqm.given

/**
 * Begins a story with events in the order of the whole store, as a projection sees them.
 * @example
 * ```ts
 * import { cohortProgress, cohortsOf } from "@lcqm/core"
 * import { givenEvents } from "@lcqm/testing/given-when-then"
 * const data = { scheme: "lcqm", cohort: "A", area: "Knowsley South", windows: {}, warnings: [] }
 * const board = givenEvents([{ stream: "cohort-lcqm-A", type: "CohortLaunched.v1", data }])
 *   .projecting(cohortProgress)
 *   .as((model) => cohortsOf(model).map(({ area, status }) => `${area}: ${status}`))
 * board.expect(["Knowsley South: planned"])
 * board.answer // => ["Knowsley South: planned"]
 * ```
 */
export const givenEvents = lcqm.givenEvents

/**
 * What the stories told with `given` and `givenEvents` have told so far, in this process: ask it at the end of a
 * suite whether any event or rejection is without a story.
 * @example
 * ```ts
 * import { told } from "@lcqm/testing/given-when-then"
 * told.rejections.has("NotTheChampion") // => false
 * ```
 */
export const told: Told = lcqm.told
