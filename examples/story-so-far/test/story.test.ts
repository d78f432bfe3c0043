// One story looked at closely, and what is asked of whoever plays it.
import { enrolmentFold, isoDateOf, moderationCauses, type Recorded, spanOf, valueOf } from "@lcqm/core"
import { memoryStore } from "@lcqm/memory"
import { beforeAll, expect, test } from "vitest"
import {
  openStory,
  pageDate,
  playStory,
  sampleMark,
  scheme,
  StoryCannotGoOn,
  syntheticUrns
} from "../src/index.ts"
import { digestOf, play } from "./told.ts"

const seed = 7
let story: Awaited<ReturnType<typeof play>>
let again: Awaited<ReturnType<typeof play>>
const reported: Array<readonly [done: number, total: number]> = []

beforeAll(async () => {
  story = await play(seed)
  again = await play(seed, (done, total) => reported.push([done, total]))
}, 180_000)

// Every value under a key, wherever it stands.
const valuesOf = (value: unknown, key: string): ReadonlyArray<unknown> => {
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => [
    ...(name === key ? [each] : []),
    ...valuesOf(each, key)
  ])
}

const saidIn = ({ data }: Recorded, key: string): unknown => Reflect.get(Object(data), key)

const bySchool = (events: ReadonlyArray<Recorded>): ReadonlyMap<string, ReadonlyArray<Recorded>> => {
  const found = new Map<string, Array<Recorded>>()
  for (const event of events.filter(({ stream }) => stream.startsWith("school-"))) {
    found.set(event.stream, [...(found.get(event.stream) ?? []), event])
  }
  return found
}

test("the same seed tells the same story, byte for byte", () => {
  expect(again.played).toEqual(story.played)
  expect(digestOf(again.events)).toBe(digestOf(story.events))
})

test("what the story says it played is what the store holds", () => {
  const { events, played } = story
  expect(played).toMatchObject({ seed, schools: 110, events: events.length })
  expect(new Set(events.map(({ metadata }) => metadata.commandId)).size).toBeLessThanOrEqual(played.commands)
})

test("people are pseudonyms, and every text is about nobody and says that it is a sample", () => {
  for (const { data, metadata } of story.events) {
    expect(metadata.actor.person).toMatch(/^p-[a-z0-9]{12}$/)
    for (const key of ["person", "champion", "coach", "formerly", "assessor"]) {
      for (const ref of valuesOf(data, key)) expect(ref).toMatch(/^p-[a-z0-9]{12}$/)
    }
    for (const text of valuesOf(data, "text")) expect(text).toMatch(new RegExp(`^${sampleMark} `))
    // What a second judgement is about is no person.
    const about = valuesOf(data, "about").filter((each) => typeof each !== "string")
    for (const people of about) expect(people).toEqual([])
  }
})

test("every school is of the synthetic range", () => {
  const { first, last } = syntheticUrns
  const streams = story.events.map(({ stream }) => stream).filter((stream) => stream.startsWith("school-"))
  const named = story.events.flatMap(({ data }) => [
    ...valuesOf(data, "school"),
    ...valuesOf(data, "schools").flat()
  ])
  const urns = new Set([...streams.map((stream) => stream.slice(-6)), ...named.map(String)])
  expect(urns.size).toBe(110)
  for (const urn of urns) expect(urn >= first && urn <= last).toBe(true)
})

// What may happen to a school once an award of it is agreed.
const afterAnAward = [
  "AppealLodged.v1",
  "AppealDecided.v1",
  "SecondJudgementAsked.v1",
  "SecondJudgementGiven.v1",
  "EvidenceWithdrawn.v1",
  "ReviewOpened.v1",
  "ReviewClosed.v1",
  "RenewalBegun.v1"
]

test("after its award a school appeals, is moderated, reviewed or renews it, and nothing else happens to it", () => {
  const agreed = [...bySchool(story.events).values()].filter((events) =>
    events.some(({ type }) => type === "AwardAgreed.v1")
  )
  expect(agreed.length).toBeGreaterThan(80)
  for (const events of agreed) {
    const award = events.findIndex(({ type }) => type === "AwardAgreed.v1")
    const renewal = events.findIndex(({ type }) => type === "RenewalBegun.v1")
    const last = events.findLastIndex(({ type }) => type === "AwardAgreed.v1")
    const after = [
      ...events.slice(award + 1, renewal < 0 ? undefined : renewal + 1),
      ...events.slice(last + 1)
    ]
    expect(after.filter(({ type }) => !afterAnAward.includes(type))).toEqual([])
  }
})

test("every award is moderated that the rules ask it of, by another than its assessor, and stands", () => {
  const asked = story.events.filter(({ type }) => type === "SecondJudgementAsked.v1")
  const open = [...bySchool(story.events)].flatMap(([stream, events]) => {
    const { awards, afterwards } = enrolmentFold.fold(enrolmentFold.initial, events)
    const award = awards.at(-1)
    expect(afterwards.review, stream).toBeUndefined()
    return award !== undefined && moderationCauses(award).length > 0 && !award.moderated ? [stream] : []
  })
  expect(open).toEqual([])
  expect(asked.length).toBeGreaterThan(20)
})

