// `lcqm criteria comments VERSION`: what was said of a draft, answered or not. The words are read from the events: no
// view keeps them.
import {
  type CriteriaEvent,
  criteriaStream,
  type KeptText,
  type LcqmEvent,
  type Recorded,
  SchemeId,
  Version,
  withTextsTold
} from "@lcqm/core"
import { readWholeStream } from "@lcqm/audit"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { openedIn, openedText, openingGiven, textsFlags } from "../given/texts-opened.ts"
import { overLcqm } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { noSuchVersion } from "../version/named.ts"
import { commentsText } from "./comments-text.ts"

const decodeFlags = flagsOf("lcqm criteria comments", {
  ...storeFlag,
  ...textsFlags,
  version: Version,
  scheme: SchemeId,
  unanswered: Schema.optionalKey(Schema.Boolean),
  json: Json
})

/** A comment with its words, and its answer where it has one. */
export interface CommentTold {
  readonly comment: string
  readonly theme?: string
  readonly criterion?: string
  readonly from?: string
  readonly receivedOn: string
  readonly said: KeptText
  readonly answered?: { readonly on: string; readonly outcome: string; readonly answer: KeptText }
}

const commentsIn = (events: ReadonlyArray<Recorded<CriteriaEvent>>): ReadonlyArray<CommentTold> => {
  const comments = new Map<string, CommentTold>()
  for (const event of events) {
    const { occurredOn } = event.metadata
    if (event.type === "CommentReceived.v1") {
      comments.set(event.data.comment, { ...event.data, receivedOn: occurredOn })
    } else if (event.type === "CommentAnswered.v1") {
      const { answer, comment, outcome } = event.data
      const known = comments.get(comment)
      if (known !== undefined)
        comments.set(comment, { ...known, answered: { on: occurredOn, outcome, answer } })
    }
  }
  return [...comments.values()]
}

/** Lists the comments. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { json, scheme, store, unanswered, version } = flags
  const { beside, reader } = yield* openingGiven(given, flags)
  const { events, told } = yield* overLcqm(
    storeGiven(given, store),
    "reading",
    (lcqm, port) =>
      Effect.gen(function* () {
        const read = yield* readWholeStream(port, criteriaStream(scheme, version))
        if (read.length === 0) return yield* Effect.fail(noSuchVersion("criteria set", version))
        // The stream's events are those of its slice: the codec of the store has checked them.
        const own = read as ReadonlyArray<LcqmEvent>
        const texts = yield* reader === undefined ? lcqm.withheldTexts(own) : lcqm.readTexts(reader, own)
        return { events: withTextsTold(own, texts), told: texts }
      }),
    beside
  )
  const all = commentsIn(events as ReadonlyArray<Recorded<CriteriaEvent>>)
  const comments = unanswered === true ? all.filter(({ answered }) => answered === undefined) : all
  yield* Effect.promise(() =>
    streams.out(json === true ? jsonLine(comments) : commentsText(comments, streams.colours))
  )
  yield* Effect.promise(() => streams.err(openedText(openedIn(told))))
  return exitCodes.ok
})
