// Half of the demo's people erased, by the command line alone: every decision, award, proof, signed checkpoint and stream
// is what it was, to the byte; only the words about them are gone.
import { parseStreamHeadText, parseSignedNote } from "@lcqm/ledger"
import { copyFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { file, folder, lcqmHere } from "../running.ts"
import { linesFile, office } from "../stores.ts"

const at = folder()
const place = (name: string): string => join(at, name)

const env = {
  ...office,
  LCQM_STORE: `sqlite:${place("demo.db")}`,
  LCQM_PEOPLE: place("people.db"),
  LCQM_KEYS: place("keys.db"),
  LCQM_MASTER_KEY_FILE: place("master.key")
}

const run = async (...words: ReadonlyArray<string>): Promise<string> => {
  const { code, err, out } = await lcqmHere(words, { env })
  expect({ words, code, err: code === 0 ? "" : err }).toEqual({ words, code: 0, err: "" })
  return out
}

const said = (person: string): string => `Said of ${person}.`

/** An assessor who stands down for a reason that is about others: text about people of the demo. */
const aboutThem = (people: ReadonlyArray<string>, n: number): ReadonlyArray<object> => {
  const person = `p-standin${String(n).padStart(4, "0")}`
  const common = { scheme: "lcqm", person }
  const about = n % 3 === 0 ? [...people.slice(0, 1), ...people.slice(2, 3)] : people.slice(0, 1)
  return [
    {
      type: "AppointAssessor",
      id: `${person}-appointed`,
      occurredOn: "2025-09-08",
      data: { ...common, schools: [] }
    },
    {
      type: "StandDownAssessor",
      id: `${person}-stands-down`,
      occurredOn: "2025-10-08",
      data: { ...common, reason: { about, text: about.map(said).join(" ") } }
    }
  ]
}

/** Everything that is told, decided, signed and proved of the store, as the command line prints it. */
const past = async (checkpoint: string, schools: ReadonlyArray<string>) => {
  const heads: Array<unknown> = []
  const proofs: Array<string> = []
  for (const school of schools) {
    const note = await run("ledger", "head", school, "--key", place("operator.key"))
    const { revision, root, stream } = parseStreamHeadText(parseSignedNote(note).text)
    heads.push({ stream, revision, root: Buffer.from(root).toString("hex") })
    // Each of these reads the whole log: the first event and the last are enough.
    for (const of of ["0", String(revision)]) {
      proofs.push(await run("ledger", "prove", school, of, "--checkpoint", checkpoint))
    }
  }
  return {
    replayed: await run("replay", "--all", "--json"),
    register: await run("register", "--json"),
    heads,
    proofs
  }
}

test("every decision, award, proof and stream head is the same after half of the demo's people were erased, and the checkpoint signed before verifies", async () => {
  await run("demo", "--seed", "7", "--store", env.LCQM_STORE)
  await run("keys", "init")
  await run("person", "add", file({ name: "A Sample" }))
  const exported = await run("store", "export")
  const streams = [...new Set([...exported.matchAll(/"stream":"([^"]+)"/g)].map(([, name = ""]) => name))]
  const people = streams
    .filter((name) => name.startsWith("person-"))
    .map((name) => name.slice("person-".length))
  expect(people.length).toBeGreaterThan(100)
  // Of every third also of the next but one, so that both a text is about are erased or neither.
  await run("do", linesFile(people.flatMap((_, n) => aboutThem(people.slice(n), n))))

  await run("ledger", "keygen", "sample.example/mark", "--out", place("operator.key"))
  const sign = () => run("ledger", "checkpoint", "--key", place("operator.key"), "--out", place("checkpoint"))
  await sign()
  copyFileSync(place("checkpoint"), place("before"))
  const recorded = await run("store", "export")
  const schools = streams.filter((name) => name.startsWith("school-")).map((name) => name.slice(-6))
  const some = schools.filter((_, n) => n % 80 === 0)
  const before = await past(place("before"), some)
  expect(JSON.parse(before.register).length).toBeGreaterThan(10)
  expect(before.proofs.length).toBe(4)
  expect(recorded).not.toContain("Said of")

  const half = people.filter((_, n) => n % 2 === 0)
  for (const person of half) await run("person", "erase", person, "--request", "dsr-2026-014")

  expect(await past(place("before"), some)).toEqual(before)
  const after = await run("store", "export")
  expect(after.startsWith(recorded)).toBe(true)
  expect(after.slice(recorded.length).match(/"type":"PersonErased\.v1"/g)).toHaveLength(half.length)
  // The log goes on from the checkpoint: the next is signed only where it does, and both verify.
  await sign()
  const checkpoints = ["--checkpoint", place("before"), "--checkpoint", place("checkpoint")]
  const verdict = await run("verify", "--key", place("operator.key.pub"), ...checkpoints, "--json")
  expect(JSON.parse(verdict)).toMatchObject({ outcome: "verified", findings: [], continues: [{}, {}] })

  const textsAbout = async (person: string) =>
    JSON.parse(await run("person", "report", person, "--texts", "--json")).texts.map(
      ({ text }: { text: string }) => text
    )
  const [gone = "", kept = ""] = people
  expect(new Set(await textsAbout(gone))).toEqual(new Set(["[erased]"]))
  for (const text of await textsAbout(kept)) expect(text).toContain(said(kept))
}, 240_000)
