// Which of a file's types a filter asks for.
import type { Codec, EventFilter } from "@lcqm/core"
import type { Database, Statement } from "../file/database.ts"
import { numberIn, textIn } from "../file/columns.ts"
import { unstored } from "../file/stream-names.ts"

const withoutVersion = (type: string): string => type.replace(/\.v\d+$/, "")

/** The types of a file. */
export class TypesAsked {
  readonly #codec: Codec
  readonly #types: Statement

  constructor(database: Database, codec: Codec) {
    this.#codec = codec
    this.#types = database.prepare("SELECT id, name FROM event_types")
  }

  /**
   * The numbers of the stored types that do not read as one asked for, as JSON; null where every type is. Not among
   * them are a version not known of a name that is asked for, which might be meant and is named when it is decoded,
   * and a number that the file knows no type of.
   */
  notAsked({ types }: EventFilter, asStored: boolean): string | null {
    if (types === undefined) return null
    const asked = new Set(types)
    const names = new Set(types.map(withoutVersion))
    const keys: Array<number> = []
    for (const row of this.#types.all()) {
      const type = unstored(textIn(row, "name") ?? "")
      const listed = this.#codec.catalogue.get(type)
      const isAsked =
        listed === undefined
          ? names.has(withoutVersion(type))
          : asked.has(asStored ? type : listed.newest.type)
      if (!isAsked) keys.push(numberIn(row, "id") ?? -1)
    }
    return JSON.stringify(keys)
  }
}
