// The keys of the ledger on disk. A signer key is a secret: its file is made for its owner alone, and one that others
// may read is refused, since nobody knows then who else can sign. A verifier key is public.
import { constants } from "node:fs"
import { open, readFile, stat } from "node:fs/promises"
import { Malformed, type NoteSigner, noteSigner, parseVerifierKey, type VerifierKey } from "@lcqm/ledger"
import { nodeHasher, nodeNoteSigner } from "@lcqm/ledger/node"
import { Effect } from "effect"
import { type BadInput, badInput, type Failure } from "../failure.ts"
import { isSystemError, readingFrom, readTextOfFile } from "../given/read-text.ts"

/** What no key is longer than: a name, an id and 44 characters of base64. */
const longestKey = 4_096

// Windows has no such bits; there the folder's rights are what counts.
const forOthers = process.platform === "win32" ? 0 : constants.S_IRWXG | constants.S_IRWXO

const refused = (flag: string, name: string, expected: string, got: string): BadInput =>
  badInput("key file", name, { path: flag, expected, got })

const malformed = (flag: string, name: string, error: unknown): Effect.Effect<never, BadInput> =>
  error instanceof Malformed
    ? Effect.fail(refused(flag, name, `${error.format}: ${error.where} ${error.expected}`, error.got))
    : Effect.die(error)

/** The text of a secret's file that only its owner may read; `expected` is what it is to be, in words. */
export const secretIn = (
  flag: string,
  name: string,
  expected: string,
  longest = longestKey
): Effect.Effect<string, BadInput> =>
  Effect.gen(function* () {
    const found = yield* readingFrom({ flag, name }, expected, () => stat(name))
    if (!found.isFile() || found.size > longest) {
      return yield* Effect.fail(refused(flag, name, expected, "no such file"))
    }
    if ((found.mode & forOthers) !== 0) {
      const mode = (found.mode & 0o777).toString(8).padStart(4, "0")
      const wanted = "a secret that only its owner may read (chmod 600)"
      return yield* Effect.fail(refused(flag, name, wanted, `one with permissions ${mode}`))
    }
    return yield* readingFrom({ flag, name }, expected, () => readFile(name, "utf8"))
  })

/** The signer of a key file that only its owner may read. */
export const signerIn = (flag: string, name: string): Effect.Effect<NoteSigner, BadInput> =>
  Effect.flatMap(secretIn(flag, name, "a file with a signer key (lcqm ledger keygen)"), (text) =>
    Effect.try({ try: () => nodeNoteSigner(text.trim()), catch: (error) => error }).pipe(
      Effect.catch((error) => malformed(flag, name, error))
    )
  )

/** The same key as a witness signs with it: over the text and the time at which it looked (C2SP tlog-cosignature). */
export const asWitness = ({ ed25519, key }: NoteSigner): NoteSigner =>
  noteSigner(nodeHasher, key.name, "cosignature/v1", ed25519)

/** A verifier key, given as its text or as the name of a file with it. */
export const verifierKeyGiven = (flag: string, given: string): Effect.Effect<VerifierKey, BadInput> =>
  Effect.gen(function* () {
    const isText = /^[^+\s]+\+[0-9a-f]{8}\+\S+$/u.test(given)
    const text = isText
      ? given
      : yield* readTextOfFile({ flag, name: given }, "a verifier key, or a file with one")
    if (text.startsWith("PRIVATE+KEY+")) {
      const expected = "a verifier key, which is public (FILE.pub of lcqm ledger keygen)"
      return yield* Effect.fail(refused(flag, isText ? "" : given, expected, "a secret signer key"))
    }
    return yield* Effect.try({
      try: () => parseVerifierKey(nodeHasher, text.trim()),
      catch: (error) => error
    }).pipe(Effect.catch((error) => malformed(flag, given, error)))
  })

/** Writes a file that is not there yet; `mode` is who may read it. */
export const writeNew = (
  flag: string,
  name: string,
  content: string | Uint8Array,
  mode = 0o644
): Effect.Effect<void, Failure> =>
  Effect.tryPromise({
    try: async () => {
      const handle = await open(name, "wx", mode)
      try {
        await handle.writeFile(content)
        await handle.sync()
      } finally {
        await handle.close()
      }
    },
    catch: (error) => error
  }).pipe(
    Effect.catch((error) =>
      isSystemError(error)
        ? Effect.fail<Failure>(
            badInput("place for a file", name, {
              path: flag,
              expected: "a file that is not there yet, where one can be made",
              got: error.code === "EEXIST" ? "one that is there" : error.message
            })
          )
        : Effect.die(error)
    )
  )
