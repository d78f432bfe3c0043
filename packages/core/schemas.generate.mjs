// Writes schemas/*.schema.json from the schemas that the library reads with. Run after a build; a test fails where
// the files are not what this makes.
import { mkdirSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { interchangeSchemas } from "@lcqm/core"
import { format } from "prettier"

const folder = fileURLToPath(new URL("./schemas/", import.meta.url))
mkdirSync(folder, { recursive: true })
for (const [name, schema] of Object.entries(interchangeSchemas())) {
  const text = await format(JSON.stringify(schema), { parser: "json", printWidth: 110 })
  writeFileSync(`${folder}${name}.schema.json`, text)
}
