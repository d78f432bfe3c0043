// N1 and N2. The views of the whole country with its networks, and the search among them.
import { against, run } from "./comparing.js"

const national = { schools: 24_000 }
const tenth = { schools: 2_400 }

const views = {
  register: "the award register",
  board: "the cohorts' boards",
  cpd: "CPD coverage",
  evidence: "the evidence matrix",
  assessors: "how assessors judge",
  areas: "the summary by area",
  facts: "decisions on facts out of date",
  networks: "the networks",
  directory: "the networks' directory",
  networkCpd: "CPD coverage by network"
}

/** @type {ReadonlyArray<import("./comparing.js").Line>} */
export const lines = [
  ...Object.entries(views).map(([view, name]) => ({
    goal: "N1",
    key: `country-${view}`,
    what: `${name}, rebuilt from the country ÷ reading and decoding all of a tenth of it, by event in the store; peak of memory; asking it`,
    clock: /** @type {const} */ ("cpu"),
    of: against(run("views/read", tenth), { lcqm: run("views/rebuilt", { ...national, view }) })
  })),
  {
    goal: "N2",
    key: "similar",
    what: "networks with a similar focus among the country's 1,539 ÷ by hand, with no store, consent or reasons; a search at the median",
    clock: "cpu",
    atMost: { milliseconds: 50 },
    of: against(run("networks/similar-by-hand", national), { lcqm: run("networks/similar", national) })
  }
]
