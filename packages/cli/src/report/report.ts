// `lcqm report`: one self-contained HTML file, of one award or of the register.
import { type AwardFile, historyInFile, makeAwardFile } from "@lcqm/audit"
import { awardReport, pageParts, registerReport } from "@lcqm/audit/report"
import {
  awardRegister,
  codecOf,
  type LcqmEvent,
  lcqmCatalogue,
  type LcqmOperations,
  projectedAsAt,
  registeredAwards,
  SchemeId,
  type TextTold,
  Urn,
  verifiedRoot
} from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { Effect, Result, Schema, Stream } from "effect"
import { awardFileIn } from "../audit/award-file-given.ts"
import type { Run } from "../carry-out.ts"
import { today } from "../command/give.ts"
import { exitCodes } from "../exit-codes.ts"
import { badInput, commandLine } from "../failure.ts"
import { flagsOf, Json, Path } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { openedIn, openedText, type Opening, openingGiven, textsFlags } from "../given/texts-opened.ts"
import { overLcqm, overStore } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { intoNewFile } from "../telling/new-file.ts"
import { printable } from "../telling/printable.ts"

const decodeFlags = flagsOf("lcqm report", {
  ...storeFlag,
  ...textsFlags,
  urn: Schema.optionalKey(Urn),
  register: Schema.optionalKey(Schema.Boolean),
  awardFile: Schema.optionalKey(Path),
  scheme: SchemeId,
  out: Path,
  json: Json
})

const ofWhat = "one of URN, --award-file FILE and --register"

const codec = codecOf(lcqmCatalogue, nodeHasher)

/**
 * What is told of the sealed texts of a file. Opened are those of the school's own history, for whoever may read it;
 * texts of what its decisions read are about others.
 */
const textsOf = (lcqm: LcqmOperations, file: AwardFile, { reader }: Opening) =>
  Effect.gen(function* () {
    const read = historyInFile(codec, file)
    // The report says itself that the file cannot be read.
    if (Result.isFailure(read)) return []
    const { events, facts } = read.success
    // The codec's catalogue is what makes these events the domain's.
    const others = [...facts.values()].flat() as ReadonlyArray<LcqmEvent>
    const own = reader === undefined ? lcqm.withheldTexts(events) : lcqm.readTexts(reader, events)
    return [...(yield* own), ...(yield* lcqm.withheldTexts(others))]
  })

interface AwardToReport {
  readonly file: AwardFile
  readonly told: ReadonlyArray<TextTold>
}

/** Writes a report. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { awardFile, json, out, register, scheme, store, urn } = flags
  const asked = [urn, awardFile, register].filter((each) => each !== undefined && each !== false)
  if (asked.length !== 1) {
    const got = asked.length === 0 ? "nothing" : "several"
    const problem = { path: "URN", expected: ofWhat, got }
    return yield* Effect.fail(badInput("command line of lcqm report", commandLine, problem))
  }
  if (register === true && flags.texts === true) {
    const problem = { path: "--texts", expected: "nothing: the register holds no text", got: "--texts" }
    return yield* Effect.fail(badInput("command line of lcqm report", commandLine, problem))
  }
  const url = storeGiven(given, store)
  const opening = yield* openingGiven(given, flags)
  const on = yield* today

  const inStore = (school: string) =>
    overLcqm(
      url,
      "reading",
      (lcqm, of) =>
        Effect.gen(function* () {
          const file = yield* makeAwardFile(of, { scheme, school })
          return { file, told: yield* textsOf(lcqm, file, opening) }
        }),
      opening.beside
    )
  const inFile = (name: string) =>
    Effect.gen(function* () {
      const file = yield* awardFileIn(name, streams)
      // The file alone says nothing of its texts, and a store is asked only to open them.
      if (opening.reader === undefined) return { file, told: [] }
      const told = yield* overLcqm(url, "reading", (lcqm) => textsOf(lcqm, file, opening), opening.beside)
      return { file, told }
    })
  const ofRegister = overStore(url, "reading", (of) =>
    Effect.gen(function* () {
      const { events: size, root } = yield* verifiedRoot(of)
      const all = registeredAwards(yield* projectedAsAt(of, awardRegister, {}))
      const awards = all.filter((award) => award.scheme === scheme)
      return registerReport({ scheme, awards, asOf: on, log: { size, root } }, { style: pageParts().style })
    })
  )

  const award: AwardToReport | undefined =
    awardFile !== undefined ? yield* inFile(awardFile) : urn !== undefined ? yield* inStore(urn) : undefined
  const html =
    award === undefined
      ? yield* ofRegister
      : awardReport(codec, award.file, pageParts(), { on, told: award.told })
  const textsOpened = openedIn(award?.told ?? [])
  const sha256 = yield* intoNewFile(
    out,
    Stream.make(Buffer.from(html)),
    textsOpened === 0 ? "as usual" : "its owner"
  )
  const text = `Report in ${printable(out)}\nSHA-256 ${sha256}\n${openedText(textsOpened)}`
  yield* Effect.promise(() =>
    streams.out(json === true ? jsonLine({ file: out, sha256, textsOpened }) : text)
  )
  return exitCodes.ok
})
