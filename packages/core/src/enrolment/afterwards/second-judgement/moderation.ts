// Which awards are moderated: an assessor's first and every tenth assessment, and borderline ones. Source: design,
// "moderation"; the scheme's own page says nothing of it.
import type { Award } from "../../state.ts"
import type { ModerationCause } from "./events.ts"

/** Every so many of an assessor's assessments one is moderated. */
export const moderatedEvery = 10

/**
 * Why an award is to be moderated; nothing where it need not be.
 * @example
 * ```ts
 * import { moderationCauses } from "@lcqm/core"
 * moderationCauses({ ordinal: 1, borderline: "leadership.champion" }) // => ["first assessment", "borderline"]
 * moderationCauses({ ordinal: 7, borderline: undefined }) // => []
 * ```
 */
export const moderationCauses = ({
  borderline,
  ordinal
}: Pick<Award, "ordinal" | "borderline">): ReadonlyArray<ModerationCause> => [
  ...(ordinal === 1 ? (["first assessment"] as const) : []),
  ...(ordinal !== undefined && ordinal % moderatedEvery === 0 ? (["every tenth"] as const) : []),
  ...(borderline === undefined ? [] : (["borderline"] as const))
]
