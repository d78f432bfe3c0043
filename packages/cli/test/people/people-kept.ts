// A people register and a key ring of a test's own, an entry whose every part is marked, and runs that must be done.
import { join } from "node:path"
import { expect } from "vitest"
import { folder, type Ran } from "../running.ts"

/** What no answer tells but where the entry is asked for. */
export const marker = "Marker-Quill-7f3a"

/** An entry. */
export const details = { name: `Ada ${marker}`, address: `1 ${marker} Street\nSampleton`, role: "Champion" }

/** Where what is kept of people is. */
export interface Place {
  readonly people: string
  readonly keys: string
  readonly master: string
}

/** A place at which nothing is yet. */
export const newPlace = (): Place => {
  const at = folder()
  return { people: join(at, "people.db"), keys: join(at, "keys.db"), master: join(at, "master.key") }
}

/** The variables that name its register. */
export const register = ({ people }: Pick<Place, "people">) => ({ LCQM_PEOPLE: people })

/** The variables that name its register and its key ring. */
export const env = ({ keys, master, people }: Place) => ({
  ...register({ people }),
  LCQM_KEYS: keys,
  LCQM_MASTER_KEY_FILE: master
})

/** What a run that must be done has told. */
export const done = async (ran: Promise<Ran>): Promise<string> => {
  const { code, err, out } = await ran
  expect({ code, err }).toEqual({ code: 0, err: "" })
  return out
}

/** The same as data. */
export const json = async (ran: Promise<Ran>) => JSON.parse(await done(ran))
