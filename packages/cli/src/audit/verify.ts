// `lcqm verify`: award files, or the store itself, against the operator's key and checkpoints from elsewhere.
import {
  type AwardFileVerdict,
  type StoreVerdict,
  type StoreVerifyingWith,
  verifyAwardFile,
  verifyStore
} from "@lcqm/audit"
import { codecOf, lcqmCatalogue, Urn } from "@lcqm/core"
import type { LogPolicy } from "@lcqm/ledger"
import { nodeEd25519, nodeHasher } from "@lcqm/ledger/node"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { type BadInput, badInput, commandLine, type Failure } from "../failure.ts"
import { flagsOf, Json, Path, wholeNumber } from "../given/flags.ts"
import { readBytes } from "../given/read-text.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { verifierKeyGiven } from "../ledger/key-files.ts"
import { noteIn } from "../ledger/notes.ts"
import { overStore, told } from "../over-store.ts"
import { fileOfUrl, type StoreUrl } from "../store-url.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { awardFileText, storeText, verdictJson } from "./verdict-text.ts"

const Several = Schema.optionalKey(Schema.Array(Path))

const decodeFlags = flagsOf("lcqm verify", {
  ...storeFlag,
  files: Schema.Array(Path),
  key: Several,
  checkpoint: Several,
  witness: Several,
  quorum: Schema.optionalKey(wholeNumber("a quorum", 0, 100)),
  school: Schema.optionalKey(Urn),
  json: Json
})

const policyOf = (flags: {
  readonly key?: ReadonlyArray<string>
  readonly witness?: ReadonlyArray<string>
  readonly quorum?: number
}): Effect.Effect<LogPolicy | undefined, BadInput> =>
  Effect.gen(function* () {
    const { key = [], quorum = 0, witness = [] } = flags
    const logKeys = yield* Effect.forEach(key, (each) => verifierKeyGiven("--key", each))
    const witnesses = yield* Effect.forEach(witness, (each) => verifierKeyGiven("--witness", each))
    const [first] = logKeys
    if (first === undefined) return undefined
    const other = logKeys.find(({ name }) => name !== first.name)
    if (other !== undefined) {
      const problem = { path: "--key", expected: `keys of one log, ${first.name}`, got: other.name }
      return yield* Effect.fail(badInput("command line of lcqm verify", commandLine, problem))
    }
    return { origin: first.name, logKeys, witnesses, quorum }
  })

// A store that is a file is asked too what it finds wrong with itself.
const ofStore = (url: StoreUrl, by: StoreVerifyingWith): Effect.Effect<StoreVerdict, Failure> =>
  Effect.flatMap(fileOfUrl(url), (file) => {
    if (file === undefined) return overStore(url, "reading", (store) => verifyStore(store, by))
    const verdict = Effect.flatMap(file, (store) => verifyStore(store, { ...by, ofItself: store.verify }))
    return Effect.mapError(Effect.scoped(verdict), told(commandLine))
  })

/** Verifies award files, or the store where no file is named. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { checkpoint = [], files, json, school, store } = flags
  const policy = yield* policyOf(flags)
  const checkpoints = yield* Effect.forEach(checkpoint, (each) => noteIn("--checkpoint", each))
  const believed = policy === undefined ? {} : { policy }
  const tell = (verdict: unknown, text: string) =>
    Effect.promise(() => streams.out(json === true ? jsonLine(plain(verdict)) : text))

  if (files.length === 0) {
    const verdict = yield* ofStore(storeGiven(given, store), {
      ed25519: nodeEd25519,
      checkpoints,
      ...believed
    })
    yield* tell(verdictJson(verdict), storeText(verdict))
    return verdict.outcome === "verified" ? exitCodes.ok : exitCodes.refused
  }
  const codec = codecOf(lcqmCatalogue, nodeHasher)
  const asked = { codec, ed25519: nodeEd25519, known: checkpoints, ...believed }
  const verdicts: Array<AwardFileVerdict & { readonly file: string }> = []
  for (const file of files) {
    const bytes = yield* readBytes({ name: file, flag: "FILE" }, streams, "an award file")
    const question = school === undefined ? asked : { ...asked, school }
    verdicts.push({ file, ...(yield* Effect.promise(() => verifyAwardFile(bytes, question))) })
  }
  yield* tell(
    verdicts.map(verdictJson),
    verdicts.map((verdict) => awardFileText(verdict.file, verdict, policy)).join("\n")
  )
  return verdicts.every(({ outcome }) => outcome === "verified") ? exitCodes.ok : exitCodes.refused
})
