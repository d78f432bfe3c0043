// The contract's numbers are stable, and none is forgotten: each is a law of the suite or is proved elsewhere.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { projectionLaws } from "../../src/projecting/index.ts"
import { storeLaws } from "../../src/store/index.ts"
import { provedElsewhere } from "./proved-elsewhere.ts"

const top = join(import.meta.dirname, "../../../..")

const from = (letter: string, ...numbers: ReadonlyArray<number>): ReadonlyArray<string> =>
  numbers.map((n) => `${letter}${String(n).padStart(2, "0")}`)

/** Every number of the contract. One that is not here is retired, and never used for another law. */
const contract = [
  ...from("A", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 19, 20),
  "V/NoStream/missing",
  "V/NoStream/one",
  "V/NoStream/more",
  "V/Exactly/missing",
  "V/Exactly/there",
  "V/Exactly/elsewhere",
  ...from("V", 20, 22, 23, 24, 25),
  ...from("I", 1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 15, 16, 17, 18),
  ...from("B", 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 14, 15),
  ...from("G", 1, 2, 3, 4, 5, 6),
  ...from("U", 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15),
  ...from("C", 1, 2, 3, 4, 5, 7),
  ...from("J", 1, 2, 4, 5, 9),
  ...from("N", 4, 5, 6, 9),
  ...from("L", 1, 2, 4, 5, 6, 7),
  "M1",
  "M2",
  "M3",
  "M4"
]

describe("the numbers of the contract", () => {
  const inSuite = storeLaws.map(({ id }) => id)
  const elsewhere = provedElsewhere.map(({ id }) => id)
  // A projection that follows is put to some laws of subscriptions again.
  const ofProjections = projectionLaws.map(({ id }) => id).filter((id) => !inSuite.includes(id))

  it("are each a law of a store, of projections, or proved elsewhere, and nothing else is", () => {
    expect([...inSuite, ...elsewhere, ...ofProjections].toSorted()).toEqual(contract.toSorted())
  })

  it.each(provedElsewhere)("$id is proved by a test that there is", ({ file, test }) => {
    expect(readFileSync(join(top, file), "utf8")).toContain(`"${test}`)
  })
})
