// A store in which a text about somebody is sealed, and the ring and the register beside it: what the tests of erasing
// begin with. Its name and its words are marked, so that they are found wherever they stand.
import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { expect } from "vitest"
import { openDatabase } from "../../../sqlite/src/file/database.ts"
import { file, folder, type Ran } from "../running.ts"
import { linesFile, over, pathOf, storeWithSchool } from "../stores.ts"

/** What the person is called. */
export const name = "Ada Marker-Quill-7f3a"

/** What was written about them. */
export const words = "Marker-Words-91c2: moved to another school."

/** The command that appoints a Champion. */
export const appointed = (champion: string) => ({
  type: "AppointChampion",
  id: "900001-champion",
  occurredOn: "2025-09-08",
  data: { scheme: "lcqm", school: "900001", champion }
})

/** The command that replaces them, for a reason that is about who it was. */
export const replaced = (champion: string, formerly: string) => ({
  type: "ReplaceChampion",
  id: "900001-champion-2",
  occurredOn: "2025-10-08",
  data: { scheme: "lcqm", school: "900001", champion, reason: { about: [formerly], text: words } }
})

/** The words that erase the first Champion. */
export const erase = (...more: ReadonlyArray<string>): ReadonlyArray<string> => [
  "person",
  "erase",
  "p-champion1",
  "--request",
  "dsr-2026-014",
  ...more
]

/** The store, the files beside it, and how to run over them. */
export interface ErasingWorld {
  readonly store: string
  /** The folder of the ring, the register and the master key. */
  readonly at: string
  readonly run: (line: ReadonlyArray<string>, more?: Record<string, string>) => Promise<Ran>
  /** What a run that must be done has told. */
  readonly done: (line: ReadonlyArray<string>) => Promise<string>
  /** The same as data. */
  readonly json: (line: ReadonlyArray<string>) => Promise<ReturnType<typeof JSON.parse>>
  /** Every byte of the store, the ring, the register and the files beside them. */
  readonly everyByte: () => Buffer
  /** Every key of the ring as it stands in its file. */
  readonly wrappedKeys: () => ReadonlyArray<Buffer>
}

/** Makes them anew. */
export const erasingWorld = async (): Promise<ErasingWorld> => {
  const store = await storeWithSchool()
  const at = folder()
  const env = {
    LCQM_PEOPLE: join(at, "people.db"),
    LCQM_KEYS: join(at, "keys.db"),
    LCQM_MASTER_KEY_FILE: join(at, "master.key")
  }
  const run: ErasingWorld["run"] = (line, more = {}) => over(store, line, { env: { ...env, ...more } })
  const done: ErasingWorld["done"] = async (line) => {
    const { code, err, out } = await run(line)
    expect({ line, code, err }).toEqual({ line, code: 0, err: "" })
    return out
  }
  await done(["keys", "init"])
  await done(["person", "add", file({ name, address: `${name} Street` }), "--as", "p-champion1"])
  await done(["person", "add", file({ name: "B Sample" }), "--as", "p-champion2"])
  await done(["do", linesFile([appointed("p-champion1"), replaced("p-champion2", "p-champion1")])])
  return {
    store,
    at,
    run,
    done,
    json: async (line) => JSON.parse(await done([...line, "--json"])),
    everyByte: () =>
      Buffer.concat(
        [at, join(pathOf(store), "..")].flatMap((each) =>
          readdirSync(each)
            .map((entry) => join(each, entry))
            .filter((path) => statSync(path).isFile())
            .map((path) => readFileSync(path))
        )
      ),
    wrappedKeys: () => {
      const ring = openDatabase(join(at, "keys.db"), { readOnly: false })
      const rows = ring.prepare("SELECT wrapped FROM keys").all()
      ring.close()
      return rows.map((row) => Buffer.from(Reflect.get(Object(row), "wrapped")))
    }
  }
}
