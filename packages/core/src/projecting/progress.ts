// What a read model tells of its way: for a person who waits for a rebuild, and for whoever watches that it goes on.
import type { Position } from "../event-store/index.ts"
import type { ProjectionFailure } from "./errors.ts"
import type { ReadModelKey } from "./read-model.ts"

/**
 * What a projection is doing: nothing until it is asked (`resting`), folding what there is (`catching up`), waiting
 * for what comes (`live`), building its model anew beside the old one (`rebuilding`), nothing because it was told so
 * (`stopped`) or because it could not go on (`failed`).
 */
export type ProjectionState = "resting" | "catching up" | "live" | "rebuilding" | "stopped" | "failed"

/** How far a read model has got. */
export interface Progress extends ReadModelKey {
  readonly state: ProjectionState
  /** The position it has been folded up to; of a rebuild, the position of the new build. */
  readonly bookmark: Position | "none"
  /** The position of the store's last event when that was last looked up. */
  readonly head: Position | "none"
  /** How many events it has folded since the runner was made. */
  readonly folded: number
  /** Why it has failed. */
  readonly failure: ProjectionFailure | undefined
}

/**
 * The share of the way to the head that is done, from 0 to 1: of positions, which every store counts its own way.
 * @example
 * ```ts
 * import { positionOf, type Progress, shareDone } from "@lcqm/core"
 * const key = { name: "register", version: 1, folded: 3, failure: undefined }
 * const progress: Progress = { ...key, state: "catching up", bookmark: positionOf(3), head: positionOf(12) }
 * shareDone(progress) // => 0.25
 * ```
 */
export const shareDone = ({ bookmark, head }: Pick<Progress, "bookmark" | "head">): number => {
  if (head === "none") return 1
  if (bookmark === "none") return 0
  return bookmark >= head ? 1 : Number(bookmark) / Number(head)
}
