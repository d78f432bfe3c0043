// A program of its own that works on a key ring's file, one step after the other, and says after each, on standard
// output, how many are acknowledged; 0 before it has opened the ring. It runs what `npm run build` has made. What
// it is to do comes as JSON in its argument.
import { masterKeyFrom, openSqliteKeyRing, rotateMasterKey } from "@lcqm/sqlite"
import { Effect, Exit, Result, Scope } from "effect"
import { writeSync } from "node:fs"

const { master, masters, path, steps } = JSON.parse(process.argv[2])
const masterKey = (nth) => Result.getOrThrow(masterKeyFrom(masters[nth]))

const opened = (nth) =>
  Effect.gen(function* () {
    const scope = yield* Scope.make()
    const ring = yield* Scope.provide(openSqliteKeyRing(path, { masterKey: masterKey(nth) }), scope)
    return { ring, close: Scope.close(scope, Exit.void) }
  })

const program = Effect.gen(function* () {
  writeSync(1, "0\n")
  let under = master
  let { close, ring } = yield* opened(under)
  for (const [done, step] of steps.entries()) {
    if (step.kind === "obtain") yield* ring.obtain(step.person, () => Uint8Array.from(step.key))
    else if (step.kind === "forget") yield* ring.forget(step.person)
    else {
      yield* close
      yield* rotateMasterKey(path, { from: masterKey(under), to: masterKey(under + 1) })
      under += 1
      ;({ close, ring } = yield* opened(under))
    }
    writeSync(1, `${done + 1}\n`)
  }
})

await Effect.runPromise(program)
