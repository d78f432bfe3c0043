// The commands in a file: JSON lines, a command each, or one command over as many lines as it likes. Which of the two
// is told by the first line: by itself it is JSON, or it is not.
import { type Problem, repeatedKey } from "@lcqm/core"
import { emptyLine, type Line, lineGroups, longestLine } from "../given/json-lines.ts"

/** A command as it stands in the file, or what is wrong with its line. Lines are counted from 1. */
export type GivenCommand =
  | { readonly line: number; readonly ok: true; readonly value: unknown }
  | { readonly line: number; readonly ok: false; readonly problem: Problem }

const parsed = (bytes: Buffer): Line | undefined => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes)
    const value: unknown = JSON.parse(text)
    const problem = repeatedKey(text, value)
    return problem === undefined ? { ok: true, value } : { ok: false, problem }
  } catch {
    return undefined
  }
}

const lineFeed = 10

// What has been read so far is looked at, and then read again from its first byte.
class Beginning {
  readonly #rest: AsyncIterator<Buffer>
  readonly #read: Array<Buffer> = []
  #size = 0
  ended = false

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#rest = chunks[Symbol.asyncIterator]()
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#read)
  }

  /** Reads on until it is enough, to the end, or to more than any command has. */
  async until(enough: (chunk: Buffer) => boolean): Promise<void> {
    while (!this.ended && this.#size <= longestLine) {
      const { done, value } = await this.#rest.next()
      if (done === true) this.ended = true
      else {
        this.#read.push(value)
        this.#size += value.length
        if (enough(value)) return
      }
    }
  }

  async *again(): AsyncGenerator<Buffer> {
    yield* this.#read
    for (let next = await this.#rest.next(); next.done !== true; next = await this.#rest.next())
      yield next.value
  }

  async close(): Promise<void> {
    await this.#rest.return?.()
  }
}

/** Reads the commands as they come, in constant memory; lines that are empty are passed over. */
export async function* commandsIn(chunks: AsyncIterable<Buffer>): AsyncGenerator<GivenCommand> {
  const beginning = new Beginning(chunks)
  try {
    await beginning.until((chunk) => chunk.includes(lineFeed))
    const { bytes } = beginning
    const end = bytes.indexOf(lineFeed)
    if (end >= 0 && parsed(bytes.subarray(0, end)) === undefined) {
      await beginning.until(() => false)
      const whole = beginning.ended ? parsed(beginning.bytes) : undefined
      if (whole !== undefined) return yield { line: 1, ...whole }
    }
    let line = 0
    for await (const group of lineGroups(beginning.again())) {
      for (const each of group) {
        line += 1
        if (each !== emptyLine) yield { line, ...each }
      }
    }
  } finally {
    // Whoever stops at a command that is refused lets go of the file.
    await beginning.close()
  }
}
