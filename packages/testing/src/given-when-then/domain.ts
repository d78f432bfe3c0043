// The domain a story is told in. LCQM's is one; a test of the loop itself may bring a smaller one of its own.
import type { Catalogue, Handler, RoleTable } from "@lcqm/core"

/** What stories need of a domain: how its commands are decided, who may give them, and its event types. */
export interface Domain {
  readonly handlers: ReadonlyArray<Handler>
  readonly roles: RoleTable
  readonly catalogue: Catalogue
}

/** A command, as far as stories need to know. */
export interface AnyCommand {
  readonly type: string
  readonly actor: unknown
  readonly data: unknown
}

/** A command as a story tells it: what is left out is filled in. Types: those of the domain's commands. */
export type Asked<Command extends AnyCommand> = Command extends AnyCommand
  ? {
      readonly type: Command["type"]
      readonly actor: Command["actor"]
      readonly data: Command["data"]
      /** One that no command of the story has, where it is left out. */
      readonly id?: string
      /** The story's day, where it is left out. */
      readonly occurredOn?: string
      /** For a judgement: the revision its stream is at, where it is left out. */
      readonly seen?: number
      readonly correlationId?: string
      readonly causationId?: string
    }
  : never
