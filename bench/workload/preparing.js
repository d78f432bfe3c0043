// Schools in preparation: a hundred events each, and the forty commands that come next, in the workload of G4 and
// G5. The commands take turns: one that needs no fact, one that needs one, one that needs two.
import { champion, scheme } from "./people.js"
import { journey, restamped, surroundings } from "./stored.js"

const submitted = (template, nth) => ({
  ...template,
  data: {
    evidence: `item-${nth}`,
    kind: "document",
    reference: `https://files.example/item-${nth}.pdf`,
    sha256: nth.toString(16).padStart(64, "0"),
    producedOn: "2017-11-20"
  }
})

/** A hundred events: enrolled, a Champion, the setting; then evidence submitted and assigned, in turn. */
const hundredEvents = () => {
  const events = journey()
  const criteria = criteriaOf()
  const submission = events.find(({ type }) => type === "EvidenceSubmitted.v1")
  const assignment = events.find(({ type }) => type === "EvidenceAssigned.v1")
  const filled = Array.from({ length: 95 }, (_, i) => {
    const nth = Math.floor(i / 2)
    return i % 2 === 0
      ? submitted(submission, nth)
      : { ...assignment, data: { evidence: `item-${nth}`, criterion: criteria[nth % criteria.length] } }
  })
  return [...events.slice(0, 5), ...filled]
}

const criteriaOf = () =>
  surroundings()
    .filter(({ type }) => type === "ThemeDrafted.v1")
    .flatMap(({ data }) => data.theme.criteria.map(({ id }) => id))

/** The events of so many schools, a list each, stamped; `first` is the number of the first school. */
export const preparingSchools = (/** @type {number} */ schools, first = 100_000) => {
  const events = hundredEvents()
  return Array.from({ length: schools }, (_, i) => restamped(events, first + i))
}

/** The next commands of one school, as they are sent. */
export const nextCommands = (/** @type {number} */ nth, /** @type {number} */ count) => {
  const criteria = criteriaOf()
  const school = String(nth).padStart(6, "0")
  return Array.from({ length: count }, (_, i) => {
    const step = Math.floor(i / 3)
    const evidence = `next-${step}`
    const [type, data] =
      i % 3 === 0
        ? ["SubmitEvidence", { scheme, school, ...submitted({}, 1_000 + step).data, evidence }]
        : i % 3 === 1
          ? ["AssignEvidence", { scheme, school, evidence, criterion: criteria[step % criteria.length] }]
          : [
              "SelfAssessCriterion",
              { scheme, school, criterion: criteria[step % criteria.length], judgement: { level: "silver" } }
            ]
    return {
      type,
      id: `next-command-${nth}-${i}`,
      actor: { person: champion, roles: [] },
      occurredOn: "2018-01-31",
      data
    }
  })
}
