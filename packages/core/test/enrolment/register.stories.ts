// The award register: which school holds which award, since when, and until when. Validity ends by date.
import { describe, expect, it } from "vitest"
import {
  byAssessor,
  byChampion,
  byOffice,
  given,
  givenEvents,
  scheme,
  school,
  smallRuleSet,
  smallWorld,
  worldWith
} from "@lcqm/testing/given-when-then"
import {
  awardRegister,
  type Currency,
  project,
  type RegisteredAward,
  registeredAwards,
  registerOn
} from "../../src/index.ts"

const reason = { about: [], text: "In the school's own setting." }
const agreed = smallWorld.at("agreed")

const registerOf = (story: ReturnType<typeof given>) => story.projecting(awardRegister).as(registeredAwards)

// What the register says of the small world's school: the proof is the AwardAgreed event.
const entryOf = (
  story: ReturnType<typeof given>,
  change: Partial<RegisteredAward> = {}
): RegisteredAward => ({
  scheme: "lcqm",
  school,
  phase: "primary",
  cohort: "1",
  level: "silver",
  indicated: "silver",
  agreedOn: "2017-11-22",
  validUntil: "2020-11-22",
  event: story.events.find(({ type }) => type === "AwardAgreed.v1")?.id ?? "nobody agreed",
  standing: "stands",
  underAppeal: false,
  underReview: false,
  held: "own",
  from: undefined,
  schoolClosed: false,
  toBeModerated: ["first assessment"],
  ...change
})

describe("the award register", () => {
  it("holds an award once it is agreed, with the day until which it is valid and the event that proves it", () => {
    registerOf(given(agreed)).expect([entryOf(agreed)])
  })

  it.each(["proposed", "withheld", "withdrawn", "deferred", "further work asked"] as const)(
    "holds nothing for a school whose enrolment is %s",
    (stage) => {
      registerOf(given(smallWorld.at(stage))).expect([])
    }
  )

  it.each<[agreedOn: string, months: number, validUntil: string | undefined]>([
    ["2017-11-22", 12, "2018-11-22"],
    ["2017-11", 36, "2020-11-30"],
    ["2017", 1, "2018-01-31"],
    ["--11", 36, undefined]
  ])(
    "counts the validity from the last day the award can be of: %s and %i months",
    (agreedOn, months, until) => {
      const world = worldWith({ ruleSet: { validityMonths: months } })
      given(world.at("proposed"))
        .on("2018-01-01")
        .having({ ...byChampion("AcceptProposal", { level: "silver" }), occurredOn: agreedOn })
        .projecting(awardRegister)
        .as((model) => registeredAwards(model).map(({ validUntil }) => validUntil))
        .expect([until])
    }
  )

  it("ends the validity on the month's last day, where the month is shorter", () => {
    const world = worldWith({ ruleSet: { validityMonths: 1 } })
    given(world.at("proposed"))
      .on("2018-02-01")
      .having({ ...byChampion("AcceptProposal", { level: "silver" }), occurredOn: "2018-01-31" })
      .projecting(awardRegister)
      .as((model) => registeredAwards(model).map(({ validUntil }) => validUntil))
      .expect(["2018-02-28"])
  })

  it("counts the validity of the rule set that was pinned, under whatever version the scheme published it", () => {
    const published = { scheme, ruleSet: { ...smallRuleSet, validityMonths: 12 }, publishedAs: "annual.1" }
    givenEvents(
      agreed.events.map((event) => {
        switch (event.type) {
          case "RuleSetPublished.v1":
            return { ...event, data: { ...event.data, ...published } }
          case "AwardAgreed.v1":
            return {
              ...event,
              occurredOn: "2017-11-22",
              data: { ...event.data, basis: { ...event.data.basis, ruleSet: "annual.1" } }
            }
          default:
            return event
        }
      })
    )
      .projecting(awardRegister)
      .as((model) => registeredAwards(model).map(({ validUntil }) => validUntil))
      .expect(["2018-11-22"])
  })

  it("tells the cohort in which the award was agreed, and the level indicated beside the agreed one", () => {
    const transferred = given(smallWorld.at("judgements agreed"))
      .having(byOffice("TransferEnrolment", { cohort: "2", reason }))
      .on("2017-11-22")
    // Cohort 2 trains from September 2017: evidence of May 2017 still counts.
    const below = transferred.having(
      byAssessor("ProposeAward", { level: "bronze", reason }),
      byChampion("AcceptProposal", { level: "bronze" })
    )
    registerOf(below).expect([entryOf(below, { cohort: "2", level: "bronze", indicated: "silver" })])
  })

  it("is unchanged by evidence that is withdrawn afterwards, but says that the award is under review", () => {
    registerOf(
      given(agreed).having(byChampion("WithdrawEvidence", { evidence: "e-families.events", reason }))
    ).expect([entryOf(agreed, { underReview: true })])
  })

  it("is as it was on a day, and as it was known then", () => {
    registerOf(given(agreed)).asAt({ occurred: "2017-11-21" }).expect([])
    registerOf(given(agreed))
      .asAt({ occurred: "2017-11" })
      .expect([entryOf(agreed)])
    registerOf(given(agreed)).asAt({ recorded: "2017-11-22T11:59:59.999Z" }).expect([])
  })

  it("is total: an award of whose enrolment nothing is known is held all the same", () => {
    const [award] = agreed.events.filter(({ type }) => type === "AwardAgreed.v1")
    if (award === undefined) throw new Error("nobody agreed")
    givenEvents([{ ...award, occurredOn: "2017-11-22" }])
      .projecting(awardRegister)
      .as((model) =>
        registeredAwards(model).map(({ level, school: urn, validUntil }) => [urn, level, validUntil])
      )
      .expect([[school, "silver", undefined]])
  })
})

describe("the award register on a day", () => {
  const on = (day: string) =>
    given(agreed)
      .projecting(awardRegister)
      .as((model) =>
        registerOn(registeredAwards(model), day).map(({ currency, daysLeft }) => [currency, daysLeft])
      )

  it.each<[day: string, currency: Currency, daysLeft: number | undefined]>([
    ["2017-11-22", "current", 1096],
    ["2020-11-02", "current", 20],
    ["2020-11-22", "current", 0],
    ["2020-11-23", "lapsed", undefined]
  ])("tells on %s that it is %s, and how many days are left of it: %s", (day, currency, daysLeft) => {
    on(day).expect([[currency, daysLeft]])
  })

  it("counts no days of an award without a last one, nor of a revoked one", () => {
    const [award] = registeredAwards(project(awardRegister, agreed.events))
    if (award === undefined) throw new Error("nobody agreed")
    const told = registerOn(
      [
        { ...award, validUntil: undefined },
        { ...award, standing: "revoked" },
        { ...award, held: "shown" }
      ],
      "2030-01-01"
    )
    expect(told.map(({ currency, daysLeft }) => [currency, daysLeft])).toEqual([
      ["current", undefined],
      ["revoked", undefined],
      ["shown", undefined]
    ])
  })
})
