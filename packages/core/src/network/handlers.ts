// How every command about a network is decided.
import { activityHandlers } from "./activity/decide.ts"
import { directoryHandlers } from "./directory/decide.ts"
import { focusHandlers } from "./focus/decide.ts"
import { formingHandlers } from "./forming/decide.ts"
import { membershipHandlers } from "./membership/decide.ts"
import { trainingHandlers } from "./training/decide.ts"

/** How every command about a network is decided. */
export const networkHandlers = [
  ...formingHandlers,
  ...membershipHandlers,
  ...focusHandlers,
  ...trainingHandlers,
  ...activityHandlers,
  ...directoryHandlers
]
