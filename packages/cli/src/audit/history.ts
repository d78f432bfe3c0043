// `lcqm history URN`: what happened to a school, when, and who recorded it as what.
import { historyLines } from "@lcqm/audit"
import { lcqmCatalogue, type Recorded, shownUnopened, textsOf } from "@lcqm/core"
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

const decodeFlags = flagsOf("lcqm history", { ...schoolFlags, ...pointFlags, ...textsFlags })

/** What was written in an event, as it reads. */
const writtenIn = (event: Recorded) =>
  textsOf(lcqmCatalogue, event).map(({ place, text }) => ({
    path: place.path.join("."),
    about: text.about,
    text: shownUnopened(text)
  }))

const textsOfLine = (texts: ReturnType<typeof writtenIn>): string =>
  texts.map(({ path, text }) => `${path}: ${text}`).join("; ")

/** Shows a school's history. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const at = pointGiven(flags)
  const asked = yield* historyGiven(given, flags, streams)
  const { recorded: history, told } = asked
  const written = new Map(told.events.map((event) => [event.revision, writtenIn(event)]))
  // The data stays what was recorded; how its texts read stands beside it.
  const lines = historyLines(history, at).map((line) => {
    const texts = written.get(line.revision) ?? []
    return texts.length === 0 ? line : { ...line, texts }
  })
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
          { title: "By" },
          ...(flags.texts === true ? [{ title: "Texts", width: 60 }] : [])
        ],
        lines.map(({ by, decision, occurredOn, recordedAt, revision, type }) => [
          revision,
          occurredOn,
          recordedAt,
          `${type}${decision ? " *" : ""}`,
          `${by.role} ${by.person}`,
          ...(flags.texts === true ? [textsOfLine(written.get(revision) ?? [])] : [])
        ])
      ),
      "\n* a decision: it names what it rests on, and can be made again (lcqm replay)\n"
    ].join("")
  yield* Effect.promise(() => streams.out(flags.json === true ? jsonLine(plain(lines)) : text()))
  yield* tellOpened(asked, streams)
  return exitCodes.ok
})
