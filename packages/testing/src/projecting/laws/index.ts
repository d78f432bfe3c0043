// Every law of projections and of the places they are kept in.
import type { ProjectionLaw } from "../law.ts"
import { bookmarkLaws } from "./bookmarks.ts"
import { deliveringLaws } from "./delivering.ts"
import { rebuildingLaws } from "./rebuilding.ts"

/**
 * The laws, each with its number, its promise and its test.
 * @example
 * ```ts
 * import { projectionLaws } from "@lcqm/testing/projecting"
 * projectionLaws[0]?.id // => "C01"
 * ```
 */
export const projectionLaws: ReadonlyArray<ProjectionLaw> = [
  ...bookmarkLaws,
  ...rebuildingLaws,
  ...deliveringLaws
]
