// What a school is by the register of England's schools (GIAS), and which phase that is in the scheme's own count of
// primary, secondary and special schools. Where the scheme has no word for it no phase is stated: nothing is filled in.
import type { Phase } from "@lcqm/core"

/** What a school is. */
export const schoolKinds = [
  "nursery",
  "primary",
  "secondary",
  "all-through",
  "16 plus",
  "special",
  "alternative provision",
  "not applicable"
] as const

/** What a school is, as the register has it. */
export type SchoolKind = (typeof schoolKinds)[number]

// TypeOfEstablishment (code). Special schools and alternative provision have phase 0 there, and are told by their type.
const special: ReadonlySet<number> = new Set([7, 8, 10, 12, 32, 33, 36, 44])
const alternativeProvision: ReadonlySet<number> = new Set([14, 38, 42, 43])

// PhaseOfEducation (code): 0 not applicable, 1 nursery, 2 primary, 3 middle deemed primary, 4 secondary, 5 middle deemed
// secondary, 6 16 plus, 7 all-through.
const byPhase: ReadonlyArray<SchoolKind> = [
  "not applicable",
  "nursery",
  "primary",
  "primary",
  "secondary",
  "secondary",
  "16 plus",
  "all-through"
]

/** The largest code of a phase. */
export const lastPhaseCode = byPhase.length - 1

/** What a school of that type and phase is; special and alternative provision by type, the others by phase. */
export const kindOf = (type: number, phase: number): SchoolKind => {
  if (special.has(type)) return "special"
  if (alternativeProvision.has(type)) return "alternative provision"
  return byPhase[phase] ?? "not applicable"
}

/** The scheme's word for it, where it has one. */
export const phaseOf = (kind: SchoolKind): Phase | undefined =>
  kind === "primary" || kind === "secondary" || kind === "special" ? kind : undefined
