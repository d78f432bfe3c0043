import { describe, expect, it } from "vitest"
import { brokenStores, storeLaws } from "../../src/store/index.ts"

describe("the stores that are broken on purpose", () => {
  it("are at least twelve, each with a name of its own and a reason", () => {
    expect(brokenStores.length).toBeGreaterThanOrEqual(12)
    expect(new Set(brokenStores.map(({ name }) => name)).size).toBe(brokenStores.length)
    for (const { name, wrong } of brokenStores) expect(wrong, name).toMatch(/\.$/)
  })

  it("name laws that there are", () => {
    const known = new Set(storeLaws.map(({ id }) => id))
    for (const { fails, name } of brokenStores) {
      expect(
        fails.filter((id) => !known.has(id)),
        name
      ).toEqual([])
    }
  })
})

describe("the laws of the store", () => {
  it("have numbers of their own, and titles", () => {
    expect(new Set(storeLaws.map(({ id }) => id)).size).toBe(storeLaws.length)
    for (const { id, title } of storeLaws) expect(title.length, id).toBeGreaterThan(20)
  })
})
