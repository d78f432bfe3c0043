// How much memory is really held: V8's collector is asked to run first, so that a law about memory does not
// depend on when it would have run by itself.
import { Effect } from "effect"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"

const collector = (): (() => void) => {
  setFlagsFromString("--expose-gc")
  const collect: unknown = runInNewContext("gc")
  setFlagsFromString("--no-expose-gc")
  return () => {
    if (typeof collect === "function") collect()
  }
}

const collect = collector()

/** Bytes on the heap that something still refers to; what earlier tests left has had its turn to go. */
export const heldBytes: Effect.Effect<number> = Effect.andThen(
  Effect.sleep(5),
  Effect.sync(() => {
    collect()
    collect()
    return process.memoryUsage().heapUsed
  })
)
