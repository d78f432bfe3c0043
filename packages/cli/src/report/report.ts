// `lcqm report`: one self-contained HTML file, of one award or of the register.
import { type AwardFile, makeAwardFile } from "@lcqm/audit"
import { awardReport, pageParts, registerReport } from "@lcqm/audit/report"
import {
  awardRegister,
  codecOf,
  lcqmCatalogue,
  projectedAsAt,
  registeredAwards,
  SchemeId,
  Urn,
  verifiedRoot
} from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { Clock, Effect, Schema, Stream } from "effect"
import { awardFileIn } from "../audit/award-file-given.ts"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { badInput, commandLine } from "../failure.ts"
import { flagsOf, Json, Path } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overStore } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { intoNewFile } from "../telling/new-file.ts"
import { printable } from "../telling/printable.ts"

const decodeFlags = flagsOf("lcqm report", {
  ...storeFlag,
  urn: Schema.optionalKey(Urn),
  register: Schema.optionalKey(Schema.Boolean),
  awardFile: Schema.optionalKey(Path),
  scheme: SchemeId,
  out: Path,
  json: Json
})

const ofWhat = "one of URN, --award-file FILE and --register"

const ofAward = (file: AwardFile): string =>
  awardReport(codecOf(lcqmCatalogue, nodeHasher), file, pageParts())

/** Writes a report. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { awardFile, json, out, register, scheme, store, urn } = yield* decodeFlags(given)
  const asked = [urn, awardFile, register].filter((each) => each !== undefined && each !== false)
  if (asked.length !== 1) {
    const got = asked.length === 0 ? "nothing" : "several"
    const problem = { path: "URN", expected: ofWhat, got }
    return yield* Effect.fail(badInput("command line of lcqm report", commandLine, problem))
  }
  const url = storeGiven(given, store)
  const html =
    awardFile !== undefined
      ? yield* Effect.map(awardFileIn(awardFile, streams), ofAward)
      : urn !== undefined
        ? yield* Effect.map(
            overStore(url, "reading", (of) => makeAwardFile(of, { scheme, school: urn })),
            ofAward
          )
        : yield* overStore(url, "reading", (of) =>
            Effect.gen(function* () {
              const { events: size, root } = yield* verifiedRoot(of)
              const all = registeredAwards(yield* projectedAsAt(of, awardRegister, {}))
              const asOf = new Date(yield* Clock.currentTimeMillis).toISOString().slice(0, 10)
              const awards = all.filter((award) => award.scheme === scheme)
              return registerReport(
                { scheme, awards, asOf, log: { size, root } },
                { style: pageParts().style }
              )
            })
          )
  const sha256 = yield* intoNewFile(out, Stream.make(Buffer.from(html)))
  const text = `Report in ${printable(out)}\nSHA-256 ${sha256}\n`
  yield* Effect.promise(() => streams.out(json === true ? jsonLine({ file: out, sha256 }) : text))
  return exitCodes.ok
})
