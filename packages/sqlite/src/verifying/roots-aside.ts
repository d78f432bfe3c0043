// The thread that compares hashes, as the main one sees it: pages go out in order, answers come back in order. Whatever
// becomes of the thread is an answer too: that nothing is known.
import { Worker } from "node:worker_threads"
import type { AnsweredRoot, SentHashes } from "./roots-thread.ts"

// None where this process may start none. A thread starts with what is built, whether this file is or is its source, and
// with none of the options that this process has: they may have it read sources.
const startedThread = (): Worker | undefined => {
  try {
    return new Worker(new URL("../../dist/verifying/roots-thread.js", import.meta.url), { execArgv: [] })
  } catch {
    return undefined
  }
}

/** The hashes of a log compared on a thread of its own, which lives until it is closed. */
export class RootsAside {
  readonly #thread: Worker | undefined
  readonly #waiting: Array<(root: AnsweredRoot) => void> = []
  #ended = false

  constructor() {
    this.#thread = startedThread()
    this.#thread?.on("message", (root: AnsweredRoot) => this.#waiting.shift()?.(root))
    this.#thread?.on("error", () => this.#end())
    this.#thread?.on("exit", () => this.#end())
  }

  /** The root after the next events of the log; undefined where a hash of the file is another, or the thread has ended. */
  compared(sent: SentHashes): Promise<AnsweredRoot> {
    return new Promise((answered) => {
      if (this.#thread === undefined || this.#ended) return answered(undefined)
      this.#waiting.push(answered)
      this.#thread.postMessage(sent, [])
    })
  }

  async close(): Promise<void> {
    await this.#thread?.terminate()
  }

  #end(): void {
    this.#ended = true
    for (const answered of this.#waiting.splice(0)) answered(undefined)
  }
}
