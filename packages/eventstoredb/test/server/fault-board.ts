// The faults in place, and which of them a call meets.
import type { Ending, Fault, Faults, Placed } from "./faults.ts"

/** A call as faults look at it. */
export type Met =
  | { readonly on: "append"; readonly moment: "before" | "after"; readonly stream: string }
  | { readonly on: "read" | "subscription"; readonly stream: string }
  | { readonly on: "delete"; readonly stream: string }
  | { readonly on: "features" | "gossip" }

interface Standing {
  readonly fault: Fault
  struck: number
}

export class FaultBoard {
  readonly #placed: Array<Standing> = []
  readonly #live = new Set<(how: Ending) => void>()
  readonly #cut: () => void

  constructor(cut: () => void) {
    this.#cut = cut
  }

  /** The fault that a call meets, if any, which counts as one strike of it. */
  strike(met: Met): Fault | undefined {
    const standing = this.#placed.find(
      ({ fault, struck }) => struck < (fault.times ?? 1) && matches(fault, met)
    )
    if (standing === undefined) return undefined
    standing.struck += 1
    return standing.fault
  }

  cutConnections(): void {
    this.#cut()
  }

  /** Keeps a way to end a live subscription, until the function returned is called. */
  watch(end: (how: Ending) => void): () => void {
    this.#live.add(end)
    return () => void this.#live.delete(end)
  }

  /** The face that a test has. */
  face(): Faults {
    return {
      place: (fault) => this.#place(fault),
      cutConnections: () => this.#cut(),
      dropSubscriptions: (how) => {
        for (const end of this.#live) end(how)
      },
      clear: () => void this.#placed.splice(0)
    }
  }

  #place(fault: Fault): Placed {
    const standing: Standing = { fault, struck: 0 }
    this.#placed.push(standing)
    return {
      struck: () => standing.struck,
      remove: () => {
        const at = this.#placed.indexOf(standing)
        if (at >= 0) this.#placed.splice(at, 1)
      }
    }
  }
}

const matches = (fault: Fault, met: Met): boolean => {
  if (fault.on !== met.on) return false
  if (fault.stream !== undefined && "stream" in met && fault.stream !== met.stream) return false
  return fault.on !== "append" || met.on !== "append" || fault.moment === met.moment
}
