// The files of a people register and a key ring, and the master key: which are meant, and opened for one piece of work.
import { KeyRing, type KeyRingUnavailable, type PeopleRegister } from "@lcqm/core"
import {
  type MasterKey,
  masterKeyFrom,
  openKeyRingWithoutMasterKey,
  openSqliteKeyRing,
  openSqlitePeopleRegister
} from "@lcqm/sqlite"
import { Effect, Layer, Result, Schema, type Scope } from "effect"
import type { Given } from "../carry-out.ts"
import { type BadInput, badInput, commandLine, type Failure } from "../failure.ts"
import { type KeptBeside, told } from "../over-store.ts"
import { Path } from "./flags.ts"
import { secretIn } from "../ledger/key-files.ts"

/** The flag of every command over a people register. */
export const peopleFlag = { people: Schema.optionalKey(Path) }

/** The flag of every command that tells whose keys are on a ring, which takes no master key. */
export const ringFlag = { keys: Schema.optionalKey(Path) }

/** The flags of every command over a key ring. */
export const keysFlags = { ...ringFlag, masterKey: Schema.optionalKey(Path) }

/** The flag of those commands over a key ring that go on where its master key is lost. */
export const lostMasterKeyFlag = { lostMasterKey: Schema.optionalKey(Schema.Boolean) }

/** Where a key ring is and what opens it, as far as it is said. */
export interface KeysGiven {
  readonly keys?: string | undefined
  readonly masterKey?: string | undefined
  /** Whether it is said that the master key is lost: the ring is opened without it, whatever the environment names. */
  readonly lostMasterKey?: boolean | undefined
}

const missing = (path: string, expected: string): Effect.Effect<never, BadInput> =>
  Effect.fail(
    badInput("command over what is kept of people", commandLine, { path, expected, got: "nothing" })
  )

/** The register that is meant; it must be said. */
export const peopleGiven = (people: string | undefined): Effect.Effect<string, BadInput> =>
  people === undefined
    ? missing("--people", "the people register: --people FILE, or LCQM_PEOPLE")
    : Effect.succeed(people)

/** The key ring that is meant; it must be said. */
export const keysGiven = (keys: string | undefined): Effect.Effect<string, BadInput> =>
  keys === undefined ? missing("--keys", "the key ring: --keys FILE, or LCQM_KEYS") : Effect.succeed(keys)

const expected = "a file with a master key (lcqm keys init, or openssl rand -hex 32)"

// Of what is no key only its length is told: it may be one that was mistyped.
const keyOf = (path: string, source: string, text: string): Effect.Effect<MasterKey, BadInput> =>
  Effect.fromResult(
    Result.mapError(masterKeyFrom(text), ({ length }) =>
      badInput("master key", source, {
        path,
        expected: "64 lower-case hexadecimal digits",
        got: `a text of ${length} characters that is none`
      })
    )
  )

/** The master key in a file that only its owner may read. */
export const masterKeyIn = (flag: string, name: string): Effect.Effect<MasterKey, BadInput> =>
  Effect.flatMap(secretIn(flag, name, expected), (text) => keyOf(flag, name, text.trim()))

/** The master key that is meant: in the file named, or itself in LCQM_MASTER_KEY. */
export const masterKeyGiven = (
  { env }: Given,
  file: string | undefined
): Effect.Effect<MasterKey, BadInput> => {
  if (file !== undefined) return masterKeyIn("--master-key", file)
  const text = env["LCQM_MASTER_KEY"] ?? ""
  return text === ""
    ? missing(
        "--master-key",
        "the ring's master key: --master-key FILE, LCQM_MASTER_KEY_FILE, or the key itself in LCQM_MASTER_KEY"
      )
    : keyOf("LCQM_MASTER_KEY", commandLine, text)
}

type OpensRing = Effect.Effect<KeyRing["Service"], KeyRingUnavailable, Scope.Scope>

/** How the ring in a file is opened: it is there. */
const opening = (
  given: Given,
  file: string,
  { lostMasterKey, masterKey }: KeysGiven
): Effect.Effect<OpensRing, BadInput> => {
  if (lostMasterKey !== true) {
    return Effect.map(masterKeyGiven(given, masterKey), (key) =>
      openSqliteKeyRing(file, { masterKey: key, existing: true })
    )
  }
  if (!("masterKey" in given.flags)) return Effect.succeed(openKeyRingWithoutMasterKey(file))
  const problem = { path: "--lost-master-key", expected: "no --master-key beside it", got: "both" }
  return Effect.fail(badInput("command over what is kept of people", commandLine, problem))
}

/** The key ring that is meant, for work over a store; none where none is named. It is opened with the store. */
export const keyRingGiven = (given: Given, flags: KeysGiven): Effect.Effect<KeptBeside, BadInput> =>
  flags.keys === undefined
    ? Effect.succeed({})
    : Effect.map(opening(given, flags.keys, flags), (opens) => ({
        keyRing: Layer.fresh(Layer.effect(KeyRing, opens))
      }))

/** Work over the people register in a file; only entering somebody makes one. */
export const overPeople = <A, E extends Parameters<ReturnType<typeof told>>[0]>(
  file: string,
  access: "existing" | "made",
  work: (people: PeopleRegister["Service"]) => Effect.Effect<A, E>
): Effect.Effect<A, Failure> =>
  openSqlitePeopleRegister(file, { existing: access === "existing" }).pipe(
    Effect.flatMap(work),
    Effect.scoped,
    Effect.mapError(told(commandLine))
  )

/** Work over the key ring in a file, which is there. */
export const overKeys = <A, E extends Parameters<ReturnType<typeof told>>[0]>(
  given: Given,
  flags: KeysGiven,
  work: (ring: KeyRing["Service"]) => Effect.Effect<A, E>
): Effect.Effect<A, Failure> =>
  Effect.gen(function* () {
    const file = yield* keysGiven(flags.keys)
    const opens = yield* opening(given, file, flags)
    return yield* opens.pipe(Effect.flatMap(work), Effect.scoped, Effect.mapError(told(commandLine)))
  })
