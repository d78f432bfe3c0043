// Runs of effects that hear what a program with a tracer and a logger would be told: every span with its attributes and
// how it ended, and every line of a log.
import { Effect, Logger, Tracer } from "effect"

/** Runs effects, and keeps all that was told while they ran. */
export const listening = () => {
  const said: Array<string> = []
  const tracer = Tracer.make({
    span: (options) => {
      const span = new Tracer.NativeSpan(options)
      const end = span.end.bind(span)
      span.end = (time, exit) => {
        end(time, exit)
        said.push(JSON.stringify([span.name, [...span.attributes], span.events, exit]), String(exit))
      }
      return span
    }
  })
  const logger = Logger.make(({ cause, message }) => void said.push(JSON.stringify([message, cause])))
  const run = <A, E>(effect: Effect.Effect<A, E>): Promise<A> =>
    Effect.runPromise(Effect.provide(Effect.withTracer(effect, tracer), Logger.layer([logger])))
  return { run, said }
}
