// What is asked for about a school's membership of a network.
import { Schema } from "effect"
import { commandType } from "../../deciding/declaring/command.ts"
import { Text, Urn } from "../../vocabulary/index.ts"
import { network } from "../slice.ts"
import { SchoolKind } from "./events.ts"

/** Have a school join a network. */
export const JoinNetwork = commandType("JoinNetwork", "Have a school join a network.", {
  ...network,
  school: Urn,
  kind: Schema.optionalKey(SchoolKind)
})

/** Have a school leave a network. */
export const LeaveNetwork = commandType("LeaveNetwork", "Have a school leave a network.", {
  ...network,
  school: Urn,
  reason: Schema.optionalKey(Text)
})
