// What leaves a store for other people's tools.
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { folder, lcqmHere } from "../running.ts"
import { over, storeWithSchool } from "../stores.ts"

let store: string
beforeAll(async () => {
  store = await storeWithSchool()
})

const exported = async (...words: ReadonlyArray<string>) => {
  const { code, err, out } = await over(store, ["export", ...words])
  expect({ code, err }).toEqual({ code: 0, err: "" })
  return out
}

describe("lcqm export", () => {
  test("cloudevents is one array with every event, in the store's order", async () => {
    const batch = JSON.parse(await exported("--format", "cloudevents", "--source", "https://sample.example"))
    expect(batch).toHaveLength(11)
    expect(batch.map(({ position }: { position: string }) => position)).toEqual(
      batch.map(({ position }: { position: string }) => position).toSorted()
    )
    expect(batch[0]).toMatchObject({ specversion: "1.0", source: "https://sample.example" })
  })

  test("cloudevents of an empty store is an empty array", async () => {
    const { out } = await over("memory:", ["export", "--format", "cloudevents"])
    expect(JSON.parse(out)).toEqual([])
  })

  test("ocel has every event and the school it is about", async () => {
    const log = JSON.parse(await exported("--format", "ocel"))
    expect(log.events).toHaveLength(11)
    expect(log.objects.map(({ id }: { id: string }) => id)).toContain("school:lcqm:900001")
  })

  test("prov is of one school, and of no other whose number begins alike", async () => {
    const { entity } = JSON.parse(await exported("--format", "prov", "900001"))
    expect(Object.keys(entity)).toHaveLength(1)
  })

  test("csv is what lcqm register --csv prints", async () => {
    const { out } = await over(store, ["register", "--csv"])
    expect(await exported("--format", "csv")).toBe(out)
  })

  test("schema has one of every event type, and needs no store", async () => {
    const { code, out } = await lcqmHere(["export", "--format", "schema"], {
      env: { LCQM_STORE: "sqlite:/nowhere/at.db" }
    })
    expect(code).toBe(0)
    expect(JSON.parse(out)["SchoolEnrolled.v1"].$id).toBe("urn:lcqm:event:SchoolEnrolled.v1")
  })

  test("--out writes a new file, whole, and never over another", async () => {
    const place = folder()
    const path = join(place, "events.json")
    const told = JSON.parse(await exported("--format", "cloudevents", "--out", path, "--json"))
    expect(told).toMatchObject({ format: "cloudevents", file: path })
    const before = readFileSync(path, "utf8")
    expect(await over(store, ["export", "--format", "ocel", "--out", path])).toMatchObject({
      code: 2,
      out: ""
    })
    expect(readFileSync(path, "utf8")).toBe(before)
    expect(readdirSync(place)).toEqual(["events.json"])
  })

  test.each([
    [["--format", "zip"], 2, "--format"],
    [["--format", "prov"], 2, "URN"],
    [["--format", "prov", "12"], 2, "URN"],
    [["--format", "ocel", "900001"], 2, "URN"],
    [["--format", "csv", "--json"], 2, "--json"],
    [["--format", "cloudevents", "--source", "not a uri"], 2, "--source"],
    [[], 2, "--format"]
  ])("%j is refused with exit code %i, naming %s", async (words, expected, named) => {
    const { code, err, out } = await over(store, ["export", ...words])
    expect({ code, out }).toEqual({ code: expected, out: "" })
    expect(err).toContain(named)
  })

  test("of a store that is not there makes none", async () => {
    const path = join(folder(), "none.db")
    expect(await over(`sqlite:${path}`, ["export", "--format", "csv"])).toMatchObject({ code: 1, out: "" })
    expect(existsSync(path)).toBe(false)
  })
})
