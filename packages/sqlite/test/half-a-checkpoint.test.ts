// SQLite brings its log into the file page by page. Whoever opens the file in the middle of that, or after a crash or a
// full disk ended it there, finds a file that is not whole by itself, and opens it with its log.
import { exactly } from "@lcqm/core"
import { notes } from "@lcqm/testing/store"
import { Effect } from "effect"
import { copyFileSync, readFileSync, writeFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { withStore, written } from "./opened.ts"
import { newPath } from "./places.ts"

const firstPage = 4_096

describe("a file of which the first page alone was brought in from its log", () => {
  it("opens, and holds all that was acknowledged", async () => {
    const [path, cut] = [await written(3), newPath()]
    await withStore(path, (store) =>
      Effect.gen(function* () {
        yield* store.append("a", exactly(2), notes(400, "a", { first: 3, revision: 3 }))
        copyFileSync(path, cut)
        copyFileSync(`${path}-wal`, `${cut}-wal`)
      })
    )
    const [whole, part] = [readFileSync(path), readFileSync(cut)]
    expect(whole.length).toBeGreaterThan(part.length)
    whole.copy(part, 0, 0, firstPage)
    writeFileSync(cut, part)
    const events = await withStore(cut, (store) => Effect.map(store.verify, (verified) => verified.events))
    expect(events).toBe(403)
  })
})
