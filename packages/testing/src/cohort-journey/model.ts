// A cohort on a page: what is known of it, and what each step changes. Written from what is promised of cohorts, not
// from the engine's code, so that the two check each other.
import type { FullDate, SessionNumber, Urn } from "@lcqm/core"
import type { CohortStep, WindowsName } from "./step.ts"

/**
 * One cohort as the model knows it.
 * @example
 * ```ts
 * import { inhabitants } from "@lcqm/testing/arbitraries"
 * import { CohortModel } from "@lcqm/testing/cohort-journey"
 * const model = new CohortModel()
 * model.happen({ ask: "launch", windows: "none", by: inhabitants.office })
 * model.windows // => "none"
 * ```
 */
export class CohortModel {
  /** The dates it has; undefined before it is launched. */
  windows: WindowsName | undefined
  closed = false
  /** The sessions that were ever scheduled, and for when; undefined where a session is called off. */
  readonly sessions = new Map<SessionNumber, FullDate | undefined>()
  /** In which cohort each school is enrolled. */
  readonly schools = new Map<Urn, "A" | "B">()

  /** Whether schools may come into it. */
  get open(): boolean {
    return this.windows !== undefined && !this.closed
  }

  /** The schools in it, by URN. */
  get members(): ReadonlyArray<Urn> {
    return [...this.schools].flatMap(([school, cohort]) => (cohort === "A" ? [school] : [])).toSorted()
  }

  /** A step that is recorded has happened. */
  happen(step: CohortStep): void {
    switch (step.ask) {
      case "launch":
      case "change dates":
        this.windows = step.windows
        return
      case "schedule":
      case "move":
        this.sessions.set(step.session, step.on)
        return
      case "call off":
        this.sessions.set(step.session, undefined)
        return
      case "close":
        this.closed = true
        return
      case "enrol":
        this.schools.set(step.school, "A")
        return
      case "transfer":
        this.schools.set(step.school, step.to)
    }
  }
}
