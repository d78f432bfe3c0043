// An award as an Open Badges 3.0 credential: the school as subject, known by its URN; the assessor's body as source; the
// themes as rubric levels; the proof that the award stands in the log as evidence.
import type { AwardNode, Level, RegisteredAward, ThemeNode } from "@lcqm/core"
import { isoDateOf, levels, levelTitle, spanOf } from "@lcqm/core"
import { Data, Result } from "effect"

/** An organisation: `id` is a URI of its own. */
export interface BadgeProfile {
  readonly id: string
  readonly name: string
  readonly url?: string
}

/** What a badge is made of. */
export interface BadgeParts {
  /** The credential's own URI. */
  readonly id: string
  readonly award: RegisteredAward
  /**
   * Why the award is what it is, on the agreed judgements: the levels of the themes are taken from it. Left out where
   * the level does not rest on them, as after an appeal: then the badge shows no themes.
   */
  readonly explanation?: AwardNode
  /** What the award was judged by. A sample's notice goes into the badge. */
  readonly criteriaSet: {
    readonly id: string
    readonly version: string
    readonly title: string
    readonly notice?: string | undefined
  }
  /** Who runs the scheme and signs. */
  readonly issuer: BadgeProfile
  /** The assessor's body. Bodies only: a badge is public, and names no person. */
  readonly source?: BadgeProfile
  /** Where the tlog proof of the AwardAgreed event can be had. */
  readonly proof?: string
  /** The status list, and this badge's place in it. */
  readonly status?: { readonly list: string; readonly index: number }
}

/** An Open Badges 3.0 credential as JSON. */
export type OpenBadge = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly issuer: Readonly<Record<string, unknown>> & { readonly id: string }
  readonly validFrom: string
  readonly validUntil?: string
  readonly credentialSubject: Readonly<Record<string, unknown>> & { readonly id: string }
}

/** A badge cannot be made of an award whose day is not known: a credential is valid from a moment. */
export class AwardDateUnknown extends Data.TaggedError("AwardDateUnknown")<{
  readonly school: string
  readonly agreedOn: string
}> {
  override get message(): string {
    return `No badge can be made of the award of school ${this.school}: it was agreed on ${this.agreedOn}, which is no day of a known year. Correct the date of the award first.`
  }
}

const contexts = [
  "https://www.w3.org/ns/credentials/v2",
  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
]
const officialSchema =
  "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"

const profile = ({ id, name, url }: BadgeProfile) => ({
  id,
  type: ["Profile"],
  name,
  ...(url === undefined ? {} : { url })
})

const themeId = (achievement: string, { id }: ThemeNode): string => `${achievement}#theme-${id}`
const levelId = (achievement: string, theme: ThemeNode, level: Level): string =>
  `${themeId(achievement, theme)}-${level}`

const rubricOf = (achievement: string, theme: ThemeNode) => ({
  id: themeId(achievement, theme),
  type: ["ResultDescription"],
  name: theme.title,
  resultType: "RubricCriterionLevel",
  rubricCriterionLevel: levels.map((level) => ({
    id: levelId(achievement, theme, level),
    type: ["RubricCriterionLevel"],
    name: levelTitle(level),
    level: levelTitle(level)
  }))
})

/**
 * Makes the credential of an award, unsigned.
 * @returns the credential, or an {@link AwardDateUnknown}.
 *
 * Source: Open Badges Specification 3.0 (1EdTech), AchievementCredential.
 * @example
 * ```ts
 * import { openBadgeOf } from "@lcqm/audit"
 * import { explain, presets, sampleCriteriaSet } from "@lcqm/core"
 * import { Result } from "effect"
 * const judgements = Object.fromEntries(
 *   sampleCriteriaSet.themes.flatMap(({ criteria }) => criteria.map(({ id }) => [id, "silver" as const]))
 * )
 * const explanation = Result.getOrThrow(
 *   explain({ criteriaSet: sampleCriteriaSet, rule: presets["best-fit/1"], judgements })
 * )
 * const award = {
 *   scheme: "lcqm",
 *   school: "900001",
 *   phase: undefined,
 *   cohort: "1",
 *   level: "silver" as const,
 *   indicated: "silver" as const,
 *   agreedOn: "2026-09-01",
 *   validUntil: "2029-09-01",
 *   event: "00000000-0000-8000-8000-000000000001"
 * }
 * const issuer = { id: "https://example.org", name: "A sample scheme" }
 * const parts = { id: "https://example.org/badges/1", award, explanation, criteriaSet: sampleCriteriaSet, issuer }
 * Result.getOrThrow(openBadgeOf(parts)).validUntil // => "2029-09-01T23:59:59Z"
 * ```
 */
export const openBadgeOf = (parts: BadgeParts): Result.Result<OpenBadge, AwardDateUnknown> => {
  const { award, criteriaSet, explanation, id, issuer, proof, source, status } = parts
  const { agreedOn, level, scheme, school, validUntil } = award
  const day = spanOf(agreedOn).last
  if (day === null) return Result.fail(new AwardDateUnknown({ school, agreedOn }))
  const achievement = `urn:lcqm:achievement:${scheme}:${criteriaSet.id}:${criteriaSet.version}:${level}`
  const notice = criteriaSet.notice === undefined ? "" : ` (${criteriaSet.notice})`
  // A theme in which nothing applies takes no part, and has no level to show.
  const themes = (explanation?.themes ?? []).filter((theme) => theme.level !== null)
  return Result.succeed({
    "@context": contexts,
    id,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: `${criteriaSet.title}: ${levelTitle(level)}`,
    issuer: profile(issuer),
    validFrom: `${isoDateOf(day)}T00:00:00Z`,
    ...(validUntil === undefined ? {} : { validUntil: `${validUntil}T23:59:59Z` }),
    credentialSubject: {
      id: `urn:lcqm:school:${scheme}:${school}`,
      type: ["AchievementSubject"],
      identifier: [
        { type: "IdentityObject", hashed: false, identityHash: school, identityType: "ext:dfe-urn" }
      ],
      ...(source === undefined ? {} : { source: profile(source) }),
      achievement: {
        id: achievement,
        type: ["Achievement"],
        achievementType: "Award",
        name: `${criteriaSet.title}: ${levelTitle(level)}`,
        description: `The ${levelTitle(level)} award of the scheme ${scheme}, judged by the criteria set ${criteriaSet.id}, version ${criteriaSet.version}${notice}.`,
        criteria: {
          narrative: `Agreed between the school's Champion and an external assessor on the judgements of ${criteriaSet.title}${notice}, by best fit over its themes.`
        },
        version: criteriaSet.version,
        resultDescription: themes.map((theme) => rubricOf(achievement, theme))
      },
      result: themes.map((theme) => ({
        type: ["Result"],
        resultDescription: themeId(achievement, theme),
        achievedLevel: levelId(achievement, theme, theme.level ?? "none")
      }))
    },
    ...(proof === undefined
      ? {}
      : {
          evidence: [
            {
              id: proof,
              type: ["Evidence"],
              name: "Proof of inclusion",
              genre: "C2SP tlog-proof",
              description: `That the event ${award.event}, by which the award was agreed, stands in the operator's log.`
            }
          ]
        }),
    ...(status === undefined
      ? {}
      : {
          credentialStatus: {
            id: `${status.list}#${status.index}`,
            type: "BitstringStatusListEntry",
            statusPurpose: "revocation",
            statusListIndex: String(status.index),
            statusListCredential: status.list
          }
        }),
    credentialSchema: [{ id: officialSchema, type: "1EdTechJsonSchemaValidator2019" }]
  })
}
