// A store on a server, named by its URL. The whole story on one: `npm run soak:story -w packages/eventstoredb`.
import { describe, expect, it } from "vitest"
import { lcqmHere } from "../running.ts"

describe("lcqm demo --store esdb://…", () => {
  it("tells what is wrong with the URL or the server, and never the credentials in it", async () => {
    for (const url of [
      "esdb://admin:hunter2@localhost?retries=1",
      "esbd://admin:hunter2@localhost",
      "kurrentdb+discover://admin:hunter2@@localhost"
    ]) {
      const { code, err, out } = await lcqmHere(["demo", "--store", url])
      expect(code).not.toBe(0)
      expect(`${out}${err}`).not.toContain("hunter2")
      expect(err).not.toBe("")
    }
  })
})
