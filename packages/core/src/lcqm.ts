// Lcqm: everything the library does, over one event store. An Effect service here; the same operations as
// Promises in open-lcqm.ts.
import { Context, Effect, Layer, Option, type Stream } from "effect"
import type { AwardNode } from "./award/explanation/explanation.ts"
import type { JudgementSetName } from "./award/case/judgement.ts"
import {
  type Accepted,
  type ExecuteError,
  type LoopOptions,
  loopOf,
  type Rejection
} from "./deciding/index.ts"
import { catchUp, History } from "./deciding/loop/history.ts"
import type { FactRequest } from "./deciding/declaring/slice.ts"
import { indexesOf } from "./deciding/loop/stream-index.ts"
import { lcqmHandlers, type LcqmCommand, type LcqmEvent } from "./domain.ts"
import {
  type EnrolmentEvent,
  type EnrolmentState,
  explainEnrolment,
  factsToExplain,
  NotEnrolled,
  schoolFact,
  schoolStream
} from "./enrolment/index.ts"
import {
  EventStore,
  type ReadError,
  type Recorded,
  type Revision,
  type StreamName
} from "./event-store/index.ts"
import {
  forgettingWhomItErases,
  loopServicesOf,
  type PersonalOperations,
  personalOperations
} from "./lcqm-personal.ts"
import { KeyRing } from "./personal-data/key-ring.ts"
import { withTextsTold } from "./personal-data/opening.ts"
import { networksJoinedBy } from "./network/index.ts"
import { PeopleRegister } from "./personal-data/people-register.ts"
import type { ProjectionFailure } from "./projecting/index.ts"
import { rolesByCommand } from "./roles.ts"
import { type SchoolKey, type ViewOperations, viewOperations } from "./view-operations.ts"
import { type JourneyStep, journeyOf, networkOperations, type NetworkOperations } from "./views/index.ts"
import { isSealed } from "./vocabulary/index.ts"

/** A school as it stands, and how it came there. */
export interface SchoolView {
  readonly state: EnrolmentState
  readonly journey: ReadonlyArray<JourneyStep>
  /** The stream's last revision, which a judgement on this history carries as `seen`; "none" before enrolment. */
  readonly revision: number | "none"
}

/** Why the rule indicates what it does, and what that was computed from. */
export interface ExplainedAward extends AwardNode {
  /** The school's revision that is explained. */
  readonly revision: Revision
  /** The facts it was computed from, each up to the revision it was read at. */
  readonly facts: ReadonlyArray<{ readonly stream: StreamName; readonly revision: Revision | "none" }>
}

/** An accepted command's answer, its events typed. */
export interface CommandAccepted extends Accepted {
  readonly events: ReadonlyArray<LcqmEvent>
}

/** What Lcqm offers. Every operation is an Effect with typed failures. */
export interface LcqmOperations extends ViewOperations, NetworkOperations, PersonalOperations {
  /**
   * Carries out a command: decides it on the stream's history and the facts its type declares, and records what
   * follows. Sending the same command again answers its first result.
   */
  readonly execute: (command: LcqmCommand) => Effect.Effect<CommandAccepted, ExecuteError>
  /** The same for input of unknown form, as parsed JSON: what is wrong with it is a Malformed. */
  readonly executeUnknown: (input: unknown) => Effect.Effect<CommandAccepted, ExecuteError>
  /** One school: its state and its journey. A sealed text of the state reads `[sealed]` or `[erased]`. */
  readonly school: (key: SchoolKey) => Effect.Effect<SchoolView, ReadError | ProjectionFailure>
  /** The events of one school, in order. */
  readonly schoolEvents: (key: SchoolKey) => Effect.Effect<ReadonlyArray<Recorded<EnrolmentEvent>>, ReadError>
  /**
   * Why the rule indicates what it does for one of the three judgement sets (default the agreed one), at which
   * revision of the school and of each fact.
   */
  readonly explain: (
    key: SchoolKey,
    set?: JudgementSetName
  ) => Effect.Effect<ExplainedAward, ReadError | Rejection>
  /** Every event of the store, in its order. */
  readonly events: () => Stream.Stream<LcqmEvent, ReadError>
}

