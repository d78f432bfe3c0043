// The table people read is the one that the laws, and the runs of the suite, say.
import { readFileSync, writeFileSync } from "node:fs"
import { expect, it } from "vitest"
import { storeLaws } from "../../src/store/index.ts"
import { lawsPageOf } from "./laws-page.ts"
import { everythingSeen, lawsPage, writing } from "./seen-in-docs.ts"

it("docs/store-laws.md is what `npm run docs:laws` makes of the runs", () => {
  const page = lawsPageOf(everythingSeen())
  if (writing) writeFileSync(lawsPage, page)
  expect(readFileSync(lawsPage, "utf8"), "it is stale: run `npm run docs:laws`").toBe(page)
})

it("every adapter that is in it was put to every law there is", () => {
  const ids = storeLaws.map(({ id }) => id)
  const seen = everythingSeen()
  expect(seen.length).toBeGreaterThanOrEqual(2)
  for (const { adapter, laws } of seen) expect(Object.keys(laws), adapter).toEqual(ids)
})
