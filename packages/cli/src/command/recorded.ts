// What became of a command, as data: one form for every command that is given on the command line or in a file.
import type { CommandAccepted } from "@lcqm/core"
import { printable } from "../telling/printable.ts"

/** What became of an accepted command. */
export interface RecordedCommand {
  readonly ok: true
  readonly type: string
  /** The command's id: with it the same command can be sent again, and is recorded once. */
  readonly id: string
  readonly stream: string
  readonly revision: number | "none"
  /** Whether it had been sent before, and this is its first result. */
  readonly repeated: boolean
  readonly events: ReadonlyArray<{ readonly id: string; readonly revision: number; readonly type: string }>
}

/** What became of it. */
export const recordedCommand = (
  { id, type }: { readonly id: string; readonly type: string },
  { events, repeated, revision, stream }: CommandAccepted
): RecordedCommand => ({
  ok: true,
  type,
  id,
  stream,
  revision,
  repeated,
  events: events.map((event) => ({ id: event.id, revision: event.revision, type: event.type }))
})

/** The same in a line for a person. */
export const recordedText = ({ events, repeated, revision, stream, type }: RecordedCommand): string => {
  const [first] = events
  if (first === undefined)
    return printable(`${type}: nothing to do; ${stream} stays at revision ${revision}.`)
  const names = events.length > 3 ? `${events.length} events` : events.map((event) => event.type).join(", ")
  const again = repeated ? "was recorded before, and is not again" : "recorded"
  return printable(`${type} ${again}: ${names}; ${stream} is at revision ${revision}.`)
}
