// `lcqm diff URN`: what changed in a school's state from one point to another, or until now.
import { diff, type FieldValue } from "@lcqm/audit"
import { Effect } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf } from "../given/flags.ts"
import { textsFlags } from "../given/texts-opened.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { table } from "../telling/table.ts"
import { fromText } from "./award-file-given.ts"
import { historyGiven, pointFlags, pointGiven, pointText, schoolFlags, tellOpened } from "./given.ts"

const decodeFlags = flagsOf("lcqm diff", {
  ...schoolFlags,
  ...textsFlags,
  ...pointFlags,
  toRecorded: pointFlags.recorded,
  toOccurred: pointFlags.occurred
})

// 0, 1, 2, 5 as "0 to 2, 5".
const inRuns = (revisions: ReadonlyArray<number>): string => {
  const runs: Array<[from: number, to: number]> = []
  for (const revision of revisions) {
    const run = runs.at(-1)
    if (run !== undefined && run[1] === revision - 1) run[1] = revision
    else runs.push([revision, revision])
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from} to ${to}`)).join(", ") || "none"
}

const shown = (value: FieldValue | undefined): string => (value === undefined ? "-" : String(value))

/** Shows what changed. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { toOccurred: occurred, toRecorded: recorded } = flags
  const to = pointGiven({
    ...(recorded === undefined ? {} : { recorded }),
    ...(occurred === undefined ? {} : { occurred })
  })
  const asked = yield* historyGiven(given, flags, streams)
  const history = asked.told
  const changed = diff(history, pointGiven(flags), to)
  const { fewer, fields, from, more } = changed
  const text = (): string =>
    [
      fromText(flags.awardFile),
      `${history.stream}\nFrom: ${pointText(from)}\nTo:   ${pointText(to)}\n`,
      `Events more: ${inRuns(more)}; fewer: ${inRuns(fewer)}\n\n`,
      table(
        [
          { title: "Field", width: 50 },
          { title: "From", width: 36 },
          { title: "To", width: 36 }
        ],
        fields.map((each) => [each.field, shown(each.from), shown(each.to)])
      )
    ].join("")
  yield* Effect.promise(() => streams.out(flags.json === true ? jsonLine(plain(changed)) : text()))
  yield* tellOpened(asked, streams)
  return exitCodes.ok
})
