// The story's clock: it stands on the day being told, moves on a little with every command, and never goes back.
import { type Day, type FullDate, isoDateOf } from "@lcqm/core"

const dayInMilliseconds = 86_400_000
const nineInTheMorning = 9 * 3_600_000

/** The time in the story. */
export class StoryClock {
  #milliseconds = 0

  /** Milliseconds since 1970, as `openLcqm` takes it. */
  readonly now = (): number => this.#milliseconds

  /** Turns to the morning of a day, unless that is past. */
  open(day: Day): void {
    this.#milliseconds = Math.max(this.#milliseconds, day * dayInMilliseconds + nineInTheMorning)
  }

  pass(milliseconds: number): void {
    this.#milliseconds += milliseconds
  }

  get day(): Day {
    return Math.floor(this.#milliseconds / dayInMilliseconds)
  }

  get today(): FullDate {
    return isoDateOf(this.day)
  }
}
