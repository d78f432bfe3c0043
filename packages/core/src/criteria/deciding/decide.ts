// How everything that can be asked about a criteria set is decided: drafted, put out for comment, published with notice,
// withdrawn; and guidance to it, which comes and goes.
import { consultingHandlers } from "./consulting.ts"
import { draftingHandlers } from "./drafting.ts"
import { guidingHandlers } from "./guiding.ts"
import { publishingHandlers } from "./publishing.ts"

/** How every command about a criteria set is decided. */
export const criteriaHandlers = [
  ...draftingHandlers,
  ...consultingHandlers,
  ...publishingHandlers,
  ...guidingHandlers
]
