// The connection of a store to its engine: calls with timers of our own, so many at once and no more, and made again
// with jitter where that is safe and may help.
import { type StoreFailure, StoreUnavailable } from "@lcqm/core"
import { Effect, Schedule, type Scope, Semaphore } from "effect"
import { Clients } from "./clients.ts"
import type { ConnectionString } from "../engine/connection-string.ts"
import { Drawing, type Drawn } from "../engine/drawing.ts"
import type { ConnectClient, EngineClient, OpenCall } from "../engine/engine-client.ts"
import { type Trouble, troubleOf } from "../engine/trouble.ts"
import { failureOf, isRetryable, type Told } from "../failure.ts"
import { type Begin, Lifetime } from "./lifetime.ts"
import { Places } from "./places.ts"

/** What a connection is made with: settings with every default filled in. */
export interface Connecting {
  /** What the store is called in errors. */
  readonly name: string
  readonly address: ConnectionString
  readonly connect: ConnectClient
  /** Milliseconds, each. */
  readonly deadline: number
  readonly patience: number
  readonly mostOpenCalls: number
}

// Fewer than the client's stream takes before it lets a writer wait (16): a writer that waits while the connection
// breaks is rejected where nobody can catch it.
const mostAppends = 12

// Beside the calls that stay open; together they are fewer than the hundred that a connection carries.
const mostShortReads = 24

// Milliseconds before something is tried the second time; random, so that not all come back at once.
const firstPause = (): number => 5 + Math.random() * 10

/** Opens a call over a client; `checkpoint` is told how far the server has looked. */
export type Open = (client: EngineClient, checkpoint: (position: bigint) => void) => OpenCall

const outcomeOf = (drawn: Drawn | Trouble): Effect.Effect<Drawn, Trouble> =>
  "_tag" in drawn ? Effect.fail(drawn) : Effect.succeed(drawn)

// A client that cannot be made, as where a file of keys is not there.
const made = <A>(make: () => A): A | Extract<Trouble, { readonly _tag: "Refused" }> => {
  try {
    return make()
  } catch (error) {
    return { _tag: "Refused", reason: error instanceof Error ? error.message : String(error) }
  }
}

/** The connection of one store. */
export class Connection {
  readonly name: string
  readonly deadline: number
  readonly patience: number
  readonly lifetime = new Lifetime()
  readonly #address: ConnectionString
  readonly #clients: Clients
  readonly #appends = new Places(mostAppends)
  readonly #shortReads = Semaphore.makeUnsafe(mostShortReads)
  readonly #openCalls: Semaphore.Semaphore
  readonly #mostOpenCalls: number

  constructor({ address, connect, deadline, mostOpenCalls, name, patience }: Connecting) {
    this.name = name
    this.deadline = deadline
    this.patience = patience
    this.#address = address
    this.#clients = new Clients(address, connect)
    this.#openCalls = Semaphore.makeUnsafe(mostOpenCalls)
    this.#mostOpenCalls = mostOpenCalls
  }

