// Writes docs/event-catalogue.md from the schemas: every event type, every command and who may give it, every
// rejection. Run `npm run docs`; a test fails where the file is not what this makes.
import { realpathSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import * as core from "@lcqm/core"
import { Schema } from "effect"

const fieldsOf = (schema) => {
  const { definitions, schema: top } = Schema.toJsonSchemaDocument(schema)
  const resolve = (node) => (node.$ref === undefined ? node : definitions[node.$ref.split("/").at(-1)])
  const typeOf = (node) => {
    if (node.$ref !== undefined) return node.$ref.split("/").at(-1)
    if (node.enum !== undefined) return node.enum.map((each) => JSON.stringify(each)).join(" or ")
    if (node.const !== undefined) return JSON.stringify(node.const)
    const union = node.anyOf ?? node.oneOf
    if (union !== undefined) return union.map(typeOf).join(" or ")
    if (node.type === "array") {
      const items = node.items ?? node.prefixItems?.[0]
      return `list of ${items === undefined || items === false ? "values" : typeOf(items)}`
    }
    if (node.type === "object") {
      const required = new Set(node.required ?? [])
      const keys = Object.entries(node.properties ?? {})
      return `{ ${keys.map(([key, value]) => `${key}${required.has(key) ? "" : "?"}: ${typeOf(value)}`).join(", ")} }`
    }
    if (node.allOf !== undefined && node.type === undefined) return node.allOf.map(typeOf).join(" and ")
    return node.type ?? "value"
  }
  const node = resolve(top)
  const required = new Set(node.required ?? [])
  return Object.entries(node.properties ?? {}).map(
    ([key, value]) => `\`${key}\`${required.has(key) ? "" : " (may be absent)"}: ${typeOf(value)}`
  )
}

const anchor = (name) => name.toLowerCase()

const slices = [
  ["Criteria sets", "criteria-<scheme>-<version>", core.criteriaEvents, core.criteriaHandlers],
  ["Rule sets", "ruleset-<scheme>-<version>", core.ruleSetEvents, core.ruleSetHandlers],
  ["Cohorts", "cohort-<scheme>-<label>", core.cohortEvents, core.cohortHandlers],
  ["People", "person-<ref>", core.personEvents, core.personHandlers],
  ["Networks", "network-<id>", core.networkEvents, core.networkHandlers],
  ["Schools", "school-<scheme>-<urn>", core.enrolmentEvents, core.enrolmentHandlers]
]

const bullets = (lines) => lines.map((line) => `- ${line}`)

const eventSection = ({ data, decision, says, type }) => [
  `#### ${type}`,
  "",
  `${says}${decision ? " A decision: it carries the basis it rests on." : ""}`,
  "",
  ...(fieldsOf(data).length === 0 ? ["No data beside the envelope."] : bullets(fieldsOf(data))),
  ""
]

const commandSection = ({ command }) => [
  `#### ${command.name}`,
  "",
  `${command.says} By: ${core.rolesByCommand[command.name].join(" or ")}.${command.seen ? " Carries `seen`." : ""}`,
  "",
  ...bullets(fieldsOf(command.data)),
  ""
]

const rejections = Object.values(core)
  .filter((value) => typeof value === "function" && typeof value.tag === "string")
  .map(({ tag }) => tag)
  .toSorted()

/** The catalogue as Markdown. */
export const eventCatalogue = () =>
  [
    "# Event catalogue",
    "",
    "Generated from the schemas by `npm run docs`; do not edit.",
    "",
    `${core.lcqmEventTypes.length} event types, ${core.lcqmHandlers.length} commands, ${rejections.length} rejections.`,
    "The stored type is name and version. Every event stands in an envelope of `id`, `stream`, `revision`, `type`,",
    "`data` and `metadata` (`commandId`, `commandDigest`, `correlationId`, `causationId` where there is one, `actor`,",
    "`occurredOn`, `recordedAt`, `salt`); its bytes are the RFC 8785 canonical JSON of that.",
    "",
    ...slices.map(([title]) => `- [${title}](#${anchor(title).replaceAll(" ", "-")})`),
    "- [Rejections](#rejections)",
    "",
    ...slices.flatMap(([title, stream, events, handlers]) => [
      `## ${title}`,
      "",
      `Stream \`${stream}\`.`,
      "",
      "### Events",
      "",
      ...events.flatMap(eventSection),
      "### Commands",
      "",
      ...handlers.flatMap(commandSection)
    ]),
    "## Rejections",
    "",
    "What the rules answer where they refuse, each with a message and a remedy:",
    "",
    `${rejections.map((tag) => `\`${tag}\``).join(", ")}.`,
    ""
  ].join("\n")

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const file = new URL("event-catalogue.md", import.meta.url)
  writeFileSync(file, eventCatalogue())
  process.stdout.write(`wrote ${fileURLToPath(file)}\n`)
}
