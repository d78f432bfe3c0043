// The promise of the report over any history and any single change: the page marks what the library finds, where the
// library finds it, and calls nothing verified that is not. One page for all cases.
import { awardFileBytes, verifyAwardFile } from "@lcqm/audit"
import { nodeEd25519 } from "@lcqm/ledger/node"
import { Coverage } from "@lcqm/testing/arbitraries"
import * as fc from "fast-check"
import { expect } from "vitest"
import { inChromium } from "../../../core/test/browser/chromium.ts"
import { codec, operator } from "../stores.ts"
import { anyChange, anyFiled, bytesAfter, fileOf, kinds, withChange } from "../verifying/changes.ts"
import { carrying, marksOf, marksShown, opened, outcomeWithKey, reportOn } from "./reports.ts"

const policy = { origin: operator.key.name, logKeys: [operator.key], witnesses: [], quorum: 0 }

/** Checks the promise over so many histories, with one change of every kind or more of each. */
export const expectEveryChangeMarked = async ({
  changesOfEach,
  histories
}: {
  readonly histories: number
  readonly changesOfEach: number
}): Promise<void> => {
  const met = new Coverage("changes marked", kinds)
  const changes = fc.tuple(
    ...kinds.flatMap((kind) =>
      Array.from({ length: changesOfEach }, () => anyChange.map((change) => ({ ...change, kind })))
    )
  )
  await inChromium({}, async (page) => {
    await met.assert(
      1,
      fc.asyncProperty(anyFiled, changes, async (played, some) => {
        const file = await fileOf(played)
        const html = reportOn(file)
        expect(await opened(page, html)).toEqual({ requests: [], said: [] })
        expect(await outcomeWithKey(page)).toBe("verified")
        const original = awardFileBytes(file)
        for (const change of some) {
          const bytes = bytesAfter(file, change)
          if (Buffer.compare(bytes, original) === 0) continue
          const verdict = await verifyAwardFile(bytes, { codec, ed25519: nodeEd25519, policy })
          // A changed byte is what somebody does to the finished page; the rest is done before it is made.
          const changed = change.kind === "byte" ? carrying(html, bytes) : reportOn(withChange(file, change))
          expect(await opened(page, changed)).toEqual({ requests: [], said: [] })
          expect(await outcomeWithKey(page), JSON.stringify(change)).toBe("does not verify")
          const [shown, told] = [await marksShown(page), marksOf(verdict)]
          expect({ ...shown, gaps: shown.gaps.toSorted() }, JSON.stringify(change)).toEqual({
            ...told,
            gaps: told.gaps.toSorted()
          })
          const offset = verdict.findings.find(({ where }) => where.offset !== undefined)?.where.offset
          if (offset !== undefined) {
            expect(await page.textContent("#verdict .findings")).toContain(`byte ${offset}`)
          }
          met.count(change.kind)
          for (const kind of told.found) met.count(kind)
        }
      }),
      // Every step of shrinking opens as many pages as there are changes: the seed of a failure is enough to see it again.
      { numRuns: histories, endOnFailure: true }
    )
  })
}
