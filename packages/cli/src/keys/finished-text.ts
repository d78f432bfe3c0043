// What finishing a store's erasures on a ring did. Of whom a key or a name was still there is named: it should not have
// been, and backups of that file have it too.
import type { PersonRef } from "@lcqm/core"
import type { WasThere } from "../person/erased-text.ts"
import { counted } from "../telling/counted.ts"
import { wrapped } from "../telling/wrapped.ts"

/** What finishing the erasure of a person did. */
export interface ErasureFinished {
  readonly person: PersonRef
  readonly key: WasThere
  /** Their entry in the register, where one was named; "never" also where it was removed before. */
  readonly entry?: "now" | "never"
}

/** Everybody whom the store says was erased, and where they were forgotten. */
export interface Finished {
  readonly keys: string
  /** Null where no people register was named. */
  readonly people: string | null
  readonly erased: ReadonlyArray<ErasureFinished>
}

type Some = ReadonlyArray<ErasureFinished>

const persons = ({ length }: Some): string => counted(length, "person", "people")

const named = (some: Some): string =>
  some.length === 0 ? "nobody" : some.map(({ person }) => person).join(", ")

const line = (what: string, told: string): string => wrapped(`  ${what}  ${told}`, 4)

/** The same as text. */
export const finishedText = ({ erased, people }: Finished): string => {
  if (erased.length === 0) return "Nobody was erased, by the store's events; there was nothing to finish.\n"
  const having = (was: WasThere): Some => erased.filter(({ key }) => key === was)
  const [now, never] = [having("now"), having("never")]
  const entries = erased.filter(({ entry }) => entry === "now")
  const notes = [
    ...(never.length === 0
      ? []
      : ["Where another ring had their keys, finish the erasures on that one too, or destroy it."]),
    ...(now.length + entries.length === 0
      ? []
      : ["Destroy backups and copies of what still had them: they are in those as before."])
  ]
  return [
    `Forgotten on the ring is everybody who was erased, by the store's events: ${persons(erased)}.`,
    line("Key forgotten now   ", named(now)),
    line("Forgotten before    ", persons(having("before"))),
    line("Never had a key here", `${persons(never)}; they get none from now on`),
    line("Entry removed now   ", people === null ? "not asked (no --people)" : named(entries)),
    ...(notes.length === 0 ? [] : ["", ...notes]),
    ""
  ].join("\n")
}
