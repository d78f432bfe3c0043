// What every command type says of itself, and to whom it says nothing.
import { describe, expect, it } from "vitest"
import { people } from "@lcqm/testing/given-when-then"
import { lcqmHandlers } from "../../src/index.ts"

describe.each(lcqmHandlers.map((handler) => [handler.command.name, handler] as const))("%s", (_, handler) => {
  it("says in a sentence what is asked for", () => {
    expect(handler.command.says).toMatch(/^[A-Z].+ .+\.$/u)
  })

  it("gives nobody a role where nothing has happened", () => {
    expect(handler.rolesOf(handler.fold.initial, people.stranger)).toEqual([])
  })
})
