// Where the people of the story send their commands: the public API, with an id and a date put to each. What the
// story expects to be refused must be refused, and nothing else may be.
import type { Actor, Answer, CommandAccepted, FullDate, LcqmCommand, PersonRef } from "@lcqm/core"
import type { Chance } from "./chance.ts"
import type { OpenedStory } from "./open-story.ts"

/** A command but for what the desk puts to it. */
export type Asked = LcqmCommand extends infer Command
  ? Command extends LcqmCommand
    ? Omit<Command, "id" | "actor" | "occurredOn">
    : never
  : never

/** The same where its type has been checked by who asks. Lcqm decodes it by its schema in any case. */
export interface AskedAlready {
  readonly type: Asked["type"]
  readonly data: object
  readonly seen?: number
}

/** An answer the story did not expect: the rules or the story have changed. */
export class StoryCannotGoOn extends Error {
  override readonly name = "StoryCannotGoOn"
}

/** A person without a role that a host vouches for: what else they are, events say. */
export const personActing = (ref: PersonRef): Actor => ({ person: ref, roles: [] })

// Between two commands, in milliseconds: all of a day's fit into the day.
const shortestPause = 200
const longestPause = 2_000

const toldOf = (failure: unknown): string =>
  typeof failure === "object" && failure !== null
    ? `${String(Reflect.get(failure, "_tag"))}: ${String(Reflect.get(failure, "message"))}`
    : String(failure)

/** Sends the story's commands, and counts what became of them. */
export class Desk {
  readonly lcqm: OpenedStory<unknown>
  accepted = 0
  events = 0
  readonly refused = new Map<string, number>()

  constructor(lcqm: OpenedStory<unknown>) {
    this.lcqm = lcqm
  }

  get today(): FullDate {
    return this.lcqm.clock.today
  }

  #answer(asked: AskedAlready, actor: Actor, chance: Chance, occurredOn: FullDate) {
    this.lcqm.clock.pass(chance.int(shortestPause, longestPause))
    return this.lcqm.executeUnknown({ ...asked, id: `c-${chance.letters(22)}`, actor, occurredOn })
  }

  /** Sends a command that is to be accepted. */
  send(asked: Asked, actor: Actor, chance: Chance, occurredOn?: FullDate): Promise<CommandAccepted> {
    return this.deliver(asked, actor, chance, occurredOn)
  }

  /** The same for a command whose type was checked before. */
  async deliver(
    asked: AskedAlready,
    actor: Actor,
    chance: Chance,
    occurredOn = this.today
  ): Promise<CommandAccepted> {
    const accepted = this.value(asked.type, await this.#answer(asked, actor, chance, occurredOn))
    this.accepted += 1
    this.events += accepted.events.length
    return accepted
  }

  /** Sends a command that is to be refused, as people do who are mistaken. */
  async deliverInVain(tag: string, asked: AskedAlready, actor: Actor, chance: Chance): Promise<void> {
    const answer = await this.#answer(asked, actor, chance, this.today)
    if (answer.ok) throw new StoryCannotGoOn(`${asked.type} was to be refused (${tag}), and was accepted.`)
    if (!toldOf(answer.failure).startsWith(`${tag}:`)) {
      throw new StoryCannotGoOn(`${asked.type} was to be refused (${tag}). ${toldOf(answer.failure)}`)
    }
    this.refused.set(tag, (this.refused.get(tag) ?? 0) + 1)
  }

  /** The value of an answer, which is to be there. */
  value<Value, Failure>(asked: string, answer: Answer<Value, Failure>): Value {
    if (answer.ok) return answer.value
    throw new StoryCannotGoOn(`${asked} on ${this.today} was refused. ${toldOf(answer.failure)}`, {
      cause: answer.failure
    })
  }
}