const operationsOf = Effect.fnUntraced(function* (
  store: EventStore["Service"],
  options: LoopOptions,
  keyRing: KeyRing["Service"] | undefined,
  people: PeopleRegister["Service"] | undefined
): Effect.fn.Return<LcqmOperations> {
  // The catalogue of the store's codec is what makes a recorded event one of the domain's.
  const loop = loopOf(store, lcqmHandlers, rolesByCommand, {
    ...options,
    ...loopServicesOf({ store, keyRing }, options)
  }) as LcqmOperations["executeUnknown"]
  const execute = forgettingWhomItErases({ keyRing, people }, loop)

  const eventsIn = Effect.fnUntraced(function* (stream: StreamName) {
    const events: Array<Recorded> = []
    for (;;) {
      const slice = yield* store.readStream(stream, { from: events.length, limit: 512 })
      events.push(...slice.events)
      if (slice.revision === "none" || events.length > slice.revision) break
    }
    return events
  })
  const eventsOf = ({ scheme, school }: SchoolKey) =>
    Effect.map(
      eventsIn(schoolStream(scheme, school)),
      (events) => events as ReadonlyArray<Recorded<EnrolmentEvent>>
    )

  const read = Effect.fnUntraced(function* <State>({ fold, stream }: FactRequest<State>) {
    const history = new History(stream, fold)
    yield* catchUp(store, history)
    const { size, state } = history.moment
    const revision = size === 0 ? ("none" as const) : size - 1
    return { stream, exists: size > 0, state: state as State, revision }
  })

  const personal = yield* personalOperations({ store, keyRing, people, stateOf: read })
  /** A school's state to be shown: the one text it can hold is that of a proposal that is not answered. */
  const shownState = Effect.fnUntraced(function* (
    { scheme, school }: SchoolKey,
    events: ReadonlyArray<Recorded<EnrolmentEvent>>
  ) {
    const { fold } = schoolFact(scheme, school)
    const state = fold.fold(fold.initial, events)
    const { event, reason } = state.proposal ?? {}
    if (reason === undefined || !isSealed(reason)) return state
    const told = yield* personal.withheldTexts(events.filter(({ id }) => id === event))
    return fold.fold(fold.initial, withTextsTold(events, told))
  })

  return {
    ...personal,
    execute,
    executeUnknown: execute,
    schoolEvents: eventsOf,
    school: Effect.fnUntraced(function* (key) {
      const events = yield* eventsOf(key)
      return {
        state: yield* shownState(key, events),
        journey: journeyOf(events),
        revision: events.at(-1)?.revision ?? ("none" as const)
      }
    }),
    explain: Effect.fnUntraced(function* (key, set = "agreed") {
      const { scheme, school } = key
      const { revision, state } = yield* read(schoolFact(scheme, school))
      if (revision === "none") return yield* Effect.fail(NotEnrolled({ school }))
      const joined = yield* indexesOf(store).streamsNaming(networksJoinedBy(school))
      const asked = factsToExplain(scheme, state, set, joined)
      const { assessor, champion, cohort, criteria, rules } = asked
      const networks = yield* Effect.forEach(asked.networks, read)
      const facts = {
        criteria: yield* read(criteria),
        rules: yield* read(rules),
        cohort: yield* read(cohort),
        ...(champion === undefined ? {} : { champion: yield* read(champion) }),
        ...(assessor === undefined ? {} : { assessor: yield* read(assessor) }),
        networks
      }
      const award = yield* Effect.fromResult(explainEnrolment(key, set, state, facts))
      const rests = Object.values(facts)
        .flat()
        .map((fact) => ({ stream: fact.stream, revision: fact.revision }))
      return { ...award, revision, facts: rests }
    }),
    ...(yield* viewOperations(store, eventsIn)),
    ...(yield* networkOperations(store)),
    events: () => store.readAll() as Stream.Stream<LcqmEvent, ReadError>
  }
})

/**
 * The engine of a quality mark over any event store.
 * @example
 * ```ts
 * import { Lcqm } from "@lcqm/core"
 * import { memoryStore } from "@lcqm/memory"
 * import { Effect, Layer } from "effect"
 * const program = Effect.gen(function* () {
 *   const lcqm = yield* Lcqm
 *   return yield* lcqm.register()
 * })
 * await Effect.runPromise(Effect.provide(program, Layer.provide(Lcqm.layer, memoryStore()))) // => []
 * ```
 */
export class Lcqm extends Context.Service<Lcqm, LcqmOperations>()("@lcqm/core/Lcqm") {
  /** Lcqm over the event store in context, with default options. */
  static readonly layer: Layer.Layer<Lcqm, never, EventStore> = Lcqm.layerWith({})

  /**
   * Lcqm over the event store in context. Where a `KeyRing` is in context too, free text is sealed with its keys, and
   * people can be erased; without one it is stored as it was written, for ever, and refused where the store holds sealed
   * text already (`TextWouldStayPlain`) unless `leaveTextsPlain` is given. A `PeopleRegister` in context loses whoever
   * is erased.
   */
  static layerWith(options: LoopOptions): Layer.Layer<Lcqm, never, EventStore> {
    return Layer.effect(
      Lcqm,
      Effect.gen(function* () {
        const store = yield* EventStore
        const keyRing = Option.getOrUndefined(yield* Effect.serviceOption(KeyRing))
        const people = Option.getOrUndefined(yield* Effect.serviceOption(PeopleRegister))
        return Lcqm.of(yield* operationsOf(store, options, keyRing, people))
      })
    )
  }
}
