// One read model on its way along the store: where it is, what it is doing, and the steps that move it, one at a
// time. Whoever reads the store for it hands over what was read; what it has folded already is left out.
import { Effect, Semaphore } from "effect"
import type { EventStore, Position, Recorded } from "../event-store/index.ts"
import { BookmarkAhead, type ProjectionFailure } from "./errors.ts"
import { passOver } from "./pass.ts"
import type { Progress, ProjectionState } from "./progress.ts"
import type { ReadModel } from "./read-model.ts"

type Store = EventStore["Service"]

/** A read model on its way. */
export class Follower<Model> {
  readonly readModel: ReadModel<Model>
  readonly #store: Store
  readonly #tell: (progress: Progress) => void
  readonly #step = Semaphore.makeUnsafe(1)
  readonly #pass = Semaphore.makeUnsafe(1)
  readonly #waiting = new Set<() => void>()
  #state: ProjectionState = "resting"
  #failure: ProjectionFailure | undefined
  #at: Position | undefined
  #shown: Position | undefined
  #head: Position | "none" = "none"
  #folded = 0

  constructor(store: Store, readModel: ReadModel<Model>, tell: (progress: Progress) => void) {
    this.#store = store
    this.readModel = readModel
    this.#tell = tell
  }

  /** How far it has folded, as far as this runner knows. */
  get at(): Position | undefined {
    return this.#at
  }

  /** Whose subscription moves it now, where one does: who waits for it need not read the store. */
  company: object | undefined

  /** What it has to tell. */
  get progress(): Progress {
    const { name, version } = this.readModel
    return {
      name,
      version,
      state: this.#state,
      bookmark: this.#shown ?? "none",
      head: this.#head,
      folded: this.#folded,
      failure: this.#failure
    }
  }

  /** Says what it is doing now, and wakes those who wait for it. */
  turn(state: ProjectionState, failure?: ProjectionFailure): void {
    this.#state = state
    this.#failure = failure
    this.#moved()
  }

  /** No subscription moves it any more. */
  stop(): void {
    this.company = undefined
    this.turn("stopped")
  }

