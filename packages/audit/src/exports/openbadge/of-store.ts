// A school's badge and a scheme's status list, made from the store: what the library's parts are filled with.
import {
  awardRegister,
  criteriaFact,
  criteriaSetOf,
  type EventStore,
  type LcqmEvent,
  projectedAsAt,
  type ReadError,
  type Recorded,
  type RegisteredAward,
  registeredAwards,
  schoolStream
} from "@lcqm/core"
import { Data, Effect, Result, Stream } from "effect"
import { explainAt } from "../../explaining/explain-at.ts"
import { readWholeStream } from "../../history/read-stream.ts"
import { schoolHistory, stateOf } from "../../history/school-history.ts"
import { type AwardDateUnknown, type BadgeProfile, type OpenBadge, openBadgeOf } from "./credential.ts"
import { badgeEventTypes, type BadgePlace, badgePlaces } from "./places.ts"
import { type StatusListCredential, statusListOf } from "./status-list.ts"

/** Who issues badges, and where what belongs to them is published. */
export interface BadgeIssuing {
  readonly issuer: BadgeProfile
  /** The assessor's body. */
  readonly source?: BadgeProfile
  /** What a badge's own URI begins with; the event's id follows. Left out: `urn:uuid:`. */
  readonly badges?: string
  /** The URI of the status list; without one a badge cannot be seen to be revoked. */
  readonly statusList?: string
  /** What the URI of a tlog proof begins with; the event's id and `.tlog-proof` follow. */
  readonly proofs?: string
}

/** There is no award of the school that a badge can be issued of; `why` says what there is. */
export class NoBadgeOfAward extends Data.TaggedError("NoBadgeOfAward")<{
  readonly school: string
  readonly why: "no award" | "award revoked" | "award shown of another school"
}> {
  override get message(): string {
    const why = {
      "no award": "it has no award",
      "award revoked": "its award was revoked",
      "award shown of another school": "the award shown at it is that of the school before it"
    }[this.why]
    return `No badge can be issued to school ${this.school}: ${why}. A badge says that an award stands.`
  }
}

type Store = EventStore["Service"]

const placesIn = (store: Store, scheme: string): Effect.Effect<ReadonlyArray<BadgePlace>, ReadError> =>
  Effect.map(
    Stream.runCollect(
      store.readAll({ filter: { types: [...badgeEventTypes], streamPrefix: schoolStream(scheme, "") } })
    ),
    // The catalogue of the store's codec is what makes a recorded event one of the domain's.
    (events) => badgePlaces(events as ReadonlyArray<Recorded<LcqmEvent>>, scheme)
  )

const awardIn = (
  awards: ReadonlyArray<RegisteredAward>,
  school: string
): Result.Result<RegisteredAward, NoBadgeOfAward> => {
  const own = awards.find((award) => award.school === school && award.held !== "shown")
  if (own === undefined) {
    const why = awards.some((award) => award.school === school) ? "award shown of another school" : "no award"
    return Result.fail(new NoBadgeOfAward({ school, why }))
  }
  return own.standing === "revoked"
    ? Result.fail(new NoBadgeOfAward({ school, why: "award revoked" }))
    : Result.succeed(own)
}

/**
 * The badge of a school's award as it stands in the store, unsigned. The levels of the themes are those of the decision;
 * an award that has its level by an appeal, or was carried over, shows none.
 * @example
 * ```ts
 * import { badgeOfSchool } from "@lcqm/audit"
 * import { EventStore } from "@lcqm/core"
 * import { memoryStore } from "@lcqm/memory"
 * import { Effect } from "effect"
 * const issuing = { issuer: { id: "https://example.org", name: "A sample scheme" } }
 * const asked = { scheme: "lcqm", school: "900001", issuing }
 * const badge = Effect.flatMap(EventStore, (store) => badgeOfSchool(store, asked))
 * const made = await Effect.runPromise(Effect.flip(Effect.provide(badge, memoryStore())))
 * made._tag // => "NoBadgeOfAward"
 * ```
 */
export const badgeOfSchool = Effect.fnUntraced(function* (
  store: Store,
  asked: { readonly scheme: string; readonly school: string; readonly issuing: BadgeIssuing }
): Effect.fn.Return<OpenBadge, ReadError | NoBadgeOfAward | AwardDateUnknown> {
  const { issuing, scheme, school } = asked
  const { badges = "urn:uuid:", issuer, proofs, source, statusList } = issuing
  const register = registeredAwards(yield* projectedAsAt(store, awardRegister, {}))
  const ofScheme = register.filter((award) => award.scheme === scheme)
  const award = yield* Effect.fromResult(awardIn(ofScheme, school))
  const place = (yield* placesIn(store, scheme)).findLast((each) => each.school === school)
  if (place === undefined) return yield* new NoBadgeOfAward({ school, why: "no award" })
  const history = yield* schoolHistory(store, { scheme, school })
  const explained =
    place.type === "AwardAgreed.v1" ? explainAt(history, { revision: place.revision }) : undefined
  const version = stateOf(history, history.events).awards.at(-1)?.criteriaSet ?? ""
  const { fold, stream } = criteriaFact(scheme, version)
  const criteriaSet = criteriaSetOf(fold.fold(fold.initial, yield* readWholeStream(store, stream)))
  return yield* Effect.fromResult(
    openBadgeOf({
      id: `${badges}${place.event}`,
      award: { ...award, level: place.level, event: place.event },
      criteriaSet,
      issuer,
      ...(explained !== undefined && Result.isSuccess(explained)
        ? { explanation: explained.success.award }
        : {}),
      ...(source === undefined ? {} : { source }),
      ...(proofs === undefined ? {} : { proof: `${proofs}${place.event}.tlog-proof` }),
      ...(statusList === undefined ? {} : { status: { list: statusList, index: place.index } })
    })
  )
})

/**
 * The status list of a scheme's badges as the store has them, unsigned: revoked are those whose award was revoked or has
 * another level since, by an appeal.
 * - `validFrom`: a UTC instant, that of making it.
 * @example
 * ```ts
 * import { isRevokedIn, statusListOfScheme } from "@lcqm/audit"
 * import { EventStore } from "@lcqm/core"
 * import { memoryStore } from "@lcqm/memory"
 * import { Effect, Result } from "effect"
 * const issuer = { id: "https://example.org", name: "A sample scheme" }
 * const parts = { scheme: "lcqm", issuer, id: "https://example.org/status", validFrom: "2026-09-01T00:00:00.000Z" }
 * const list = Effect.flatMap(EventStore, (store) => statusListOfScheme(store, parts))
 * const { credentialSubject } = await Effect.runPromise(Effect.provide(list, memoryStore()))
 * Result.getOrThrow(await isRevokedIn(credentialSubject.encodedList, 0)) // => false
 * ```
 */
export const statusListOfScheme = Effect.fnUntraced(function* (
  store: Store,
  parts: {
    readonly scheme: string
    readonly issuer: BadgeProfile
    readonly id: string
    readonly validFrom: string
  }
): Effect.fn.Return<StatusListCredential, ReadError> {
  const { scheme, ...rest } = parts
  const places = yield* placesIn(store, scheme)
  const revoked = places.filter((place) => place.revoked).map(({ index }) => index)
  return yield* Effect.promise(() => statusListOf({ ...rest, revoked }))
})
