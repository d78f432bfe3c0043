// Catching up through the port: decoded, validated, frozen.
import "effect/schema/SchemaJITCompiler/enable"
import { Effect, Stream } from "effect"
import { filled } from "./served.js"

export const prepare = async ({ streams = 40 }) => {
  const { store } = await filled(streams)
  let seen = 0
  const catchUp = () => {
    seen = 0
    return Effect.runPromise(
      Stream.runForEachArray(
        Stream.takeUntil(store.subscribe("start"), ({ _tag }) => _tag === "CaughtUp"),
        (deliveries) =>
          Effect.sync(() => {
            for (const { _tag } of deliveries) if (_tag === "Event") seen += 1
          })
      )
    )
  }
  return { batch: catchUp, operations: 120 * streams, found: () => seen }
}
