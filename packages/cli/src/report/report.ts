// `lcqm report`: one self-contained HTML file, of one award or of the register.
import { awardReport, pageParts, registerReport } from "@lcqm/audit/report"
import { awardRegister, projectedAsAt, registeredAwards, SchemeId, Urn, verifiedRoot } from "@lcqm/core"
import { Effect, Schema, Stream } from "effect"
import type { Run } from "../carry-out.ts"
import { today } from "../command/give.ts"
import { exitCodes } from "../exit-codes.ts"
import { badInput, commandLine } from "../failure.ts"
import { flagsOf, Json, OutFile, Path } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { openingGiven, textsFlags } from "../given/texts-opened.ts"
import { overStore } from "../over-store.ts"
import type { StoreUrl } from "../store-url.ts"
import { jsonLine } from "../telling/json.ts"
import { intoNewFile } from "../telling/new-file.ts"
import { printable } from "../telling/printable.ts"
import { awardInFile, awardInStore, codec } from "./award-told.ts"
import { textsSaid, textsSaidText } from "./texts-said.ts"

const decodeFlags = flagsOf("lcqm report", {
  ...storeFlag,
  ...textsFlags,
  urn: Schema.optionalKey(Urn),
  register: Schema.optionalKey(Schema.Boolean),
  awardFile: Schema.optionalKey(Path),
  scheme: SchemeId,
  out: OutFile,
  json: Json
})

const misused = (path: string, expected: string, got: string) =>
  Effect.fail(badInput("command line of lcqm report", commandLine, { path, expected, got }))

const ofRegister = (url: StoreUrl, scheme: string, asOf: string) =>
  overStore(url, "reading", (store) =>
    Effect.gen(function* () {
      const { events: size, root } = yield* verifiedRoot(store)
      const all = registeredAwards(yield* projectedAsAt(store, awardRegister, {}))
      const awards = all.filter((award) => award.scheme === scheme)
      return registerReport({ scheme, awards, asOf, log: { size, root } }, { style: pageParts().style })
    })
  )

/** Writes a report. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { awardFile, json, out, register, scheme, store, urn } = flags
  const asked = [urn, awardFile, register].filter((each) => each !== undefined && each !== false)
  if (asked.length !== 1) {
    const got = asked.length === 0 ? "nothing" : "several"
    return yield* misused("URN", "one of URN, --award-file FILE and --register", got)
  }
  if (register === true && flags.texts === true) {
    return yield* misused("--texts", "nothing: the register holds no text", "--texts")
  }
  const url = storeGiven(given, store)
  const opening = yield* openingGiven(given, flags)
  const on = yield* today
  const award =
    awardFile !== undefined
      ? yield* awardInFile(awardFile, url, opening, flags.keys, streams)
      : urn !== undefined
        ? yield* awardInStore(url, { scheme, school: urn }, opening)
        : undefined
  const html =
    award === undefined
      ? yield* ofRegister(url, scheme, on)
      : awardReport(codec, award.file, pageParts(), { on, told: award.told })
  const said = textsSaid(award?.told ?? [], award?.erasuresBy)
  const readers = said.textsOpened === 0 ? "as usual" : "its owner"
  const sha256 = yield* intoNewFile(out, Stream.make(Buffer.from(html)), readers)
  const text = `Report in ${printable(out)}\nSHA-256 ${sha256}\n${textsSaidText(said)}`
  yield* Effect.promise(() => streams.out(json === true ? jsonLine({ file: out, sha256, ...said }) : text))
  return exitCodes.ok
})
