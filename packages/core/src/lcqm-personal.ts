// What Lcqm does with what is kept of people outside the log: erases them, and opens text for those who may read it.
import { Effect, Result } from "effect"
import { authorise } from "./deciding/declaring/authorising.ts"
import type { ExecuteError } from "./deciding/loop/answers.ts"
import type { LoopOptions, LoopServices } from "./deciding/loop/execute.ts"
import type { Rejection } from "./deciding/declaring/rejection.ts"
import type { FactRequest } from "./deciding/declaring/slice.ts"
import { lcqmHandlers, type LcqmEvent } from "./domain.ts"
import type { EventStore, ReadError, StreamName } from "./event-store/index.ts"
import { type ErasureUnfinished, forgetPerson, NoKeyRing } from "./personal-data/erasing.ts"
import { keepPlain, keepSealed } from "./personal-data/keeping-texts.ts"
import { askingOnce } from "./personal-data/asking-once.ts"
import type { KeyRing } from "./personal-data/key-ring.ts"
import {
  type OpenedText,
  openText,
  type SealedInEvent,
  sealedTextsOf,
  type TextTold,
  unopenedText,
  withTextsTold
} from "./personal-data/opening.ts"
import type { PeopleRegister } from "./personal-data/people-register.ts"
import { personOfStream } from "./person/index.ts"
import { inMemory, type ProjectionFailure, projectionsOver } from "./projecting/index.ts"
import { rolesThatReadText } from "./roles.ts"
import { type ErasedPerson, erasedPeople } from "./views/index.ts"
import type { Actor, PersonRef } from "./vocabulary/index.ts"

/** The operations of Lcqm that are about people. */
export interface PersonalOperations {
  /**
   * Events with their sealed text opened for a reader, and `[erased]` or `[sealed]` where it cannot be. For the office,
   * auditors, and whoever has a part in the streams they are of; anybody else is refused (`RoleRequired`).
   */
  readonly openTexts: (
    reader: Actor,
    events: ReadonlyArray<LcqmEvent>
  ) => Effect.Effect<ReadonlyArray<LcqmEvent>, Rejection | ReadError | ProjectionFailure>
  /** The same as a list: what is told of every sealed text of events, each with where it stands. */
  readonly readTexts: (
    reader: Actor,
    events: ReadonlyArray<LcqmEvent>
  ) => Effect.Effect<ReadonlyArray<TextTold>, Rejection | ReadError | ProjectionFailure>
  /** What is told of every sealed text of events to anybody: nothing is opened, each is erased or sealed. */
  readonly withheldTexts: (
    events: ReadonlyArray<LcqmEvent>
  ) => Effect.Effect<ReadonlyArray<TextTold>, ProjectionFailure>
  /** Who was erased, by pseudonym. */
  readonly erased: () => Effect.Effect<ReadonlyArray<ErasedPerson>, ProjectionFailure>
  /**
   * Forgets again everybody whom the events say was erased, and answers of whom something was still there: after an
   * erasure that was cut off, after a key ring or people register was restored from a backup, and on a new one, which
   * knows of nobody who was erased before it was made.
   */
  readonly finishErasures: () => Effect.Effect<
    ReadonlyArray<PersonRef>,
    NoKeyRing | ErasureUnfinished | ProjectionFailure
  >
}

/** What the operations stand on. */
export interface PersonalServices {
  readonly store: EventStore["Service"]
  readonly keyRing: KeyRing["Service"] | undefined
  readonly people: PeopleRegister["Service"] | undefined
  readonly stateOf: (request: FactRequest<unknown>) => Effect.Effect<{ readonly state: unknown }, ReadError>
}

