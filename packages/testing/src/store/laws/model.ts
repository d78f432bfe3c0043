// M1–M4: random histories against the reference model, random interleavings, another adapter beside this one,
// and the proof that all of this met what it was meant to meet.
import { Effect, type Scope } from "effect"
import fc from "fast-check"
import { same, so } from "../expectations.ts"
import { type Law, law, type Trial } from "../law.ts"
import type { Answer } from "../model/commands.ts"
import { history } from "../model/histories.ts"
import { interleaved } from "../model/interleaving.ts"
import { emptyTally, freshIdsOnly, play } from "../model/playing.ts"

const forAll = Effect.fnUntraced(function* <A>(
  trial: Trial,
  drawn: fc.Arbitrary<A>,
  test: (value: A) => Effect.Effect<void, unknown, Scope.Scope>
) {
  const run = Effect.runPromiseWith(yield* Effect.context())
  const property = fc.asyncProperty(drawn, (value) => run(Effect.scoped(test(value))))
  const { runs, seed, shrink } = trial
  yield* Effect.tryPromise({
    try: () => fc.assert(property, { numRuns: runs, seed, endOnFailure: !shrink }),
    catch: (error) => error
  })
})

const turns = fc.tuple(fc.scheduler(), fc.integer({ min: 2, max: 4 }))

/** M1–M4. */
export const modelLaws: ReadonlyArray<Law> = [
  law("M1", "whatever is asked in whatever order, the store answers as the reference model does", (trial) =>
    forAll(trial, history, (commands) =>
      play(trial.layer(), commands, freshIdsOnly([trial]), emptyTally(), same)
    )
  ),
  law("M2", "writers interleaved in any way leave what one after the other could have left", (trial) =>
    forAll(trial, turns, ([scheduler, writers]) => interleaved(trial.layer(), scheduler, writers))
  ),
  law("M3", "the same commands get the same answers from another adapter", (trial) => {
    const { other } = trial
    const freshIds = freshIdsOnly([trial, other])
    return forAll(trial, history, (commands) =>
      Effect.suspend(() => {
        const answers: Array<Answer> = []
        const gather = (answer: Answer) => void answers.push(answer)
        const compare = (answer: Answer, _: Answer, asked: string) =>
          same(answer, answers.shift(), `${asked}: ${trial.adapter.name} against ${other.adapter.name}`)
        return Effect.andThen(
          play(other.layer(), commands, freshIds, emptyTally(), gather),
          play(trial.layer(), commands, freshIds, emptyTally(), compare)
        )
      })
    )
  }),
  law("M4", "the random histories do meet conflicts, repetitions, restarts and wake-ups", (trial) =>
    Effect.gen(function* () {
      const tally = emptyTally()
      const freshIds = freshIdsOnly([trial])
      yield* forAll({ ...trial, runs: 20 }, history, (commands) =>
        play(trial.layer(), commands, freshIds, tally, () => {})
      )
      const { idConflicts, ...others } = tally
      for (const [what, times] of Object.entries(others)) so(times >= 10, `${what}: ${times}, not even 10`)
      so(freshIds || idConflicts >= 10, `id conflicts: ${idConflicts}, not even 10`)
    })
  )
]
