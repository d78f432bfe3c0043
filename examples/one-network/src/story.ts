// The source's "story of one network", told as commands. Which things happened is the source's; on which days is made
// up, and what is not said there (an age range, funding) is not said here.
import type { Actor, FullDate, LcqmCommand } from "@lcqm/core"
import { everySchool, lead, network, office, sample, schools } from "./sample.ts"

type Asked = LcqmCommand extends infer Command
  ? Command extends LcqmCommand
    ? Pick<Command, "type" | "data">
    : never
  : never

/** One thing that happens: on which day, by whom, and the source's own words for it. */
export interface Chapter {
  readonly on: FullDate
  readonly by: Actor
  /** What the source says; left out where it says nothing of it. */
  readonly source?: string
  readonly asked: Asked
}

const of = { network }
const [first = "", second = "", third = "", fourth = ""] = everySchool

const beginnings: ReadonlyArray<Chapter> = [
  {
    on: "2004-09-20",
    by: office,
    source:
      "This network is in South East England and comprises five primary schools and one infants school.",
    asked: {
      type: "FormNetwork",
      data: { ...of, name: "Sample network of six schools", area: "South East England", schools }
    }
  },
  { on: "2004-09-27", by: office, asked: { type: "NameNetworkLead", data: { ...of, lead: lead.person } } },
  { on: "2004-10-11", by: lead, asked: { type: "BeginNetworkPlanning", data: of } },
  {
    on: "2004-11-15",
    by: lead,
    source:
      "The network group decided that they needed to raise the profile of using and applying mathematics within their schools.",
    asked: {
      type: "ChooseLearningFocus",
      data: {
        ...of,
        subject: "mathematics",
        topics: ["using and applying mathematics", "children's self-assessment"],
        years: []
      }
    }
  },
  { on: "2005-01-10", by: office, asked: { type: "EndorseNetwork", data: of } }
]

const together: ReadonlyArray<Chapter> = [
  {
    on: "2005-01-24",
    by: lead,
    source: "All schools had a 'maths week' to launch the work.",
    asked: { type: "RecordActivity", data: { ...of, activity: "maths week", schools: everySchool } }
  },
  {
    on: "2005-02-07",
    by: lead,
    source: "There has been input from the LA on peer working and observation.",
    asked: {
      type: "RecordActivity",
      data: {
        ...of,
        activity: "authority input",
        schools: everySchool,
        note: sample("on peer working and observation.")
      }
    }
  },
  ...(
    [
      ["2005-03-07", "2005 spring"],
      ["2005-06-13", "2005 summer"],
      ["2005-10-17", "2005 autumn"]
    ] as const
  ).map(([on, term]): Chapter => ({
    on,
    by: lead,
    source: "A focus group of teachers has a full day of development time every term.",
    asked: {
      type: "RecordActivity",
      data: { ...of, activity: "focus-group day", schools: everySchool, term }
    }
  })),
  {
    on: "2005-03-07",
    by: lead,
    source: "In the focus group, teachers are paired to plan together",
    asked: {
      type: "RecordActivity",
      data: { ...of, activity: "joint planning", schools: everySchool, term: "2005 spring" }
    }
  },
  ...(
    [
      ["2005-04-25", first, second],
      ["2005-05-09", second, first]
    ] as const
  ).map(([on, host, guest]): Chapter => ({
    on,
    by: lead,
    source: "and are in the process of visiting each other's schools.",
    asked: { type: "RecordActivity", data: { ...of, activity: "peer visit", schools: [guest], host } }
  })),
  {
    on: "2005-07-04",
    by: lead,
    source: "Small groups of children have already visited other schools for a 'more able' morning",
    asked: {
      type: "RecordActivity",
      data: { ...of, activity: "more able morning", schools: [first, second, fourth], host: third }
    }
  }
]

const evaluation: ReadonlyArray<Chapter> = (
  [
    [
      "confidence",
      "improved",
      "Children who are hard to engage and lower-attaining children are more actively involved in their learning."
    ],
    [
      "test answers",
      "not yet known",
      "analysis of children's answers to National Curriculum test questions;"
    ],
    ["planning", "improved", "This issue is being addressed and monitored through the work of the network."],
    ["enthusiasm", "improved", "The teachers from the focus group are all very positive"]
  ] as const
).map(([measure, finding, source]) => ({
  on: "2005-12-05",
  by: lead,
  source,
  asked: {
    type: "RecordEvaluation",
    data: { ...of, measure, finding, note: sample("what the lead made of it.") }
  }
}))

const inTheDirectory: ReadonlyArray<Chapter> = [
  {
    on: "2006-01-16",
    by: lead,
    source: "networks that have registered on the website, including the focus of their work",
    asked: { type: "RegisterNetwork", data: of }
  },
  {
    on: "2006-01-16",
    by: lead,
    source: "contact details (where the networks have given permission for these to be made available)",
    asked: { type: "GiveContactConsent", data: { ...of, contact: lead.person } }
  }
]

const neighbour = (id: string, name: string, topics: ReadonlyArray<string>): ReadonlyArray<Chapter> => {
  const own = { network: id }
  return [
    {
      on: "2006-02-06",
      by: office,
      asked: { type: "FormNetwork", data: { ...own, name, area: "South East England", schools: [] } }
    },
    {
      on: "2006-02-06",
      by: office,
      asked: {
        type: "ChooseLearningFocus",
        data: { ...own, subject: "mathematics", topics, years: ["Year 3"] }
      }
    },
    { on: "2006-02-06", by: office, asked: { type: "RegisterNetwork", data: own } }
  ]
}

/** The story, in the order of its days; at its end two networks to compare it with, which are no part of the source. */
export const story: ReadonlyArray<Chapter> = [
  ...beginnings,
  ...together,
  ...evaluation,
  ...inTheDirectory,
  ...neighbour("n-sample-nearby", "Sample network nearby", ["using and applying mathematics"]),
  ...neighbour("n-sample-further", "Sample network further off", ["mental calculation"])
].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