/** Makes the operations. */
export const personalOperations = Effect.fnUntraced(function* (
  services: PersonalServices
): Effect.fn.Return<PersonalOperations> {
  const { keyRing, people, stateOf, store } = services
  const { models } = yield* Effect.orDie(projectionsOver(store, { erased: inMemory(erasedPeople) }))
  const erased = models.erased.readCaughtUp((found): ReadonlyMap<PersonRef, ErasedPerson> => new Map(found))
  const inOrder = Effect.map(erased, (found) =>
    [...found.values()].toSorted((a, b) => (a.person < b.person ? -1 : 1))
  )

  /** Whether the reader may read the text of a stream, by the roles its own events give them. */
  const table = { ReadText: rolesThatReadText }
  const mayRead = Effect.fnUntraced(function* (reader: Actor, stream: StreamName, type: string) {
    // For whom it is vouched that they may read everything, no stream is asked.
    if (Result.isSuccess(authorise(table, "ReadText", reader, []))) return
    const handler = lcqmHandlers.find(({ fold }) => fold.types.has(type))
    const derived =
      handler === undefined
        ? []
        : handler.rolesOf((yield* stateOf({ stream, fold: handler.fold })).state, reader.person)
    yield* Effect.fromResult(authorise(table, "ReadText", reader, derived))
  })

  /** Who was erased: the events say so, and where there is a key ring that can be asked, it too. */
  const everybodyErased = Effect.gen(function* () {
    const onRing = keyRing === undefined ? [] : yield* Effect.orElseSucceed(keyRing.people, () => [])
    const forgotten = onRing.flatMap(({ forgotten: gone, person }) => (gone ? [person] : []))
    return new Set([...(yield* erased).keys(), ...forgotten])
  })

  const { catalogue } = store.codec
  /** What is told of every sealed text of events, by who was erased; nobody is asked where there is none. */
  const toldOf = Effect.fnUntraced(function* (
    events: ReadonlyArray<LcqmEvent>,
    tell: (sealed: SealedInEvent, gone: ReadonlySet<PersonRef>) => Effect.Effect<OpenedText>
  ) {
    const all = sealedTextsOf(catalogue, events)
    if (all.length === 0) return []
    const gone = yield* everybodyErased
    return yield* Effect.forEach(all, (sealed) =>
      Effect.map(tell(sealed, gone), (told): TextTold => ({ place: sealed.place, told }))
    )
  })

  const readTexts: PersonalOperations["readTexts"] = Effect.fnUntraced(function* (reader, events) {
    const streams = new Map(events.map(({ stream, type }) => [stream, type]))
    for (const [stream, type] of streams) yield* mayRead(reader, stream, type)
    const ring = keyRing === undefined ? undefined : askingOnce(keyRing)
    return yield* toldOf(events, ({ place, text }, erasedNow) =>
      openText({ keyRing: ring, erased: erasedNow }, text, place)
    )
  })

  return {
    readTexts,
    openTexts: (reader, events) =>
      Effect.map(readTexts(reader, events), (told) => withTextsTold(events, told)),
    withheldTexts: (events) => toldOf(events, ({ text }, gone) => Effect.succeed(unopenedText(text, gone))),
    erased: () => inOrder,
    finishErasures: Effect.fnUntraced(function* () {
      if (keyRing === undefined) return yield* new NoKeyRing({ store: store.name })
      const found: Array<PersonRef> = []
      for (const { person } of yield* inOrder) {
        const { entry, key } = yield* forgetPerson({ keyRing, people }, person)
        if (key || entry) found.push(person)
      }
      return found
    })
  }
})

/** What the loop is to have of people's keys; where there is no key ring nobody is erased. */
export const loopServicesOf = (
  { keyRing, store }: Pick<PersonalServices, "keyRing" | "store">,
  { leaveTextsPlain = false }: LoopOptions
): LoopServices => {
  if (keyRing !== undefined) return { keepTexts: keepSealed(store.codec.catalogue, keyRing) }
  const refuse: LoopServices["refuse"] = ({ type }) =>
    type === "ErasePerson" ? new NoKeyRing({ store: store.name }) : undefined
  return leaveTextsPlain ? { refuse } : { refuse, keepTexts: keepPlain(store) }
}

/**
 * The loop with what an erasure does beyond the log: once it is recorded that a person was erased, now or before, their
 * key and their name are forgotten.
 */
export const forgettingWhomItErases =
  <Accepted extends { readonly stream: StreamName }>(
    { keyRing, people }: Pick<PersonalServices, "keyRing" | "people">,
    execute: (input: unknown) => Effect.Effect<Accepted, ExecuteError>
  ): ((input: unknown) => Effect.Effect<Accepted, ExecuteError>) =>
  (input) => {
    const erases = typeof input === "object" && input !== null && Reflect.get(input, "type") === "ErasePerson"
    return erases && keyRing !== undefined
      ? Effect.tap(execute(input), ({ stream }) =>
          forgetPerson({ keyRing, people }, personOfStream(stream) ?? "")
        )
      : execute(input)
  }
