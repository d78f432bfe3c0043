// A place for read models, or a runner, that breaks a law on purpose by a few lines: the proof that the law bites.
import { projectionsOver, type ReadModel, type ReadModelStep } from "@lcqm/core"
import { Effect } from "effect"
import type { ReadModelAdapter } from "../adapter.ts"
import type { Tally, TallySpec } from "../tally.ts"

/** The runner, to be broken. */
export type Over = typeof projectionsOver

/** A place for read models, or a runner, that is broken on purpose. */
export interface BrokenReadModels {
  readonly name: string
  /** What is wrong with it. */
  readonly wrong: string
  /** The laws it fails; it keeps every other. The first is the one made for it. */
  readonly fails: readonly [string, ...Array<string>]
  /** Breaks a good place. */
  readonly broken: (good: ReadModelAdapter) => Partial<ReadModelAdapter>
}

/** The place that is broken so. */
export const brokenReadModelAdapter = (
  good: ReadModelAdapter,
  { broken, name }: BrokenReadModels
): ReadModelAdapter => ({ ...good, ...broken(good), name, runs: 10, patience: 2000 })

/** Breaks the read models that are kept. */
export const kept =
  (breaking: (good: ReadModel<Tally>) => Partial<ReadModel<Tally>>): BrokenReadModels["broken"] =>
  (good) => ({
    keep: (place, spec) =>
      Effect.map(good.keep(place, spec), ({ readModel, tamper }) => ({
        readModel: { ...readModel, ...breaking(readModel) },
        tamper
      }))
  })

/** Breaks how they take a step. */
export const stepping = (breaking: (step: ReadModelStep) => ReadModelStep): BrokenReadModels["broken"] =>
  kept(({ current }) => ({ current: { ...current, step: (step) => current.step(breaking(step)) } }))

/** Breaks what is asked of them. */
export const asked =
  (breaking: (spec: TallySpec) => TallySpec): BrokenReadModels["broken"] =>
  (good) => ({ keep: (place, spec) => good.keep(place, breaking(spec)) })

/** Breaks the runner. */
export const runner =
  (breaking: (good: Over) => Over): BrokenReadModels["broken"] =>
  () => ({ over: breaking(projectionsOver) })
