// The enrolment journey on a page: what is known of it, and what each step changes. Written from the scheme's rules,
// not from the engine's code, so that the two check each other.
import { type Level, levelOf, levels, type PersonRef, rankOf } from "@lcqm/core"
import { type JourneyCriterion, journeyCriteria, type JourneyStep } from "./step.ts"

/** What the model keeps of a judgement. */
export type Judged = Map<JourneyCriterion, Level>

/**
 * One school's journey as the model knows it.
 * @example
 * ```ts
 * import { inhabitants } from "@lcqm/testing/arbitraries"
 * import { JourneyModel } from "@lcqm/testing/journey"
 * const model = new JourneyModel()
 * model.happen({ ask: "enrol", by: inhabitants.office })
 * model.stage // => "preparing"
 * ```
 */
export class JourneyModel {
  enrolment = 0
  over: "agreed" | "withheld" | "withdrawn" | undefined
  deferred = false
  champion: PersonRef | undefined
  declared = false
  visit: { readonly assessor: PersonRef; readonly held: boolean } | undefined
  proposed: Level | undefined
  furtherWork: { readonly criterion: JourneyCriterion; readonly submitted: boolean } | undefined
  /** How many events the school's stream holds. */
  size = 0
  readonly self: Judged = new Map()
  readonly assessed: Judged = new Map()
  readonly agreed: Judged = new Map()
  /** Who is or was Champion, and so is never the assessor. */
  readonly insiders = new Set<PersonRef>()
  readonly taken = new Set<string>()
  /** The assessors who are none for now. */
  readonly stoodDown = new Set<PersonRef>()
  /** Whether the school is in the network that the second assessor leads. */
  inNetwork = false

  get stage(): string {
    if (this.enrolment === 0) return "not enrolled"
    if (this.over !== undefined) return this.over
    if (this.proposed !== undefined) return "proposed"
    if (this.furtherWork?.submitted === false) return "further work"
    if (this.visit?.held === true) return "visited"
    if (!this.declared) return "preparing"
    return this.visit === undefined ? "declared" : "visit arranged"
  }

  /** The journey's rule: the award is the lowest of the agreed judgements. */
  get indicated(): Level {
    const ranks = journeyCriteria.map((criterion) => rankOf(this.agreed.get(criterion) ?? "none"))
    return levels[Math.min(...ranks)] ?? levelOf(0)
  }

  /** The judgements that a step is about. */
  judgements(ask: "self-assess" | "assess" | "agree"): Judged {
    return ask === "self-assess" ? this.self : ask === "assess" ? this.assessed : this.agreed
  }

  /** A step that is recorded has happened. */
  happen(step: JourneyStep): void {
    if (step.ask === "take") return void this.taken.add(`${step.person} ${Math.max(1, this.enrolment)}`)
    if (step.ask === "stand down") return void this.stoodDown.add(step.person)
    if (step.ask === "appoint assessor") return void this.stoodDown.delete(step.person)
    if (step.ask === "join network" || step.ask === "leave network") {
      this.inNetwork = step.ask === "join network"
      return
    }
    this.size += 1
    switch (step.ask) {
      case "enrol":
        this.enrolment += 1
        this.over = this.champion = this.visit = this.proposed = this.furtherWork = undefined
        this.declared = this.deferred = false
        for (const judged of [this.self, this.assessed, this.agreed]) judged.clear()
        return
      case "defer":
      case "resume":
        this.deferred = step.ask === "defer"
        return
      case "withdraw":
        this.over = "withdrawn"
        this.proposed = undefined
        return
      case "withhold":
        this.over = "withheld"
        return
      case "appoint":
      case "replace":
        this.champion = step.person
        this.insiders.add(step.person)
        return
      case "self-assess":
      case "assess":
      case "agree":
        this.judgements(step.ask).set(step.criterion, step.level)
        // What was agreed of a criterion falls where one of the two judges it anew.
        if (step.ask !== "agree") this.agreed.delete(step.criterion)
        return
      case "declare":
      case "reopen":
        this.declared = step.ask === "declare"
        return
      case "arrange":
        this.visit = { assessor: step.person, held: false }
        return
      case "take over":
        this.visit = { assessor: step.person, held: false }
        this.proposed = this.furtherWork = undefined
        this.assessed.clear()
        this.agreed.clear()
        return
      case "cancel visit":
        this.visit = undefined
        return
      case "hold visit":
        if (this.visit !== undefined) this.visit = { assessor: this.visit.assessor, held: true }
        return
      case "propose":
        this.proposed = step.level
        return
      case "decline":
      case "withdraw proposal":
        this.proposed = undefined
        return
      case "accept":
        this.proposed = undefined
        this.over = "agreed"
        return
      case "ask further work":
        this.furtherWork = { criterion: step.criterion, submitted: false }
        this.assessed.delete(step.criterion)
        this.agreed.delete(step.criterion)
        return
      case "submit further work":
        if (this.furtherWork !== undefined) {
          this.furtherWork = { criterion: this.furtherWork.criterion, submitted: true }
        }
    }
  }
}
