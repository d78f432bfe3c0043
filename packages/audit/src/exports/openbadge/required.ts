// What Open Badges 3.0 asks of every credential, as a schema of our own: a reader without the official JSON Schema at
// hand still refuses what is no badge. What the standard permits beyond it is not looked at here.
import { type Problem, shown } from "@lcqm/core"
import { Result, Schema, SchemaIssue } from "effect"

const context = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(?:-3\.\d\.\d)*\.json$/u
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/u

const Contexts = Schema.Array(Schema.Unknown).check(
  Schema.makeFilter(
    ([first, second]) =>
      first === "https://www.w3.org/ns/credentials/v2" && typeof second === "string" && context.test(second),
    { expected: "the contexts of Verifiable Credentials 2.0 and of Open Badges 3.0, in that order" }
  )
)

const Moment = Schema.String.check(
  Schema.makeFilter((text: string) => moment.test(text) && !Number.isNaN(Date.parse(text)), {
    expected: "a moment, as 2026-09-01T00:00:00Z"
  })
)

const typed = (...names: ReadonlyArray<string>) =>
  Schema.Array(Schema.String).check(
    Schema.makeFilter((types) => names.some((name) => types.includes(name)), {
      expected: `a list of types, ${names.join(" or ")} among them`
    })
  )

interface ProfileForm {
  readonly id: string
  readonly type: ReadonlyArray<string>
  readonly otherIdentifier?: ReadonlyArray<{ readonly type: "IdentifierEntry" }>
  readonly parentOrg?: string | ProfileForm
}

const Profile: Schema.Codec<ProfileForm> = Schema.Struct({
  id: Schema.String,
  type: typed("Profile"),
  otherIdentifier: Schema.optionalKey(
    Schema.Array(
      Schema.Struct({
        type: Schema.Literal("IdentifierEntry"),
        identifier: Schema.String,
        identifierType: Schema.String
      })
    )
  ),
  parentOrg: Schema.optionalKey(Schema.suspend((): Schema.Codec<string | ProfileForm> => ProfileOrUri))
})

const ProfileOrUri: Schema.Codec<string | ProfileForm> = Schema.Union([Schema.String, Profile])

const Achievement = Schema.Struct({
  id: Schema.String,
  type: typed("Achievement"),
  name: Schema.String,
  description: Schema.String,
  criteria: Schema.Struct({
    id: Schema.optionalKey(Schema.String),
    narrative: Schema.optionalKey(Schema.String)
  }),
  resultDescription: Schema.optionalKey(
    Schema.Array(
      Schema.Struct({
        id: Schema.String,
        type: typed("ResultDescription"),
        name: Schema.String,
        resultType: Schema.String
      })
    )
  )
})

const Subject = Schema.Struct({
  id: Schema.optionalKey(Schema.String),
  type: typed("AchievementSubject"),
  achievement: Achievement,
  identifier: Schema.optionalKey(
    Schema.Array(
      Schema.Struct({
        type: Schema.Literal("IdentityObject"),
        hashed: Schema.Boolean,
        identityHash: Schema.String,
        identityType: Schema.String
      })
    )
  ),
  source: Schema.optionalKey(Profile),
  result: Schema.optionalKey(Schema.Array(Schema.Struct({ type: typed("Result") })))
})

const Typed = Schema.Struct({ id: Schema.String, type: Schema.String })

const Required = Schema.Struct({
  "@context": Contexts,
  id: Schema.String,
  type: typed("AchievementCredential", "OpenBadgeCredential").check(
    Schema.makeFilter((types) => types.includes("VerifiableCredential"), {
      expected: "a list of types, VerifiableCredential among them"
    })
  ),
  issuer: ProfileOrUri,
  validFrom: Moment,
  validUntil: Schema.optionalKey(Moment),
  credentialSubject: Subject,
  evidence: Schema.optionalKey(Schema.Array(Schema.Struct({ type: typed("Evidence") }))),
  proof: Schema.optionalKey(Schema.Array(Schema.Struct({ type: Schema.String }))),
  credentialStatus: Schema.optionalKey(Typed),
  credentialSchema: Schema.optionalKey(Schema.Array(Typed))
})

const decode = Schema.decodeUnknownResult(Required, { errors: "all" })
const issuesIn = SchemaIssue.makeFormatterStandardSchemaV1()

/**
 * What a credential lacks of what Open Badges 3.0 requires; nothing where it has it all. Paths are JSON Pointers.
 *
 * Source: Open Badges Specification 3.0 (1EdTech), AchievementCredential.
 * @example
 * ```ts
 * import { openBadgeProblems } from "@lcqm/audit"
 * openBadgeProblems({ type: ["VerifiableCredential"] }).map(({ path }) => path).includes("/issuer") // => true
 * ```
 */
export const openBadgeProblems = (credential: unknown): ReadonlyArray<Problem> => {
  const read = decode(credential)
  if (Result.isSuccess(read)) return []
  return issuesIn(read.failure.issue).issues.map(({ message, path = [] }) => {
    const keys = path.map((key) => (typeof key === "object" ? key.key : key))
    const got = keys.reduce<unknown>(
      (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
      credential
    )
    const expected = message.replace(/^Expected /u, "").replace(/^Missing key$/u, "a value")
    return { path: keys.map((key) => `/${String(key)}`).join(""), expected, got: shown(got) }
  })
}
