// Spans for programs that trace, after OpenTelemetry's conventions; where no tracer was given there are none, and
// nothing is paid for them.
import { Effect, Stream, Tracer } from "effect"

/** What a span tells of. Keys are OpenTelemetry's where it has one (`db.operation.name`), else begin with `lcqm.`. */
export interface Told {
  readonly kind: "internal" | "client"
  readonly attributes: Readonly<Record<string, string | number>>
}

const isTraced = Effect.withFiberSucceed((fiber) => fiber.getRef(Tracer.Tracer) !== Tracer.nativeTracer)

// `error.type` is the convention's name for what kind of error it was; ours is the tag.
const typed = (error: unknown): Effect.Effect<void> =>
  Effect.annotateCurrentSpan(
    "error.type",
    typeof error === "object" && error !== null && "_tag" in error ? String(error._tag) : "unknown"
  )

/**
 * Runs an effect in a span, where the program has a tracer; `told` is asked only then. A failure is told by its tag.
 * @example
 * ```ts
 * import { inSpan } from "@lcqm/core"
 * import { Effect } from "effect"
 * const traced = inSpan("append school", () => ({ kind: "client", attributes: {} }))(Effect.succeed(1))
 * await Effect.runPromise(traced) // => 1
 * ```
 */
export const inSpan =
  (name: string, told: () => Told) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.withFiber<A, E, R>((fiber) =>
      fiber.getRef(Tracer.Tracer) === Tracer.nativeTracer
        ? effect
        : Effect.withSpan(Effect.tapError(effect, typed), name, told())
    )

/**
 * Draws a stream in a span that lasts as long as it is drawn, where the program has a tracer.
 * @example
 * ```ts
 * import { streamInSpan } from "@lcqm/core"
 * import { Effect, Stream } from "effect"
 * const traced = streamInSpan("subscribe", () => ({ kind: "client", attributes: {} }))(Stream.make(1, 2))
 * await Effect.runPromise(Stream.runCollect(traced)) // => [1, 2]
 * ```
 */
export const streamInSpan =
  (name: string, told: () => Told) =>
  <A, E, R>(stream: Stream.Stream<A, E, R>): Stream.Stream<A, E, R> =>
    Stream.unwrap(
      Effect.map(isTraced, (traced) =>
        traced ? Stream.withSpan(Stream.tapError(stream, typed), name, told()) : stream
      )
    )
