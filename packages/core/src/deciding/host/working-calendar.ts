// Which days are working days, as a service: the host's calendar knows the holidays of its place.
import { Context } from "effect"
import { type IsWorkingDay, mondayToFriday } from "../../vocabulary/index.ts"

/** Which days are working days. The default is Monday to Friday. */
export const WorkingCalendar = Context.Reference<{ readonly isWorkingDay: IsWorkingDay }>(
  "@lcqm/core/WorkingCalendar",
  { defaultValue: () => ({ isWorkingDay: mondayToFriday }) }
)
