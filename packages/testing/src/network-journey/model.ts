// A network on a page: what is known of it, and what each step changes. Written from what is promised of networks, not
// from the engine's code, so that the two check each other.
import type { NetworkStage, PersonRef, Urn } from "@lcqm/core"
import { networkSchools, type NetworkStep } from "./step.ts"

/**
 * One network as the model knows it.
 * @example
 * ```ts
 * import { inhabitants } from "@lcqm/testing/arbitraries"
 * import { NetworkModel } from "@lcqm/testing/network-journey"
 * const model = new NetworkModel()
 * model.happen({ ask: "form", by: inhabitants.office })
 * model.stage // => "preliminary"
 * model.schools.size // => 2
 * ```
 */
export class NetworkModel {
  stage: NetworkStage | undefined
  subject: string | undefined
  lead: PersonRef | undefined
  registered = false
  funded = false
  /** The schools in it now. */
  readonly schools = new Set<Urn>()
  /** The schools that are or were in it: everything here happens on one day. */
  readonly everIn = new Set<Urn>()
  /** How often a school has been in it, its present time among them. */
  times = 0
  readonly consents = new Set<PersonRef>()
  readonly representatives = new Map<PersonRef, Urn>()

  /** Whom the directory shows; undefined where it does not list the network. */
  get listed(): ReadonlyArray<PersonRef> | undefined {
    return this.registered && this.stage !== "closed" ? [...this.consents].toSorted() : undefined
  }

  #joined(school: Urn): void {
    this.schools.add(school)
    this.everIn.add(school)
    this.times += 1
  }

  /** A step that is recorded has happened. */
  happen(step: NetworkStep): void {
    switch (step.ask) {
      case "form":
        this.stage = "preliminary"
        for (const school of networkSchools.slice(0, 2)) this.#joined(school)
        return
      case "plan":
        this.stage = "planning"
        return
      case "endorse":
        this.stage = "endorsed"
        return
      case "close":
        this.stage = "closed"
        this.schools.clear()
        return
      case "register":
        this.registered = true
        return
      case "fund":
        this.funded = true
        return
      case "join":
        this.#joined(step.school)
        return
      case "leave":
        this.schools.delete(step.school)
        return
      case "choose":
        this.subject = step.subject
        return
      case "name lead":
        this.lead = step.person
        return
      case "consent":
        this.consents.add(step.person)
        return
      case "withdraw":
        this.consents.delete(step.person)
        return
      case "represent":
        this.representatives.set(step.person, step.school)
        return
      case "stand down":
        this.representatives.delete(step.person)
    }
  }
}
