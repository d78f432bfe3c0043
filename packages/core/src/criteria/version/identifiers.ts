// What is named in the stream of a criteria set: comments, guidance, and the link that guidance is found by.
import { Schema } from "effect"

/** One comment on a draft, named by who records it: unique in the stream of the version. */
export const CommentId = Schema.String.check(
  Schema.isPattern(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u, {
    expected: "a comment's id: 1 to 64 letters, digits, dots, hyphens or underscores"
  })
).annotate({ identifier: "CommentId", holds: "identifier", description: "One comment on a draft." })
export type CommentId = typeof CommentId.Type

/** One piece of guidance, unique in the stream of the version. */
export const GuidanceId = Schema.String.check(
  Schema.isPattern(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u, {
    expected: "a guidance id: 1 to 64 letters, digits, dots, hyphens or underscores"
  })
).annotate({ identifier: "GuidanceId", holds: "identifier", description: "One piece of guidance." })
export type GuidanceId = typeof GuidanceId.Type

/** The longest link that every browser and server takes. */
export const longestLink = 2_000

/**
 * An https link, in ASCII: a host (no user before it, which would hide where it leads), a port and a path where there
 * are any. That something is found there is not checked: a link may be older than what it leads to.
 */
export const HttpsLink = Schema.String.check(
  Schema.isMaxLength(longestLink, { expected: `a link of at most ${longestLink} characters` }),
  Schema.isPattern(
    /^https:\/\/[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*(?::[0-9]{1,5})?(?:[/?#][!-~]*)?$/u,
    { expected: "an https link, as https://example.org/guidance" }
  )
).annotate({ identifier: "HttpsLink", holds: "identifier", description: "An https link." })
export type HttpsLink = typeof HttpsLink.Type

/** Whose comment it is, as far as it matters to the scheme: never a person's name. */
export const CommentFrom = Schema.Literals([
  "school",
  "network",
  "mathematics centre",
  "authority",
  "assessor",
  "other"
]).annotate({ identifier: "CommentFrom", description: "From what kind of body a comment came." })
export type CommentFrom = typeof CommentFrom.Type

/** What came of a comment. */
export const CommentOutcome = Schema.Literals(["draft changed", "draft stays", "noted"]).annotate({
  identifier: "CommentOutcome",
  description: "What came of a comment on a draft."
})
export type CommentOutcome = typeof CommentOutcome.Type
