// `lcqm badge verify FILE`: whether a badge is its issuer's, in force and not revoked, by the key of the issuer.
import { type BadgeReading, type BadgeVerdict, openBadgeProblems, readBadge } from "@lcqm/audit"
import { FullDate, Instant } from "@lcqm/core"
import { Clock, Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import type { BadInput } from "../failure.ts"
import { flagsOf, Json, Path } from "../given/flags.ts"
import { readBytes } from "../given/read-text.ts"
import type { Streams } from "../streams.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { badgeReaderKeyIn } from "./badge-keys.ts"
import { Uri } from "./issuing.ts"
import { badgeText } from "./verdict-text.ts"

const decodeFlags = flagsOf("lcqm badge verify", {
  files: Schema.Array(Path).check(Schema.isMinLength(1, { expected: "at least one badge" })),
  key: Schema.optionalKey(Path),
  issuer: Schema.optionalKey(Uri),
  statusList: Schema.optionalKey(Path),
  at: Schema.optionalKey(Schema.Union([Instant, FullDate])),
  json: Json
})

// A JWT or a credential as JSON; what is neither is for the reading to refuse.
const contentIn = (name: string, flag: string, streams: Streams): Effect.Effect<string, BadInput> =>
  Effect.map(readBytes({ name, flag }, streams), (bytes) => bytes.toString("utf8"))

const listForm = (credential: unknown) =>
  Schema.is(
    Schema.Struct({
      id: Schema.String,
      type: Schema.Array(Schema.String).check(
        Schema.makeFilter((types) => types.includes("BitstringStatusListCredential"))
      ),
      credentialSubject: Schema.Struct({
        statusPurpose: Schema.Literal("revocation"),
        encodedList: Schema.String
      })
    })
  )(credential)

interface StatusList {
  readonly verdict: BadgeVerdict
  readonly id: string
  readonly encodedList: string | undefined
}

// A status list is believed as a badge is: signed by a key that was brought along. It is as of today, whatever day the
// badge is asked about: what was revoked since is revoked.
const statusListIn = (
  name: string,
  reading: Omit<BadgeReading, "conforms">,
  streams: Streams
): Effect.Effect<StatusList, BadInput> =>
  Effect.gen(function* () {
    const content = yield* contentIn(name, "--status-list", streams)
    const verdict = yield* Effect.promise(() =>
      readBadge(content, {
        ...reading,
        conforms: (credential) =>
          listForm(credential) ? [] : [{ path: "", expected: "a status list of revocations", got: "another" }]
      })
    )
    const { credentialSubject: subject, id } = verdict.credential ?? {}
    const held =
      typeof subject === "object" && subject !== null ? Reflect.get(subject, "encodedList") : undefined
    return {
      verdict,
      id: typeof id === "string" ? id : "",
      encodedList: verdict.verdict === "valid" && typeof held === "string" ? held : undefined
    }
  })

/** Verifies badges. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { at, files, issuer, json, key: keyFile, statusList: listFile } = yield* decodeFlags(given)
  const key = keyFile === undefined ? undefined : yield* badgeReaderKeyIn("--key", keyFile)
  const today = new Date(yield* Clock.currentTimeMillis).toISOString()
  const now = at ?? today
  const reading: Omit<BadgeReading, "conforms"> = {
    now: now.length === 10 ? `${now}T23:59:59.999Z` : now,
    // A badge names its issuer; whose key it is that was brought along is what the reader says.
    keyOf: (named) => Promise.resolve(issuer !== undefined && named !== issuer ? undefined : key)
  }
  const list =
    listFile === undefined ? undefined : yield* statusListIn(listFile, { ...reading, now: today }, streams)
  const verdicts: Array<BadgeVerdict & { readonly file: string }> = []
  for (const file of files) {
    const content = yield* contentIn(file, "FILE", streams)
    const verdict = yield* Effect.promise(() =>
      readBadge(content, {
        ...reading,
        conforms: openBadgeProblems,
        statusList: (uri) => Promise.resolve(uri === list?.id ? list.encodedList : undefined)
      })
    )
    verdicts.push({ file, ...verdict })
  }
  const lists = list === undefined || listFile === undefined ? [] : [{ file: listFile, ...list.verdict }]
  const text = (): string =>
    [
      ...lists.filter(({ verdict }) => verdict !== "valid").map((each) => badgeText(each)),
      ...verdicts.map((each) => badgeText(each))
    ].join("\n")
  yield* Effect.promise(() =>
    streams.out(json === true ? jsonLine(plain({ badges: verdicts, statusLists: lists })) : text())
  )
  return [...verdicts, ...lists].every(({ verdict }) => verdict === "valid")
    ? exitCodes.ok
    : exitCodes.refused
})
