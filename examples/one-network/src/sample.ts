// Who and what there is in the story, all of it made up: the source names nobody and no school.
import { type Actor, type Text, textAbout, type Urn } from "@lcqm/core"

/** What every text of the story begins with. */
export const sampleMark = "Sample text:"

/** A text that says of itself that it is a sample. */
export const sample = (text: string): Text => textAbout(`${sampleMark} ${text}`, [])

/** The network's id. */
export const network = "n-sample-six-schools"

/**
 * Its schools: "five primary schools and one infants school". Their URNs are of a range that to our knowledge no
 * register uses.
 */
export const schools: ReadonlyArray<{ readonly school: Urn; readonly kind: "primary" | "infant" }> = [
  { school: "900201", kind: "primary" },
  { school: "900202", kind: "primary" },
  { school: "900203", kind: "primary" },
  { school: "900204", kind: "primary" },
  { school: "900205", kind: "primary" },
  { school: "900206", kind: "infant" }
]

/** The URNs of all six. */
export const everySchool: ReadonlyArray<Urn> = schools.map(({ school }) => school)

/** The office of the local authority, for which the host vouches. */
export const office: Actor = { person: "p-sampleoffice", roles: ["SchemeOffice"] }

/** Who leads the network: a role that follows from events, and is claimed by nobody. */
export const lead: Actor = { person: "p-samplelead1", roles: [] }
