// lcqm person report and due: what a store holds about somebody and where, and of whom it has said nothing for long.
import { beforeAll, describe, expect, test } from "vitest"
import { details, done, env, json, newPlace, register } from "./people-kept.ts"
import { file, lcqmHere } from "../running.ts"
import { linesFile, over, storeWithSchool } from "../stores.ts"

describe("what is held about somebody", () => {
  let store: string
  const place = newPlace()
  beforeAll(async () => {
    store = await storeWithSchool()
    const commands = [
      {
        type: "AppointChampion",
        id: "900001-champion",
        occurredOn: "2025-09-08",
        data: { scheme: "lcqm", school: "900001", champion: "p-champion1" }
      },
      {
        type: "ReplaceChampion",
        id: "900001-champion-2",
        occurredOn: "2025-10-08",
        data: {
          scheme: "lcqm",
          school: "900001",
          champion: "p-champion2",
          reason: { about: ["p-champion1"], text: "Moved away." }
        }
      }
    ]
    await done(over(store, ["do", linesFile(commands)]))
    for (const ref of ["p-champion1", "p-newcomer1"]) {
      await done(lcqmHere(["person", "add", file(details), "--as", ref], { env: env(place) }))
    }
  })

  test("is every event that names them and where, and every text about them", async () => {
    const report = await json(
      over(store, ["person", "report", "p-champion1", "--json"], { env: register(place) })
    )
    expect(report).toMatchObject({
      person: "p-champion1",
      details,
      key: "not asked",
      openTexts: 1,
      sealedTexts: 0
    })
    expect(report.events).toMatchObject([
      {
        stream: "school-lcqm-900001",
        revision: 1,
        type: "ChampionAppointed.v1",
        places: [{ path: "data.champion", as: "named" }]
      },
      {
        revision: 2,
        type: "ChampionReplaced.v1",
        places: [
          { path: "data.formerly", as: "named" },
          { path: "data.reason", as: "open text" }
        ]
      }
    ])
    const text = await done(over(store, ["person", "report", "p-champion1"], { env: register(place) }))
    expect(text).toContain("2 events about them: 0 sealed texts, and 1 not sealed")
    expect(text).toContain("data.formerly")
    expect(text).not.toContain("Moved away")
  })

  test("is told of somebody the register does not know, too", async () => {
    const report = await json(
      over(store, ["person", "report", "p-champion2", "--json"], { env: register(place) })
    )
    expect(report.details).toBeUndefined()
    expect(report.events).toHaveLength(1)
    const acted = await json(
      over(store, ["person", "report", "p-office01", "--json"], { env: register(place) })
    )
    expect(acted.events.length).toBeGreaterThan(5)
  })

  test("is due when nothing was recorded of them for the period, by the day it is asked for", async () => {
    const due = (on: string) =>
      json(
        over(store, ["person", "due", "--after", "12", "--on", on, "--json"], {
          env: { LCQM_PEOPLE: place.people }
        })
      )
    const today = new Date().toISOString().slice(0, 10)
    const now = await due(today)
    expect(now.due).toMatchObject([{ person: "p-newcomer1", events: 0 }])
    const later = await due(`${Number(today.slice(0, 4)) + 2}-01-31`)
    expect(later.before).toBe(`${Number(today.slice(0, 4)) + 1}-01-31`)
    expect(later.due).toMatchObject([{ person: "p-champion1", events: 2 }, { person: "p-newcomer1" }])
    const text = await done(
      over(store, ["person", "due", "--after", "1", "--on", "2024-03-31"], {
        env: { LCQM_PEOPLE: place.people }
      })
    )
    expect(text).toContain("of whom nothing was recorded since 2024-02-29")
  })
})
