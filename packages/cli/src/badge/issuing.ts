// The file that says who issues badges, and where what belongs to them is published: written once by a scheme's office.
import type { BadgeIssuing } from "@lcqm/audit"
import { decoderOf } from "@lcqm/core"
import { Effect, Result, Schema } from "effect"
import { type BadInput, malformedIn } from "../failure.ts"
import { readJson } from "../given/read-text.ts"
import type { Streams } from "../streams.ts"

/** A URI: of a scheme, and without a space. */
export const Uri = Schema.String.check(
  Schema.isPattern(/^[A-Za-z][A-Za-z0-9+.-]*:[\x21-\x7e]+$/u, {
    expected: "a URI, as https://example.org/lcqm"
  })
)

const Profile = Schema.Struct({
  id: Uri,
  name: Schema.String.check(Schema.isMinLength(1, { expected: "a name" })),
  url: Schema.optionalKey(Uri)
})

const decode = decoderOf(
  "issuer of badges",
  Schema.Struct({
    issuer: Profile,
    source: Schema.optionalKey(Profile),
    badges: Schema.optionalKey(Uri),
    statusList: Schema.optionalKey(Uri),
    proofs: Schema.optionalKey(Uri)
  })
)

/** Who issues, from the file that `--issuer` names. */
export const issuingIn = (name: string, streams: Streams): Effect.Effect<BadgeIssuing, BadInput> =>
  Effect.flatMap(readJson("issuer of badges", { name, flag: "--issuer" }, streams), (input) =>
    Effect.fromResult(Result.mapError(decode(input), malformedIn(name)))
  )
