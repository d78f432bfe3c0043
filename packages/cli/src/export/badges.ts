// What is signed before it leaves: a school's badge, and the list that says which badges are revoked.
import { badgeOfSchool, signBadge, statusListOfScheme } from "@lcqm/audit"
import { Clock, Effect } from "effect"
import { badgeKeyIn } from "../badge/badge-keys.ts"
import { issuingIn } from "../badge/issuing.ts"
import { badInput, type Failure } from "../failure.ts"
import { overStore } from "../over-store.ts"
import type { StoreUrl } from "../store-url.ts"
import type { Streams } from "../streams.ts"

/** What a signed export is asked with. */
export interface SignedRequest {
  readonly store: StoreUrl
  readonly scheme: string
  /** The files that `--issuer` and `--key` name. */
  readonly issuer: string
  readonly key: string
}

/** A school's badge as a VC-JWT, and a line end. */
export const signedBadge = (
  request: SignedRequest & { readonly school: string },
  streams: Streams
): Effect.Effect<string, Failure> =>
  Effect.gen(function* () {
    const { school, scheme, store } = request
    const issuing = yield* issuingIn(request.issuer, streams)
    const { alg, jwk, key } = yield* badgeKeyIn("--key", request.key)
    const badge = yield* overStore(store, "reading", (of) => badgeOfSchool(of, { scheme, school, issuing }))
    return `${yield* Effect.promise(() => signBadge(badge, { alg, key, verifier: { jwk } }))}\n`
  })

/** The scheme's status list as a VC-JWT, and a line end. */
export const signedStatusList = (request: SignedRequest, streams: Streams): Effect.Effect<string, Failure> =>
  Effect.gen(function* () {
    const { scheme, store } = request
    const { issuer, statusList: id } = yield* issuingIn(request.issuer, streams)
    if (id === undefined) {
      const problem = {
        path: "statusList",
        expected: "the URI at which the list is published",
        got: "nothing"
      }
      return yield* Effect.fail(badInput("issuer of a status list", request.issuer, problem))
    }
    const { alg, jwk, key } = yield* badgeKeyIn("--key", request.key)
    const validFrom = new Date(yield* Clock.currentTimeMillis).toISOString()
    const list = yield* overStore(store, "reading", (of) =>
      statusListOfScheme(of, { scheme, issuer, id, validFrom })
    )
    return `${yield* Effect.promise(() => signBadge(list, { alg, key, verifier: { jwk } }))}\n`
  })
