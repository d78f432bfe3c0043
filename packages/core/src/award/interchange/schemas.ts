// The interchange forms as JSON Schemas (draft 2020-12), for those who write or check the files with other tools.
// Made of the schemas that the library reads with, and shipped as `schemas/*.schema.json`.
import type { Schema } from "effect"
import { CriteriaSet } from "../../criteria/set/criteria-set.ts"
import { Migration } from "../dry-run/migration.ts"
import { RuleFile } from "../rule/rule-set.ts"
import { type JsonSchemaDocument, jsonSchemaOf } from "../../vocabulary/index.ts"
import { BatchLine, EvidenceForm, HolderLine, JudgementsForm, ResultForm } from "./forms.ts"

/** The interchange forms, by the name of their file. */
export type InterchangeForm =
  | "criteria-set"
  | "rule-set"
  | "judgements"
  | "evidence"
  | "migration"
  | "batch-line"
  | "holder-line"
  | "result"

const forms: Readonly<
  Record<InterchangeForm, { readonly title: string; readonly schema: Schema.Constraint }>
> = {
  "criteria-set": { title: "A criteria set", schema: CriteriaSet },
  "rule-set": { title: "A rule set", schema: RuleFile },
  judgements: { title: "Judgements", schema: JudgementsForm },
  evidence: { title: "Counts of evidence", schema: EvidenceForm },
  migration: { title: "A migration map", schema: Migration },
  "batch-line": { title: "A line of a batch", schema: BatchLine },
  "holder-line": { title: "A holder of a dry run", schema: HolderLine },
  result: { title: "The result of a case", schema: ResultForm }
}

/**
 * The JSON Schemas (draft 2020-12) of the interchange: criteria set, rule set, judgements, evidence, migration map,
 * lines of a batch and of a dry run's holders, and result. A schema refuses nothing that the library reads; the
 * library also refuses what no JSON Schema can say, as an id that occurs twice or a majority over the whole.
 * Source: design, "Interchange".
 * @example
 * ```ts
 * import { interchangeSchemas } from "@lcqm/core"
 * Object.keys(interchangeSchemas()).length // => 8
 * interchangeSchemas()["rule-set"].title // => "A rule set"
 * ```
 */
export const interchangeSchemas = (): Readonly<Record<InterchangeForm, JsonSchemaDocument>> => {
  const made = (name: InterchangeForm) =>
    jsonSchemaOf(`urn:lcqm:schema:${name}`, forms[name].title, forms[name].schema)
  return {
    "criteria-set": made("criteria-set"),
    "rule-set": made("rule-set"),
    judgements: made("judgements"),
    evidence: made("evidence"),
    migration: made("migration"),
    "batch-line": made("batch-line"),
    "holder-line": made("holder-line"),
    result: made("result")
  }
}
