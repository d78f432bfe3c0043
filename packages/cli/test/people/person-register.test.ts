// lcqm person add, show and list: who is behind a pseudonym. A name is told where it is asked for, and nowhere else.
import { chmodSync, existsSync, rmSync, statSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { details, done, env, json, marker, newPlace, register } from "./people-kept.ts"
import { file, lcqmHere } from "../running.ts"
import { bytesOf, foreignFile, linesFile, newPath, over, storeWithSchool } from "../stores.ts"

describe("a people register", () => {
  test("gives whoever is entered a random pseudonym that says nothing of them, and tells who they are", async () => {
    const place = newPlace()
    const options = { env: register(place) }
    const people: Array<string> = []
    for (let n = 0; n < 5; n += 1) {
      const { person } = await json(lcqmHere(["person", "add", file(details), "--json"], options))
      expect(person).toMatch(/^p-[a-z0-9]{20}$/)
      people.push(person)
    }
    expect(new Set(people).size).toBe(5)
    const shown = await json(lcqmHere(["person", "show", people[0] ?? "", "--json"], options))
    expect(shown).toEqual({ person: people[0], details, key: "not asked" })
    const listed = await json(lcqmHere(["person", "list", "--json"], options))
    expect(listed.map(({ person }: { person: string }) => person)).toEqual(people.toSorted())
    expect(statSync(place.people).mode & 0o777).toBe(0o600)
    const text = await done(lcqmHere(["person", "show", people[0] ?? ""], options))
    expect(text).toContain(
      `  Name     ${details.name}\n  Address  1 ${marker} Street\n           Sampleton\n`
    )
  })

  test("takes an entry by flags or from standard input, and puts it in the place of the one before", async () => {
    const options = { env: register(newPlace()) }
    const first = ["person", "add", "--name", "A Sample", "--role", "Coach", "--as", "p-coach001", "--json"]
    expect(await json(lcqmHere(first, options))).toEqual({ person: "p-coach001", replaced: false })
    const second = ["person", "add", "-", "--as", "p-coach001", "--json"]
    const input = JSON.stringify({ name: "B Sample" })
    expect(await json(lcqmHere(second, { ...options, input }))).toEqual({
      person: "p-coach001",
      replaced: true
    })
    expect(await json(lcqmHere(["person", "show", "p-coach001", "--json"], options))).toMatchObject({
      details: { name: "B Sample" }
    })
  })

  test.each([
    [
      "a name that is too long",
      ["--name", `${marker}${"x".repeat(300)}`],
      "--name: expected a name of at most 200"
    ],
    ["an empty name", ["--name", "", "--role", marker], "--name: expected a name of at least one character"],
    ["no name", ["--role", marker], "--name: expected"],
    ["a name for a key", [file({ name: "A", [marker]: marker })], "name, address and role, and nothing else"],
    ["a name that is a number", [file({ name: 7, role: marker })], "name: expected"],
    ["a text that is a name", [file(marker)], "expected JSON, got a text that is none"],
    ["JSON that is a name", [file(JSON.stringify(marker))], "got a text of 17 characters"],
    ["two ways at once", [file({ name: marker }), "--name", marker], "FILE: expected"],
    ["a pseudonym that is none", ["--name", marker, "--as", "ada"], "--as: expected a person's pseudonym"]
  ])("tells of %s without what it says, and makes nothing", async (_, words, said) => {
    const place = newPlace()
    for (const form of [[], ["--json"]]) {
      const { code, err, out } = await lcqmHere(["person", "add", ...words, ...form], {
        env: register(place)
      })
      expect({ code, out }).toEqual({ code: 2, out: "" })
      expect(err).not.toContain(marker)
      if (form.length === 0) expect(err).toContain(said)
    }
    expect(existsSync(place.people)).toBe(false)
  })

  test("of another kind, or that others may read, is refused and left alone, with nobody's name", async () => {
    const place = newPlace()
    await done(lcqmHere(["person", "add", file(details)], { env: register(place) }))
    chmodSync(place.people, 0o644)
    const before = bytesOf(place.people)
    const foreign = foreignFile()
    for (const [people, why] of [
      [place.people, "others may read it"],
      [foreign, "another program"]
    ] as const) {
      for (const words of [
        ["list"],
        ["show", "p-champion1"],
        ["add", file(details)],
        ["backup", newPath()]
      ]) {
        const { code, err, out } = await lcqmHere(["person", ...words], { env: { LCQM_PEOPLE: people } })
        expect({ code, out }).toEqual({ code: 1, out: "" })
        expect(err).toContain(why)
        expect(err).not.toContain(marker)
      }
    }
    expect(bytesOf(place.people).equals(before)).toBe(true)
  })

  test("tells with --keys of whom the ring has a key, and asks for no master key to tell it", async () => {
    const place = newPlace()
    const options = { env: env(place) }
    await done(lcqmHere(["keys", "init"], options))
    for (const person of ["p-champion1", "p-champion2", "p-champion3"]) {
      await done(lcqmHere(["person", "add", file(details), "--as", person], options))
    }
    const store = await storeWithSchool()
    const about = { scheme: "lcqm", school: "900001" }
    const sealed = [
      { type: "AppointChampion", data: { ...about, champion: "p-champion1" } },
      {
        type: "ReplaceChampion",
        data: {
          ...about,
          champion: "p-champion2",
          reason: { about: ["p-champion1", "p-champion2"], text: "Moved." }
        }
      }
    ].map((command, at) => ({ ...command, id: `command-${at}`, occurredOn: `2025-10-0${at + 1}` }))
    await done(over(store, ["do", linesFile(sealed)], options))
    await done(over(store, ["person", "erase", "p-champion2", "--request", "dsr-1"], options))
    await done(lcqmHere(["person", "add", file(details), "--as", "p-champion4"], options))
    rmSync(place.master)
    const before = bytesOf(place.keys)
    expect(await json(lcqmHere(["person", "list", "--json"], options))).toMatchObject([
      { person: "p-champion1", key: "kept" },
      { person: "p-champion3", key: "none" },
      { person: "p-champion4", key: "none" }
    ])
    expect(await done(lcqmHere(["person", "show", "p-champion1"], options))).toMatch(/Key +kept/)
    const report = (person: string) => json(over(store, ["person", "report", person, "--json"], options))
    expect(await report("p-champion1")).toMatchObject({ key: "kept", sealedTexts: 1, events: [{}, {}] })
    expect(await report("p-champion2")).toMatchObject({ key: "forgotten", sealedTexts: 1 })
    const due = ["person", "due", "--after", "12", "--on", "2050-01-01", "--json"]
    expect((await json(over(store, due, options))).due).toMatchObject([
      { person: "p-champion1", key: "kept" },
      { person: "p-champion3" },
      { person: "p-champion4" }
    ])
    expect(bytesOf(place.keys).equals(before)).toBe(true)
    // To read what was written takes it.
    const texts = await over(store, ["person", "report", "p-champion1", "--texts"], options)
    expect(texts).toMatchObject({ code: 2, out: "" })
    expect(await lcqmHere(["person", "list", "--master-key", "x"], options)).toMatchObject({ code: 2 })
  })

  test("must be named, and somebody it does not know is told as that", async () => {
    const unnamed = await lcqmHere(["person", "list"])
    expect(unnamed).toMatchObject({ code: 2, err: expect.stringContaining("--people FILE, or LCQM_PEOPLE") })
    const place = newPlace()
    expect(await lcqmHere(["person", "list"], { env: register(place) })).toMatchObject({ code: 1 })
    expect(existsSync(place.people)).toBe(false)
    await done(lcqmHere(["person", "add", file(details)], { env: register(place) }))
    const unknown = await lcqmHere(["person", "show", "p-nobody01"], { env: register(place) })
    expect(unknown).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringContaining("p-nobody01 is not in the people register")
    })
  })
})