  /** Says that what a subscription had for it is folded. While it is rebuilt it says that, although the old build goes on. */
  arrived(atEnd: boolean): void {
    const state = atEnd ? "live" : "catching up"
    if (this.#state !== state && this.#state !== "rebuilding") this.turn(state)
  }

  /** Looks up where it stands; answers whether what is kept can be gone on from. */
  readonly lookUp: Effect.Effect<boolean, ProjectionFailure> = Effect.suspend(() =>
    this.#onlyOne(this.#lookedUp)
  )

  /** Folds what was read, up to a position. */
  take(events: ReadonlyArray<Recorded>, to: Position): Effect.Effect<void, ProjectionFailure> {
    return this.#onlyOne(
      Effect.suspend(() => {
        const from = this.#at
        if (from !== undefined && to <= from) return Effect.void
        const due = this.#due(events, from)
        const step = Effect.map(this.readModel.current.step({ from, to, events: due }), () => {
          this.#at = to
          if (this.#state !== "rebuilding") this.#shown = to
          this.#folded += due.length
          if (this.#head === "none" || this.#head < to) this.#head = to
          this.#moved()
        })
        // Cut off in between, it would have moved and not know it.
        return Effect.uninterruptible(step)
      })
    )
  }

  /** Looks up where it stands, and builds it anew where what is kept cannot be gone on from. */
  readonly ready: Effect.Effect<void, ProjectionFailure> = Effect.suspend(() =>
    this.#pass.withPermits(1)(this.#readied)
  )

  /** Folds what there is, up to the end of the store as of now; whoever asks meanwhile waits for the same pass. */
  readonly pass: Effect.Effect<void, ProjectionFailure> = Effect.suspend(() =>
    this.#pass.withPermits(1)(
      Effect.suspend(() => {
        const before = this.#state === "failed" ? "resting" : this.#state
        return Effect.andThen(this.#readied, this.#passToHead).pipe(
          Effect.tapError((failure) => Effect.sync(() => this.#turnAlone("failed", failure))),
          Effect.andThen(Effect.sync(() => this.#turnAlone(before)))
        )
      })
    )
  )

  /** Builds the model anew from the first event on, beside the one that is read, and then puts it in its place. */
  readonly rebuild: Effect.Effect<void, ProjectionFailure> = Effect.suspend(() => {
    const before = this.#state
    const failure = this.#failure
    return Effect.onExit(Effect.scoped(this.#buildAnew), (exit) =>
      Effect.sync(() => {
        this.#shown = this.#at
        // It may have failed or been stopped meanwhile, and says so already.
        if (this.#state !== "rebuilding") return
        if (before !== "failed") this.turn(before)
        else if (exit._tag === "Success") this.turn("resting")
        else this.turn("failed", failure)
      })
    )
  })

  /** Waits until it is so; looks whenever something has changed. */
  until(isSo: () => boolean): Effect.Effect<void> {
    return Effect.callback<void>((resume) => {
      if (isSo()) return resume(Effect.void)
      const wake = () => {
        if (this.#waiting.has(wake) && isSo()) {
          this.#waiting.delete(wake)
          resume(Effect.void)
        }
      }
      this.#waiting.add(wake)
      return Effect.sync(() => void this.#waiting.delete(wake))
    })
  }

  // A subscription that has begun meanwhile says itself what it is doing.
  #turnAlone(state: ProjectionState, failure?: ProjectionFailure): void {
    if (this.company === undefined) this.turn(state, failure)
  }

  get #readied(): Effect.Effect<void, ProjectionFailure> {
    return Effect.flatMap(this.lookUp, (trusted) => (trusted ? Effect.void : this.rebuild))
  }

  get #lookedUp(): Effect.Effect<boolean, ProjectionFailure> {
    return Effect.gen({ self: this }, function* () {
      const { current, name, trusted, version } = this.readModel
      if (!(yield* trusted)) return false
      const bookmark = yield* current.bookmark
      const head = (yield* this.#store.head()).position
      this.#head = head
      if (bookmark !== undefined && (head === "none" || bookmark > head)) {
        return yield* new BookmarkAhead({ name, version, bookmark, store: this.#store.name, head })
      }
      this.#at = bookmark
      this.#shown = bookmark
      return true
    })
  }

  get #passToHead(): Effect.Effect<void, ProjectionFailure> {
    return Effect.suspend(() => {
      this.#turnAlone("catching up")
      const take = (events: ReadonlyArray<Recorded>, to: Position) => this.take(events, to)
      const pass = { store: this.#store, after: this.#at, types: this.readModel.types, take }
      return Effect.asVoid(passOver<ProjectionFailure>(pass))
    })
  }

  get #buildAnew() {
    return Effect.gen({ self: this }, function* () {
      this.#shown = undefined
      this.turn("rebuilding")
      const beside = yield* this.readModel.beside
      let at = yield* beside.bookmark
      const take = (events: ReadonlyArray<Recorded>, to: Position) =>
        Effect.map(beside.step({ from: at, to, events: this.#due(events, undefined) }), () => {
          at = to
          this.#shown = to
          this.#folded += events.length
          this.#moved()
        })
      const onwards = Effect.suspend(() =>
        passOver<ProjectionFailure>({ store: this.#store, after: at, types: this.readModel.types, take })
      )
      this.#head = (yield* this.#store.head()).position
      yield* onwards
      // The old build goes on meanwhile. It stands still only for what has come since, so that no reader goes back.
      yield* this.#onlyOne(
        Effect.gen({ self: this }, function* () {
          yield* onwards
          yield* beside.publish
          this.#at = at
        })
      )
    })
  }

  #due(events: ReadonlyArray<Recorded>, from: Position | undefined): ReadonlyArray<Recorded> {
    const { types } = this.readModel
    return events.filter(({ position, type }) => types.has(type) && (from === undefined || position > from))
  }

  #onlyOne<A, E>(effect: Effect.Effect<A, E>): Effect.Effect<A, E> {
    return this.#step.withPermits(1)(effect)
  }

  #moved(): void {
    this.#waiting.forEach((wake) => wake())
    this.#tell(this.progress)
  }
}
