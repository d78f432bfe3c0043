// `lcqm blame URN`: which event last set each field of a school's state.
import { blame } from "@lcqm/audit"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf } from "../given/flags.ts"
import { textsFlags } from "../given/texts-opened.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { table } from "../telling/table.ts"
import { fromText } from "./award-file-given.ts"
import { historyGiven, pointFlags, pointGiven, pointText, schoolFlags, tellOpened } from "./given.ts"

const decodeFlags = flagsOf("lcqm blame", {
  ...schoolFlags,
  ...textsFlags,
  ...pointFlags,
  field: Schema.optionalKey(Schema.String)
})

/** Shows which event last set what. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const at = pointGiven(flags)
  const asked = yield* historyGiven(given, flags, streams)
  const history = asked.told
  const blamed = blame(history, flags.field, at)
  const text = (): string =>
    [
      fromText(flags.awardFile),
      `${history.stream}, ${pointText(at)}\n\n`,
      blamed.length === 0
        ? `No field of the state is called ${flags.field ?? "anything"}, or lies below it.\n`
        : table(
            [
              { title: "Field", width: 44 },
              { title: "Value", width: 36 },
              { title: "Rev.", align: "right" },
              { title: "Set by", width: 28 },
              { title: "On" }
            ],
            blamed.map(({ field, occurredOn, revision, type, value }) => [
              field,
              String(value),
              revision,
              type,
              occurredOn
            ])
          )
    ].join("")
  yield* Effect.promise(() => streams.out(flags.json === true ? jsonLine(plain(blamed)) : text()))
  yield* tellOpened(asked, streams)
  return exitCodes.ok
})
