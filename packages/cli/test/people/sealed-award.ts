// A store in which the small world's school was awarded, with a sealed text in every place that an answer, an export or
// a report shows texts of, and the key ring and register beside it.
import { join } from "node:path"
import { sampleCriteriaSet } from "@lcqm/core"
import { given, people, school, smallCriteriaSet, smallWorld } from "@lcqm/testing/given-when-then"
import { storeWith } from "../awarded-store.ts"
import { file, folder, type Ran } from "../running.ts"
import { linesFile, over } from "../stores.ts"

/** What stands in every text about a person, and as their name in the register. */
export const markerOf = (person: string): string => `planted-marker-of-${person}.`

/** Markup around a marker: in no answer does it become any. */
const written = (about: ReadonlyArray<string>): string =>
  `<img src=x onerror=alert(1)> ${about.map(markerOf).join(" ")}`

const text = (...about: ReadonlyArray<string>) => ({ about, text: written(about) })

/** The store, and how to run over it. */
export interface SealedAward {
  readonly store: string
  readonly env: Readonly<Record<string, string>>
  readonly folder: string
  /** Runs with the key ring and the register named, as the office where nothing else is said. */
  readonly run: (words: ReadonlyArray<string>, more?: Readonly<Record<string, string>>) => Promise<Ran>
  /** The same of what must be done. */
  readonly done: (words: ReadonlyArray<string>, more?: Readonly<Record<string, string>>) => Promise<string>
}

const of = { scheme: "lcqm", school }
const as = (person: string) => ({ actor: { person, roles: [] } })
const criteria = smallCriteriaSet.themes.flatMap((theme) => theme.criteria.map(({ id }) => id))

const commandsFrom = (revision: number): ReadonlyArray<object> => {
  const agreed = criteria.map((criterion, at) => ({
    type: "AgreeJudgement",
    ...as(people.assessor),
    occurredOn: "2017-11-15",
    data: {
      ...of,
      criterion,
      // The first is not what both had said, and so has a reason.
      ...(at === 0
        ? { judgement: { level: "gold" }, reason: text(people.champion, people.assessor) }
        : { judgement: { level: "silver" } })
    }
  }))
  const setting = {
    type: "DescribeSetting",
    ...as(people.champion),
    occurredOn: "2017-11-15",
    data: { ...of, setting: text(people.coach) }
  }
  const proposed = {
    type: "ProposeAward",
    ...as(people.assessor),
    occurredOn: "2017-11-16",
    seen: revision + agreed.length + 1,
    data: { ...of, level: "bronze", reason: text(people.champion) }
  }
  const accepted = {
    type: "AcceptProposal",
    ...as(people.champion),
    occurredOn: "2017-11-22",
    seen: revision + agreed.length + 2,
    data: { ...of, level: "bronze" }
  }
  return [setting, ...agreed, proposed, accepted].map((command, at) => ({ id: `sealed-${at}`, ...command }))
}

/** Makes them anew; `until` leaves out the Champion's answer to the proposal. */
export const sealedAward = async (until: "proposed" | "agreed" = "agreed"): Promise<SealedAward> => {
  const { events } = given(smallWorld.at("reviewed"))
  const store = await storeWith(events)
  const at = folder()
  const env = {
    LCQM_PEOPLE: join(at, "people.db"),
    LCQM_KEYS: join(at, "keys.db"),
    LCQM_MASTER_KEY_FILE: join(at, "master.key")
  }
  const run: SealedAward["run"] = (words, more = {}) => over(store, words, { env: { ...env, ...more } })
  const done: SealedAward["done"] = async (words, more) => {
    const { code, err, out } = await run(words, more)
    if (code !== 0) throw new Error(`${words.join(" ")}: ${err}${out}`)
    return out
  }
  await done(["keys", "init"])
  for (const person of [people.champion, people.assessor, people.coach]) {
    await done(["person", "add", file({ name: markerOf(person) }), "--as", person])
  }
  const { length } = events.filter(({ stream }) => stream === `school-lcqm-${school}`)
  const commands = commandsFrom(length - 1)
  await done(["do", linesFile(until === "agreed" ? commands : commands.slice(0, -1))])
  await done(["criteria", "draft", file({ ...sampleCriteriaSet, version: "1" }), "--on", "2025-03-01"])
  const weeks = ["--from", "2025-04-01", "--until", "2025-06-30", "--on", "2025-03-20"]
  await done(["criteria", "consult", "1", ...weeks])
  const said = ["--said", written([people.coach]), "--about", people.coach, "--on", "2025-05-10"]
  await done(["criteria", "comment", "1", "--comment", "c-1", ...said])
  return { store, env, folder: at, run, done }
}