test("of two appeals that are upheld one gives an award and one raises it, and the register shows what it is since", async () => {
  const upheld = story.events.filter((event) => saidIn(event, "outcome") === "changed")
  expect(upheld).toHaveLength(2)
  const against = new Set(upheld.map((event) => saidIn(event, "decision")))
  expect(against).toEqual(new Set(["award", "award withheld"]))
  const register = valueOf(await story.lcqm.register())
  for (const appeal of upheld) {
    const { id, metadata, stream } = appeal
    const level = saidIn(appeal, "level")
    const given = saidIn(appeal, "decision") === "award withheld"
    // The award that is raised stays the one it was; where there was none, the appeal makes it.
    const event = given ? id : saidIn(appeal, "against")
    const own = register.filter(({ school }) => stream.endsWith(school))
    expect(own).toMatchObject([{ level, event, standing: "stands", underAppeal: false, toBeModerated: [] }])
    // On the day before it was decided there was none, or a lower one under appeal.
    const before = isoDateOf((spanOf(metadata.occurredOn).last ?? 0) - 1)
    const then = valueOf(await story.lcqm.register({ occurred: before }))
    expect(
      then.flatMap(({ level, school, underAppeal }) =>
        stream.endsWith(school) ? [[level, underAppeal]] : []
      )
    ).toEqual(given ? [] : [["silver", true]])
  }
  expect(new Set(upheld.map((event) => saidIn(event, "level")))).toEqual(new Set(["bronze", "gold"]))
})

test("whoever hears an appeal has not judged it, and does not moderate what they found", () => {
  const heard = [...bySchool(story.events).values()].filter((events) =>
    events.some(({ type }) => type === "AppealLodged.v1")
  )
  expect(heard).toHaveLength(3)
  for (const events of heard) {
    const visits = events.filter(({ type }) => type === "VisitArranged.v1").slice(-1)
    const seconds = events.filter(({ type }) => type === "SecondJudgementAsked.v1")
    const assessors = [...visits, ...seconds].map((event) => saidIn(event, "assessor"))
    expect(new Set(assessors).size).toBe(1 + seconds.length)
  }
})

test("a renewed award is shown in the register in the place of the former, with evidence that says how old it is", async () => {
  const renewed = story.events.filter(({ type }) => type === "RenewalBegun.v1")
  expect(renewed).toHaveLength(2)
  const register = valueOf(await story.lcqm.register())
  for (const { stream } of renewed) {
    const own = register.filter(({ school }) => stream.endsWith(school))
    const awards = story.events.filter((event) => event.stream === stream && event.type === "AwardAgreed.v1")
    expect(awards).toHaveLength(2)
    expect(own).toMatchObject([{ cohort: "A", event: awards[1]?.id }])
  }
  const carried = story.events.filter(({ type }) => type === "EvidenceCarriedForward.v1")
  for (const { data } of carried) expect(Number(valuesOf(data, "ageMonths")[0])).toBeGreaterThan(12)
})

test("a school's history is in the order of its days, and nothing is dated after it is recorded", () => {
  for (const events of bySchool(story.events).values()) {
    const days = events.map(({ metadata }) => metadata.occurredOn)
    expect(days).toEqual(days.toSorted())
  }
  for (const { metadata } of story.events) {
    expect(metadata.occurredOn <= metadata.recordedAt.slice(0, 10)).toBe(true)
  }
})

test("no visit is held on a weekend", () => {
  const visits = story.events.filter(({ type }) => type === "VisitHeld.v1")
  expect(visits.length).toBeGreaterThan(80)
  for (const { metadata } of visits) {
    expect([0, 6]).not.toContain(new Date(metadata.occurredOn).getUTCDay())
  }
})

test("all that had happened by the page's date was recorded by then", async () => {
  const then = valueOf(await story.lcqm.cohorts({ occurred: pageDate }))
  expect(then).toHaveLength(6)
  expect(valueOf(await story.lcqm.cohorts({ recorded: `${pageDate}T23:59:59.999Z` }))).toEqual(then)
})

test("the mistakes that people make are refused, and the story goes on", () => {
  expect(Object.keys(story.played.refused)).toEqual([
    "AssessorNotExternal",
    "HistoryMovedOn",
    "NotTheChampion",
    "ReasonMissing",
    "RuleRefuses",
    "SetAsideNotShared"
  ])
})

test("the award worth explaining is the indicated one, of judgements that differ, and says why not the next level", async () => {
  const { lcqm, played } = story
  const { level, school } = played.toExplain
  const key = { scheme, school }
  const tree = valueOf(await lcqm.explain(key))
  expect(tree.level).toBe(level)
  expect(tree.next?.failed.length).toBeGreaterThan(0)
  const { state } = valueOf(await lcqm.school(key))
  expect(state.stage).toBe("agreed")
  const differing = [...state.agreed].filter(
    ([criterion, { judgement }]) =>
      state.self.get(criterion)?.judgement !== judgement ||
      state.assessor.get(criterion)?.judgement !== judgement
  )
  expect(differing.length).toBeGreaterThan(0)
})

test("a story is told into an empty store only", async () => {
  await expect(playStory({ lcqm: story.lcqm, seed })).rejects.toThrow(StoryCannotGoOn)
})

test.each([-1, 0.5, 2 ** 32, Number.NaN])("a seed of %d is refused", (wrong) => {
  expect(() => openStory({ store: memoryStore(), seed: wrong })).toThrow(RangeError)
})

test("progress only goes forward, from the first day to the last", () => {
  const done = reported.map(([days]) => days)
  expect(done).toEqual(done.toSorted((a, b) => a - b))
  expect(done[0]).toBe(0)
  expect(new Set(reported.map(([, total]) => total))).toEqual(new Set([done.at(-1)]))
})
