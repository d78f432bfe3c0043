// What becomes of an award afterwards is said of the latest.
import type { Draft } from "../draft.ts"
import type { Award } from "../state.ts"

/** Changes what is known of the latest award, where there is one. */
export const lastAward = (draft: Draft, change: (award: Award) => Partial<Award>): void => {
  const award = draft.awards.at(-1)
  if (award !== undefined) draft.awards = [...draft.awards.slice(0, -1), { ...award, ...change(award) }]
}
