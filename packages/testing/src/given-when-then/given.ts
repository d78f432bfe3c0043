// Given a past: what has happened, and the day on which the story goes on. A Given never changes; whatever
// happens in it makes another, so that one past can be the beginning of many stories.
import type { EventBody, FullDate, Projection, Recorded, StreamName } from "@lcqm/core"
import { Result } from "effect"
import type { AnyCommand, Asked, Domain } from "./domain.ts"
import { StoryMismatch } from "./mismatch.ts"
import type { Past } from "./past.ts"
import { type Projected, projectedFrom } from "./projecting.ts"
import type { Table } from "./table.ts"
import { commandLine, outcomeLines } from "./telling.ts"
import type { Telling } from "./told.ts"
import { When } from "./when.ts"

/** What all the stories of a domain share. */
export interface Shared {
  readonly domain: Domain
  readonly table: Table
  readonly telling: Telling
}

/** A command of the story as it was sent, and the day on which it was. */
export interface Sent {
  readonly today: FullDate
  readonly command: unknown
}

/** A past and a day: where a story begins. */
export class Given<Command extends AnyCommand, Body extends EventBody> {
  readonly #shared: Shared
  readonly #past: Past
  /** The day on which the story goes on. */
  readonly today: FullDate
  /** The commands by which the past came about, in order; given events came about by none. */
  readonly sent: ReadonlyArray<Sent>

  constructor(shared: Shared, past: Past, today: FullDate, sent: ReadonlyArray<Sent>) {
    this.#shared = shared
    this.#past = past
    this.today = today
    this.sent = sent
  }

  /** Everything recorded so far, in order. */
  get events(): ReadonlyArray<Recorded<Body>> {
    // The domain's catalogue is what makes a recorded event one of the domain's.
    const { catalogue } = this.#shared.domain
    return this.#past.log.filter((event): event is Recorded<Body> => catalogue.has(event.type))
  }

  /** What is recorded of one stream, in order. */
  eventsOf(stream: StreamName): ReadonlyArray<Recorded<Body>> {
    return this.events.filter((event) => event.stream === stream)
  }

  /** The same past on a later day. */
  on(today: FullDate): Given<Command, Body> {
    return new Given(this.#shared, this.#past, today, this.sent)
  }

  /** The past in which these commands, each on this day, were accepted too; throws where one is not. */
  having(...commands: ReadonlyArray<Asked<Command>>): Given<Command, Body> {
    const [command, ...rest] = commands
    if (command === undefined) return this
    const when = this.when(command)
    if (Result.isFailure(when.outcome)) {
      const lines = ["This was to have happened before the story begins, and was refused:"]
      throw new StoryMismatch([...lines, commandLine(command), ...outcomeLines(when.outcome)].join("\n"))
    }
    return when.thenAccepted().having(...rest)
  }

  /** A command is given. Its id, date and, for a judgement, the revision seen are filled in where left out. */
  when(command: Asked<Command>): When<Command, Body> {
    return this.#answer(this.#filledIn(command), (given) => given.when(command))
  }

  /** Input of any form is sent, with nothing filled in. */
  whenSent(input: unknown): When<Command, Body> {
    return this.#answer(input, (given) => given.whenSent(input))
  }

  /** What a projection makes of the past. */
  projecting<Model>(projection: Projection<Model>): Projected<Model> {
    return projectedFrom(this.#past, projection)
  }

  #answer(input: unknown, again: (given: Given<Command, Body>) => When<Command, Body>): When<Command, Body> {
    const { table, telling } = this.#shared
    const { outcome, past } = table.decide(this.#past, this.today, input)
    if (typeof input === "object" && input !== null && "type" in input)
      telling.commands.add(String(input.type))
    const sent = [...this.sent, { today: this.today, command: input }]
    return new When({
      input,
      today: this.today,
      outcome,
      before: this,
      after: Result.isSuccess(outcome) ? new Given(this.#shared, past, this.today, sent) : this,
      again,
      telling
    })
  }

  #filledIn(command: Asked<Command>): unknown {
    const asked: { readonly type: string; readonly data: unknown } = command
    const handler = this.#shared.domain.handlers.find((each) => each.command.name === asked.type)
    const known = handler === undefined ? 0 : this.eventsOf(handler.streamOf(asked.data)).length
    return {
      id: `asked-${String(this.sent.length).padStart(4, "0")}`,
      occurredOn: this.today,
      ...(handler?.command.seen === true && known > 0 ? { seen: known - 1 } : {}),
      ...asked
    }
  }
}
