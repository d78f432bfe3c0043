// The names by which schools, people, cohorts, criteria and evidence are told apart. Identifiers, never names
// of people: a person is a random pseudonym, whose name lives outside the log.
import { Schema } from "effect"

/** An identifier is read by machines and typed by people: longer than this is a mistake or an attack. */
export const longestIdentifier = 100

/**
 * A school's Unique Reference Number: six digits, kept as text (a leading zero is part of it). Schools are
 * matched by it, never by name.
 */
export const Urn = Schema.String.check(
  Schema.isPattern(/^\d{6}$/u, { expected: "a school's URN: six digits" })
).annotate({
  identifier: "Urn",
  holds: "identifier",
  description: "A school's Unique Reference Number: six digits."
})
export type Urn = typeof Urn.Type

/** A person's pseudonym: `p-` and 8 to 32 random lower-case letters and digits. Says nothing about the person. */
export const PersonRef = Schema.String.check(
  Schema.isPattern(/^p-[a-z0-9]{8,32}$/u, { expected: "a person's pseudonym: p- and 8 to 32 of a-z, 0-9" })
).annotate({ identifier: "PersonRef", holds: "identifier", description: "A person's random pseudonym." })
export type PersonRef = typeof PersonRef.Type

/** A scheme: `lcqm` is the first. Lower-case letters and digits, since stream names are divided by hyphens. */
export const SchemeId = Schema.String.check(
  Schema.isPattern(/^[a-z][a-z0-9]{0,19}$/u, {
    expected: "a scheme: a lower-case letter, then up to 19 of a-z, 0-9"
  })
).annotate({ identifier: "SchemeId", holds: "identifier", description: "A scheme, as lcqm." })
export type SchemeId = typeof SchemeId.Type

/** A cohort's label, which is text: the source has 1, 2, 3, 4, A and B. */
export const CohortLabel = Schema.String.check(
  Schema.isPattern(/^[A-Za-z0-9][A-Za-z0-9.]{0,19}$/u, {
    expected: "a cohort's label: 1 to 20 letters, digits or dots"
  })
).annotate({ identifier: "CohortLabel", holds: "identifier", description: "A cohort's label, as 1 or A." })
export type CohortLabel = typeof CohortLabel.Type

/** A version of a criteria set or rule set, as `1` or `0.1.0-sample`. */
export const Version = Schema.String.check(
  Schema.isPattern(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/u, {
    expected: "a version: 1 to 40 letters, digits, dots or hyphens"
  })
).annotate({
  identifier: "Version",
  holds: "identifier",
  description: "A version of a criteria set or rule set."
})
export type Version = typeof Version.Type

/** A learning network, as `n-harbour`: chosen when it is formed, and never a person's name. */
export const NetworkId = Schema.String.check(
  Schema.isPattern(/^[a-z0-9][a-z0-9-]{2,39}$/u, {
    expected: "a network: 3 to 40 lower-case letters, digits or hyphens"
  })
).annotate({ identifier: "NetworkId", holds: "identifier", description: "A learning network, as n-harbour." })
export type NetworkId = typeof NetworkId.Type

/** One piece of evidence of a school, named by the school: unique in its stream. */
export const EvidenceId = Schema.String.check(
  Schema.isPattern(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u, {
    expected: "an evidence id: 1 to 64 letters, digits, dots, hyphens or underscores"
  })
).annotate({
  identifier: "EvidenceId",
  holds: "identifier",
  description: "One piece of evidence of a school."
})
export type EvidenceId = typeof EvidenceId.Type

/** A SHA-256 digest as 64 lower-case hexadecimal digits. */
export const Sha256 = Schema.String.check(
  Schema.isPattern(/^[0-9a-f]{64}$/u, { expected: "a SHA-256 digest: 64 lower-case hexadecimal digits" })
).annotate({ identifier: "Sha256", holds: "hash", description: "A SHA-256 digest, 64 hexadecimal digits." })
export type Sha256 = typeof Sha256.Type

/** Chosen at random by whoever sends a command; sending the same command again under it changes nothing. */
export const CommandId = Schema.String.check(
  Schema.isPattern(/^[A-Za-z0-9][A-Za-z0-9._:-]{7,99}$/u, {
    expected: "a command id: 8 to 100 letters, digits, dots, colons, hyphens or underscores, chosen at random"
  })
).annotate({ identifier: "CommandId", holds: "identifier", description: "The random id of a command." })
export type CommandId = typeof CommandId.Type

/** An event's id: a UUID (RFC 9562), lower case. The loop makes version 8 from the command's id and an index. */
export const EventId = Schema.String.check(
  Schema.isPattern(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u, {
    expected: "an event id: a lower-case UUID"
  })
).annotate({ identifier: "EventId", holds: "identifier", description: "An event's UUID." })
export type EventId = typeof EventId.Type

/** One of the four CPD sessions Champions are asked to attend. Source: the scheme's text, "CPD sessions". */
export const SessionNumber = Schema.Literals([1, 2, 3, 4]).annotate({
  identifier: "SessionNumber",
  description: "One of the four CPD sessions.",
  message: "one of the four CPD sessions: 1, 2, 3 or 4"
})
export type SessionNumber = typeof SessionNumber.Type

/** How many CPD sessions Champions are asked to attend. Source: the scheme's text, "CPD sessions". */
export const cpdSessions = 4

/** Which of a school's enrolments in a scheme: 1 is its first. */
export const EnrolmentNumber = Schema.Int.check(
  Schema.isBetween({ minimum: 1, maximum: 9999 }, { expected: "an enrolment: a whole number from 1" })
).annotate({ identifier: "EnrolmentNumber", description: "Which of a school's enrolments in a scheme." })
export type EnrolmentNumber = typeof EnrolmentNumber.Type

/** A school's phase. The scheme counts primary, secondary and special schools; where none is stated none is given. */
export const Phase = Schema.Literals(["primary", "secondary", "special"]).annotate({
  identifier: "Phase",
  description: "A school's phase, where stated.",
  message: "primary, secondary or special; left out where it is not stated"
})
export type Phase = typeof Phase.Type
