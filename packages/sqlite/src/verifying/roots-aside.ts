// The thread that compares hashes, as the main one sees it: it is told how far to go, and answers with the root there.
// Whatever becomes of the thread is an answer too: that nothing is known.
import { Worker } from "node:worker_threads"
import type { AnsweredRoot, AskedOfThread } from "./roots-thread.ts"

// None where this process may start none. A thread starts with what is built, whether this file is or is its source, and
// with none of the options that this process has: they may have it read sources.
const startedThread = (path: string): Worker | undefined => {
  const built = new URL("../../dist/verifying/roots-thread.js", import.meta.url)
  try {
    return new Worker(built, { workerData: path, execArgv: [] })
  } catch {
    return undefined
  }
}

/** The hashes of a file compared on a thread of its own, over a connection of its own, until it is closed. */
export class RootsAside {
  readonly #thread: Worker | undefined
  readonly #waiting: Array<(root: AnsweredRoot) => void> = []
  readonly #ended: Promise<void>
  #isOver = false
  #hasFailed = false

  constructor(path: string) {
    this.#thread = startedThread(path)
    this.#thread?.on("message", (root: AnsweredRoot) => {
      this.#hasFailed ||= root === undefined
      this.#waiting.shift()?.(root)
    })
    this.#ended = new Promise((ended) => {
      const end = () => {
        this.#isOver = this.#hasFailed = true
        for (const answered of this.#waiting.splice(0)) answered(undefined)
        ended()
      }
      this.#thread?.on("error", end)
      this.#thread?.on("exit", end)
      if (this.#thread === undefined) end()
    })
  }

  /** Whether it is known already that no root will be answered. */
  get hasFailed(): boolean {
    return this.#hasFailed
  }

  /** The root after so many events of the file; undefined where a hash of the file is another, or the thread has ended. */
  rootAfter(events: number): Promise<AnsweredRoot> {
    return new Promise((answered) => {
      if (this.#isOver) return answered(undefined)
      this.#waiting.push(answered)
      this.#ask(events)
    })
  }

  /** Lets the thread close its connection; only then may the file be taken away. */
  close(): Promise<void> {
    if (!this.#isOver) this.#ask("end")
    return this.#ended
  }

  #ask(asked: AskedOfThread): void {
    this.#thread?.postMessage(asked, [])
  }
}