  /** What a failure is told with. */
  told(doing: string): Told {
    return { store: this.name, doing, withoutSecrets: this.#address.withoutSecrets }
  }

  /** Does it again, at growing intervals with jitter, for as long as it may help and the patience lasts. */
  again<A, R>(
    effect: Effect.Effect<A, Trouble, R>,
    mayHelp: (trouble: Trouble) => boolean = isRetryable
  ): Effect.Effect<A, Trouble, R> {
    // A schedule is not made for what succeeds: on every append it would be a good part of the price.
    return effect.pipe(
      Effect.catch((trouble) => (mayHelp(trouble) ? this.#afterAll(effect, mayHelp) : Effect.fail(trouble)))
    )
  }

  #afterAll<A, R>(
    effect: Effect.Effect<A, Trouble, R>,
    mayHelp: (trouble: Trouble) => boolean
  ): Effect.Effect<A, Trouble, R> {
    const schedule = Schedule.min([Schedule.exponential("20 millis"), Schedule.spaced("1 second")]).pipe(
      Schedule.jittered,
      Schedule.upTo({ duration: this.patience })
    )
    const first = Effect.andThen(Effect.sleep(firstPause()), effect)
    return first.pipe(
      Effect.catch((trouble) =>
        mayHelp(trouble) ? Effect.retry(effect, { schedule, while: mayHelp }) : Effect.fail(trouble)
      )
    )
  }

  /** One call over the client that appends. */
  calling<A>(call: (client: EngineClient) => Promise<A>): Effect.Effect<A, Trouble> {
    const begin: Begin<A> = (settle) => {
      const writer = made(() => this.#clients.writer)
      if ("_tag" in writer) return settle(Effect.fail(writer))
      let answered = false
      writer.running += 1
      const answer = (outcome: Effect.Effect<A, Trouble>) => {
        answered = true
        return settle(outcome)
      }
      call(writer.client).then(
        (value) => answer(Effect.succeed(value)),
        (error: unknown) => {
          const trouble = troubleOf(error)
          this.#clients.failed(writer, error, trouble)
          return answer(Effect.fail(trouble))
        }
      )
      return () => {
        this.#clients.release(writer)
        // Silent for too long: whatever is wrong with it, the next call had better not find out.
        if (!answered) this.#clients.retire(writer)
      }
    }
    return Effect.callback<A, Trouble>((resume) => {
      let stop: (() => void) | undefined
      const leave = this.#appends.enter((leaveAgain) => {
        stop = this.lifetime.waitFor(this.deadline, begin, (outcome) => {
          resume(outcome)
          leaveAgain()
        })
      })
      return Effect.sync(() => {
        stop?.()
        leave()
      })
    })
  }

  /** Connects, and asks the server what it can do, before the first append is in a hurry. */
  get ready(): Effect.Effect<void, StoreFailure> {
    return Effect.mapError(this.again(this.calling((client) => client.ready())), (trouble) =>
      failureOf(this.told("connecting"), trouble)
    )
  }

  /** Opens a call; whoever opens it stops it. */
  opening(open: Open): Effect.Effect<Drawing, Trouble> {
    return Effect.suspend((): Effect.Effect<Drawing, Trouble> => {
      if (this.lifetime.over) return Effect.fail({ _tag: "Closed" })
      const reader = made(() => this.#clients.reader)
      if ("_tag" in reader) return Effect.fail(reader)
      let drawing: Drawing | undefined
      const call = open(reader.client, (position) => drawing?.reached(position))
      reader.running += 1
      drawing = new Drawing(call, (trouble) => {
        // A client that did not find a node, or does not answer, is not asked again.
        if (trouble?._tag === "Unreachable" && (trouble.late || !trouble.sent)) this.#clients.retire(reader)
        this.#clients.release(reader)
      })
      return Effect.succeed(drawing)
    })
  }

  /** What the call has handed over, as soon as there is something; waits for at most so many milliseconds. */
  draw(drawing: Drawing, milliseconds: number): Effect.Effect<Drawn, Trouble> {
    return Effect.suspend(() => {
      if (this.lifetime.over) return Effect.fail<Trouble>({ _tag: "Closed" })
      const drawn = drawing.draw()
      if (drawn !== undefined) return outcomeOf(drawn)
      return this.lifetime.wait<Drawn>(milliseconds, (settle) =>
        drawing.whenNews(() => {
          const found = drawing.draw()
          if (found !== undefined) settle(outcomeOf(found))
        })
      )
    })
  }

  /** All that a short read finds, however often it has to be asked for. */
  reading(open: Open): Effect.Effect<Drawn["records"], Trouble> {
    const once = Effect.acquireUseRelease(
      this.opening(open),
      (drawing) =>
        Effect.tapError(this.#collected(drawing, []), (trouble) => Effect.sync(() => drawing.stop(trouble))),
      (drawing) => Effect.sync(() => drawing.stop())
    )
    return this.again(this.#shortReads.withPermits(1)(once))
  }

  #collected(drawing: Drawing, before: Drawn["records"]): Effect.Effect<Drawn["records"], Trouble> {
    return Effect.flatMap(this.draw(drawing, this.deadline), ({ ended, records }) => {
      const all = before.length === 0 ? records : [...before, ...records]
      return ended ? Effect.succeed(all) : this.#collected(drawing, all)
    })
  }

  /** A place for a call that stays open. Waits for one, though not for ever. */
  readonly place: Effect.Effect<void, StoreFailure, Scope.Scope> = Effect.suspend(() =>
    Effect.acquireRelease(
      Effect.timeoutOrElse(this.#openCalls.take(1), {
        duration: this.deadline,
        orElse: () =>
          Effect.fail(
            new StoreUnavailable({
              store: this.name,
              reason: `${this.#mostOpenCalls} subscriptions and reads of the whole store are open over it already, and a connection carries few more; end some, or open the store once more`,
              retryable: true
            })
          )
      }),
      () => this.#openCalls.release(1),
      { interruptible: true }
    )
  )

  /** Ends everything that goes on over it. */
  close(): void {
    this.lifetime.end()
    this.#clients.disposeAll()
  }
}
