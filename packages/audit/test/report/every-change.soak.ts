// The promise of every-change.ts over many more histories: some minutes (npm run test:soak:report).
import { it } from "vitest"
import { expectEveryChangeMarked } from "./every-change.ts"

const histories = Number(process.env["REPORT_HISTORIES"] ?? 20)

it(
  "every single change of any award file is marked on the page as the library names it",
  () => expectEveryChangeMarked({ histories, changesOfEach: 5 }),
  3_600_000
)
