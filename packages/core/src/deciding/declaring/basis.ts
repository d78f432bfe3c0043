// What a decision rests on, recorded in its event: the history it was made on, every fact read from elsewhere,
// and the rules applied. Whoever holds those streams recomputes it; anything left out or changed shows.
import { Schema } from "effect"
import { Revision, StreamName } from "../../event-store/index.ts"
import { longestIdentifier, Sha256, Version } from "../../vocabulary/index.ts"

const RevisionOrNone = Schema.Union([Revision, Schema.Literal("none")])

/** The rules a decision was made under, by name, version and hash. */
export const RulesApplied = Schema.Struct({
  /** The rule's algorithm, as best-fit/1. */
  algorithm: Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(longestIdentifier)).annotate({
    holds: "scheme word"
  }),
  ruleSet: Version,
  ruleSetHash: Sha256,
  criteriaSet: Version,
  criteriaSetHash: Sha256
}).annotate({ identifier: "RulesApplied" })
export type RulesApplied = typeof RulesApplied.Type

/** A fact read from another stream: which events it rests on, and their RFC 6962 root. */
export const FactRead = Schema.Struct({
  stream: StreamName,
  revision: RevisionOrNone,
  root: Sha256
}).annotate({
  identifier: "FactRead"
})
export type FactRead = typeof FactRead.Type

/** What a decision rests on. `revision` and `root` are those of its own stream before the command's events. */
export const Basis = Schema.Struct({
  revision: RevisionOrNone,
  root: Sha256,
  facts: Schema.Array(FactRead),
  ...RulesApplied.fields
}).annotate({ identifier: "Basis" })
export type Basis = typeof Basis.Type
