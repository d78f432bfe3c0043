// From the bytes of a file to an award file, or to what is wrong with it and where. Nothing is believed by reading:
// that is for verifying.
import { decoderOf } from "@lcqm/core"
import { canonicalJson, NotCanonicalJson, parseCanonicalJson } from "@lcqm/ledger"
import { Data, Result } from "effect"
import { AwardFile } from "./award-file.ts"

/**
 * Bytes that are no award file. `reason` names what is wrong: `not text` and `not canonical` with the byte's
 * `offset`, from 0; `malformed` with the path in `where`.
 */
export class NotAnAwardFile extends Data.TaggedError("NotAnAwardFile")<{
  readonly reason: "not text" | "not canonical" | "malformed"
  readonly where: string
  readonly offset: number | undefined
  readonly expected: string
  readonly got: string
}> {
  override get message(): string {
    return `This is no award file (${this.reason}): at ${this.where} expected ${this.expected}; got ${this.got}. Ask for the file again; no byte of it may be changed.`
  }
}

const utf8 = new TextEncoder()
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
const lenient = new TextDecoder("utf-8", { ignoreBOM: true })

const textOf = (bytes: Uint8Array): Result.Result<string, NotAnAwardFile> => {
  try {
    return Result.succeed(strict.decode(bytes))
  } catch {
    // What is decoded and encoded again differs from the bytes first where they are not UTF-8.
    const again = utf8.encode(lenient.decode(bytes))
    const found = bytes.findIndex((byte, i) => byte !== again[i])
    const offset = found < 0 ? bytes.length : found
    return Result.fail(
      new NotAnAwardFile({
        reason: "not text",
        where: `byte ${offset}`,
        offset,
        expected: "UTF-8",
        got: `byte ${bytes[offset]?.toString(16) ?? "none"}`
      })
    )
  }
}

const parsed = (text: string): Result.Result<unknown, NotAnAwardFile> => {
  try {
    return Result.succeed(parseCanonicalJson(text))
  } catch (error) {
    if (!(error instanceof NotCanonicalJson)) throw error
    const offset = utf8.encode(text.slice(0, error.offset)).length
    const { expected, got } = error
    return Result.fail(
      new NotAnAwardFile({ reason: "not canonical", where: `byte ${offset}`, offset, expected, got })
    )
  }
}

const decode = decoderOf("award file", AwardFile)

/**
 * The award file of a file's bytes.
 * @example
 * ```ts
 * import { readAwardFile } from "@lcqm/audit"
 * import { Result } from "effect"
 * const read = readAwardFile(new TextEncoder().encode('{"format": 1}'))
 * Result.isFailure(read) ? [read.failure.reason, read.failure.offset] : "read" // => ["not canonical", 10]
 * ```
 */
export const readAwardFile = (bytes: Uint8Array): Result.Result<AwardFile, NotAnAwardFile> =>
  Result.flatMap(Result.flatMap(textOf(bytes), parsed), (value) =>
    Result.mapError(decode(value), ({ problems: [first] }) => {
      const { expected, got, path } = first
      const where = path === "" ? "the whole" : path
      return new NotAnAwardFile({ reason: "malformed", where, offset: undefined, expected, got })
    })
  )

/**
 * The bytes of an award file: canonical JSON (RFC 8785) without a line end, the same for the same file.
 * @example
 * ```ts
 * import { type AwardFile, awardFileBytes, readAwardFile } from "@lcqm/audit"
 * import { Result } from "effect"
 * const streams = [{ stream: "school-lcqm-900001", events: [] }] as const
 * const file: AwardFile = { format: "lcqm-award-file/1", scheme: "lcqm", school: "900001", streams }
 * Result.getOrThrow(readAwardFile(awardFileBytes(file))) // => file
 * ```
 */
export const awardFileBytes = (file: AwardFile): Uint8Array => utf8.encode(canonicalJson(file))
