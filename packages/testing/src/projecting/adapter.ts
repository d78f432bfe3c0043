// What a place for read models says about itself to be put to the laws: how a tally is kept in it.
import type { projectionsOver, ReadModel } from "@lcqm/core"
import type { Effect, Scope } from "effect"
import type { StoreAdapter } from "../store/adapter.ts"
import type { Tally, TallySpec } from "./tally.ts"

/** A tally where it is kept. */
export interface KeptTally {
  readonly readModel: ReadModel<Tally>
  /** Puts a row into the tally as it is kept, of the stream "by hand", which no event gives. */
  readonly tamper: Effect.Effect<unknown, unknown>
}

/** A place for read models, as the laws need it. */
export interface ReadModelAdapter extends Pick<
  StoreAdapter,
  "name" | "store" | "runs" | "seed" | "patience"
> {
  /**
   * Keeps a tally at a place. Asked again for the same place, name and version, it is what a program finds that was
   * started anew: what was kept there, or nothing where nothing lasts.
   */
  readonly keep: (place: string, spec: TallySpec) => Effect.Effect<KeptTally, unknown, Scope.Scope>
  /** Whether what is kept outlasts the program. */
  readonly lasting: boolean
  /** Another runner than the library's own, for showing that the laws would find it out. */
  readonly over?: typeof projectionsOver
}
