// Every view of the library, and the question that people put to it: of the country, or of one school of it.
import {
  areaSummary,
  areaSummaryOn,
  assessorJudgements,
  awardRegister,
  boardsOf,
  cohortProgress,
  consistencyOf,
  coverageOf,
  cpdCoverage,
  directoryOf,
  evidenceMatrix,
  evidenceMatrixOf,
  factsOutOfDate,
  networkCoverageOf,
  networkCpdCoverage,
  networks,
  networksOf,
  outOfDateIn,
  registeredAwards
} from "@lcqm/core"
import { firstSchool } from "../../workload/national.js"

const scheme = "lcqm"
const on = "2018-07-31"
const school = String(firstSchool + 1)

/** @type {Record<string, { projection: object, ask: (model: never) => unknown }>} */
export const eachView = {
  register: { projection: awardRegister, ask: registeredAwards },
  board: { projection: cohortProgress, ask: boardsOf },
  cpd: { projection: cpdCoverage, ask: coverageOf },
  evidence: { projection: evidenceMatrix, ask: (model) => evidenceMatrixOf(model, { scheme, school }, on) },
  assessors: { projection: assessorJudgements, ask: consistencyOf },
  areas: { projection: areaSummary, ask: (model) => areaSummaryOn(model, { scheme, on }) },
  facts: { projection: factsOutOfDate, ask: outOfDateIn },
  networks: { projection: networks, ask: (model) => networksOf(model, model) },
  directory: { projection: networks, ask: (model) => directoryOf(model, model) },
  networkCpd: { projection: networkCpdCoverage, ask: (model) => networkCoverageOf(model, scheme) }
}
