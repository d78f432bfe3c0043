// Appends that arrive together share a transaction, and so one wait for the disk. Each is judged on its own, in
// the order of arrival; nobody is answered before the commit.
import { type Admitted, type Appended, type AppendError, OutcomeUnknown, StoreUnavailable } from "@lcqm/core"
import { Effect, Result } from "effect"
import type { Appending } from "./appending.ts"
import type { Database, Statement } from "../file/database.ts"
import { rollBack } from "../file/opening.ts"
import { pauseBefore } from "../file/retrying.ts"
import { failureOf, isBusy, isCertainlyNotCommitted } from "../file/sqlite-failure.ts"

type Answer = Result.Result<Appended, AppendError>

interface Waiting {
  readonly append: Admitted
  readonly since: number
  readonly answer: (answer: Answer) => void
}

// Events of one transaction: while it is written nothing else of this process runs.
const eventsPerCommit = 1_000

/** The one writer of a store. */
export class GroupCommit {
  readonly #appending: Appending
  readonly #store: string
  readonly #patience: number
  readonly #onCommit: () => void
  readonly #begin: Statement
  readonly #commit: Statement
  readonly #database: Database
  #waiting: Array<Waiting> = []
  #timer: NodeJS.Timeout | undefined
  #scheduled = false
  #attempts = 0
  #closed = false

  constructor(
    database: Database,
    appending: Appending,
    options: { readonly store: string; readonly patience: number; readonly onCommit: () => void }
  ) {
    this.#database = database
    this.#appending = appending
    this.#store = options.store
    this.#patience = options.patience
    this.#onCommit = options.onCommit
    this.#begin = database.prepare("BEGIN IMMEDIATE")
    this.#commit = database.prepare("COMMIT")
  }

  /** Appends with whatever else arrives in this turn. Interrupted before its transaction, it is not written. */
  append(append: Admitted): Effect.Effect<Appended, AppendError> {
    return Effect.callback<Appended, AppendError>((resume) => {
      const waiting: Waiting = {
        append,
        since: Date.now(),
        answer: (answer) => resume(Effect.fromResult(answer))
      }
      this.#waiting.push(waiting)
      this.#schedule()
      return Effect.sync(() => {
        this.#waiting = this.#waiting.filter((each) => each !== waiting)
      })
    })
  }

  /** Refuses whatever still waits for the file. */
  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
    const reason = "it was closed before the append could begin; nothing was written"
    this.#refuse(
      this.#waiting.splice(0),
      new StoreUnavailable({ store: this.#store, reason, retryable: false })
    )
  }

  #schedule(): void {
    if (this.#scheduled || this.#closed) return
    this.#scheduled = true
    queueMicrotask(() => this.#write())
  }

  #write(): void {
    this.#scheduled = false
    if (this.#closed || this.#waiting.length === 0) return
    try {
      this.#begin.run()
    } catch (error) {
      return isBusy(error)
        ? this.#waitForFile(error)
        : this.#refuse(this.#waiting.splice(0), this.#failure(error))
    }
    this.#attempts = 0
    const group = this.#nextGroup()
    const answers = this.#transact(group)
    if (this.#waiting.length > 0) {
      this.#scheduled = true
      setImmediate(() => this.#write())
    }
    group.forEach(({ answer }, i) => answer(answers[i]!))
  }

  #nextGroup(): ReadonlyArray<Waiting> {
    let events = 0
    let count = 0
    for (const { append } of this.#waiting) {
      events += append.events.length
      if (count > 0 && events > eventsPerCommit) break
      count += 1
    }
    return this.#waiting.splice(0, count)
  }

  #transact(group: ReadonlyArray<Waiting>): ReadonlyArray<Answer> {
    const answers: Array<Answer> = []
    try {
      this.#appending.begin()
      for (const { append } of group) answers.push(this.#appending.append(append))
    } catch (error) {
      return this.#undone(group, error)
    }
    try {
      this.#commit.run()
    } catch (error) {
      if (isCertainlyNotCommitted(error)) return this.#undone(group, error)
      const answersAfterDoubt = this.#undone(group, error)
      const { message } = this.#failure(error)
      return answersAfterDoubt.map((_, i) =>
        Result.fail(new OutcomeUnknown({ stream: group[i]!.append.stream, reason: message }))
      )
    }
    this.#onCommit()
    return answers
  }

  #undone(group: ReadonlyArray<Waiting>, error: unknown): ReadonlyArray<Answer> {
    rollBack(this.#database)
    this.#appending.forget()
    const failure = this.#failure(error)
    return group.map(() => Result.fail(failure))
  }

  // Another process is writing: the event loop goes on, and those who have waited too long are told.
  #waitForFile(error: unknown): void {
    const latest = Date.now() - this.#patience
    const late = this.#waiting.filter(({ since }) => since <= latest)
    this.#waiting = this.#waiting.filter(({ since }) => since > latest)
    this.#refuse(late, this.#failure(error))
    if (this.#waiting.length === 0) return
    this.#scheduled = true
    this.#timer = setTimeout(() => this.#write(), pauseBefore(this.#attempts))
    this.#attempts += 1
  }

  #refuse(waiting: ReadonlyArray<Waiting>, failure: AppendError): void {
    for (const { answer } of waiting) answer(Result.fail(failure))
  }

  #failure(error: unknown): AppendError {
    return failureOf(this.#store, error)
  }
}
