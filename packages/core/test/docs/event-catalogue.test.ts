// The catalogue people read is the one the schemas say.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { top } from "./snippets.ts"

it("docs/event-catalogue.md is what `npm run docs` makes of the schemas", async () => {
  const { eventCatalogue } = (await import(join(top, "docs/event-catalogue.generate.mjs"))) as {
    readonly eventCatalogue: () => string
  }
  expect(readFileSync(join(top, "docs/event-catalogue.md"), "utf8")).toBe(eventCatalogue())
})
