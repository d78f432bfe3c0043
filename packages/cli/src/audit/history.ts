// `lcqm history URN`: what happened to a school, when, and who recorded it as what.
import { historyLines } from "@lcqm/audit"
import { Effect } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf } from "../given/flags.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { table } from "../telling/table.ts"
import { fromText } from "./award-file-given.ts"
import { historyGiven, pointFlags, pointGiven, pointText, schoolFlags } from "./given.ts"

const decodeFlags = flagsOf("lcqm history", { ...schoolFlags, ...pointFlags })

/** Shows a school's history. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const at = pointGiven(flags)
  const history = yield* historyGiven(given, flags, streams)
  const lines = historyLines(history, at)
  const text = (): string =>
    [
      fromText(flags.awardFile),
      `${history.stream}, ${pointText(at)}: ${lines.length} of ${history.events.length} events\n\n`,
      table(
        [
          { title: "Rev.", align: "right" },
          { title: "Occurred" },
          { title: "Recorded" },
          { title: "Event", width: 32 },
          { title: "By" }
        ],
        lines.map(({ by, decision, occurredOn, recordedAt, revision, type }) => [
          revision,
          occurredOn,
          recordedAt,
          `${type}${decision ? " *" : ""}`,
          `${by.role} ${by.person}`
        ])
      ),
      "\n* a decision: it names what it rests on, and can be made again (lcqm replay)\n"
    ].join("")
  yield* Effect.promise(() => streams.out(flags.json === true ? jsonLine(plain(lines)) : text()))
  return exitCodes.ok
})
