// What came of putting a rule to the laws, as data: it can be printed, compared, or written to a file as it is.
import type { Level } from "@lcqm/core"
import type { LawName, Violation } from "./law.ts"

interface OfLaw {
  readonly law: LawName
  readonly number: number
  readonly promise: string
}

interface Put extends OfLaw {
  /** How many cases the law was put to: drawn, or listed where it lists all it speaks of. */
  readonly cases: number
  /** How many levels of each kind the rule gave where the law looked; a law may look several times at a case. */
  readonly reached: Readonly<Record<Level, number>>
  /** How often what the law needs beside the levels was met. */
  readonly met: Readonly<Record<string, number>>
}

/** The law held in every case, and every class of cases was met. */
export interface LawHeld extends Put {
  readonly outcome: "held"
}

/** No case violated the law, but some class of cases was never met: nothing is shown. */
export interface LawVacuous extends Put {
  readonly outcome: "vacuous"
  readonly missing: readonly [string, ...Array<string>]
}

/** The law does not hold: the smallest counter-example found. */
export interface LawBroken extends Put {
  readonly outcome: "broken"
  readonly counterExample: CounterExample
}

/** The law was not put, because the rule lacks what it needs. */
export interface LawNotPut extends OfLaw {
  readonly outcome: "not put"
  readonly lacks: string
}

/** What came of one law. */
export type LawReport = LawHeld | LawVacuous | LawBroken | LawNotPut

/** A case in which a law does not hold: data first, and the same in sentences. */
export interface CounterExample extends Omit<Violation, "told"> {
  readonly sentences: ReadonlyArray<string>
}

/** What came of all the laws, in their order. */
export interface AwardLawsReport {
  readonly runs: number
  readonly seed: number
  /** Whether no law is broken or vacuous. A law that was not put is named, and is no failure. */
  readonly holds: boolean
  readonly laws: ReadonlyArray<LawReport>
}
