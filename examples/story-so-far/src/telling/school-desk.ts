// One school's side of the desk: commands about it need not name it again, and whoever judges has seen its
// history as it is.
import type {
  Actor,
  Award,
  AwardNode,
  CommandAccepted,
  Day,
  JudgementSetName,
  LcqmCommand,
  Urn
} from "@lcqm/core"
import { weekday } from "../calendar.ts"
import { scheme } from "../cohorts.ts"
import type { Chance } from "./chance.ts"
import type { Desk } from "./desk.ts"

type AboutSchool = Exclude<
  Extract<LcqmCommand, { readonly data: { readonly scheme: string; readonly school: string } }>,
  { readonly data: { readonly person: string } }
>
type Judged = Extract<AboutSchool, { readonly seen: number }>["type"]
type Done = Exclude<AboutSchool["type"], Judged>
type DataOf<Name> = Omit<Extract<AboutSchool, { readonly type: Name }>["data"], "scheme" | "school">

/** The desk of one school. */
export class SchoolDesk {
  readonly #desk: Desk
  readonly #chance: Chance
  readonly urn: Urn
  // The revision of the school's history as of the last answer.
  #seen = 0

  constructor(desk: Desk, chance: Chance, urn: Urn) {
    this.#desk = desk
    this.#chance = chance
    this.urn = urn
  }

  /** A weekday so many days from now. */
  later(days: number): Day {
    return weekday(this.#desk.lcqm.clock.day + days)
  }

  #about(type: AboutSchool["type"], data: object) {
    return { type, data: { ...data, scheme, school: this.urn } }
  }

  async #noting(answer: Promise<CommandAccepted>): Promise<CommandAccepted> {
    const accepted = await answer
    if (accepted.revision !== "none") this.#seen = accepted.revision
    return accepted
  }

  /** Sends a command about the school. */
  send<Name extends Done>(type: Name, data: DataOf<Name>, actor: Actor): Promise<CommandAccepted> {
    return this.#noting(this.#desk.deliver(this.#about(type, data), actor, this.#chance))
  }

  /** Sends a person's judgement on the school's history, of which all has been seen. */
  judge<Name extends Judged>(type: Name, data: DataOf<Name>, actor: Actor): Promise<CommandAccepted> {
    return this.#noting(
      this.#desk.deliver({ ...this.#about(type, data), seen: this.#seen }, actor, this.#chance)
    )
  }

  /** Sends a command about the school that is to be refused. */
  sendInVain<Name extends Done>(tag: string, type: Name, data: DataOf<Name>, actor: Actor): Promise<void> {
    return this.#desk.deliverInVain(tag, this.#about(type, data), actor, this.#chance)
  }

  /** Sends a judgement by somebody who has not seen the last event; it is to be refused. */
  async judgeUnseeing<Name extends Judged>(type: Name, data: DataOf<Name>, actor: Actor): Promise<void> {
    const asked = { ...this.#about(type, data), seen: this.#seen - 1 }
    await this.#desk.deliverInVain("HistoryMovedOn", asked, actor, this.#chance)
    // They look again, and see all of it.
    const { revision } = this.#desk.value(
      "school",
      await this.#desk.lcqm.school({ scheme, school: this.urn })
    )
    if (revision !== "none") this.#seen = revision
  }

  /** The school's latest award, where it has one. */
  async award(): Promise<Award | undefined> {
    const { lcqm } = this.#desk
    const { state } = this.#desk.value("school", await lcqm.school({ scheme, school: this.urn }))
    return state.awards.at(-1)
  }

  /** Why the rule indicates what it does. */
  async explain(set: JudgementSetName): Promise<AwardNode> {
    return this.#desk.value("explain", await this.#desk.lcqm.explain({ scheme, school: this.urn }, set))
  }
}
