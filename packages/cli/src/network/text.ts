// Networks for a person: a line each, in the list, in the directory, and beside one that works on something similar.
import {
  type AsAt,
  type DirectoryEntry,
  type LearningFocus,
  membersOf,
  type NetworkView,
  type SimilarNetwork
} from "@lcqm/core"
import { asAtText } from "../given/as-at.ts"
import type { Colours } from "../streams.ts"
import { counted } from "../telling/counted.ts"
import { printable } from "../telling/printable.ts"
import { table } from "../telling/table.ts"

/** What a network works on, in one line. */
export const focusText = (focus: LearningFocus | undefined): string => {
  if (focus === undefined) return "not chosen"
  const { subject, topics, years } = focus
  return [
    subject,
    ...(topics.length === 0 ? [] : [`: ${topics.join(", ")}`]),
    ...(years.length === 0 ? [] : [` (${years.join(", ")})`])
  ].join("")
}

/** The networks, a line each. */
export const networksText = (networks: ReadonlyArray<NetworkView>): string =>
  networks.length === 0
    ? "No network has been formed.\n"
    : table(
        [
          { title: "Network" },
          { title: "Name", width: 30 },
          { title: "Stage" },
          { title: "Schools", align: "right" },
          { title: "Registered" },
          { title: "Works on", width: 40 }
        ],
        networks.map((each) => [
          each.network,
          each.name,
          each.stage ?? "",
          membersOf(each).length,
          each.registeredOn ?? "no",
          focusText(each.focus)
        ])
      )

/** The directory, a paragraph a network. */
export const directoryText = (entries: ReadonlyArray<DirectoryEntry>, asAt: AsAt, colours: Colours): string =>
  [
    `Directory of learning networks${asAtText(asAt)}: ${counted(entries.length, "network")}\n`,
    ...entries.map(({ area, contacts, focus, mathematicsCentre, name, network, schools, stage }) =>
      [
        `\n${colours.bold(printable(`${name} (${network})`))}${area === undefined ? "" : `, ${printable(area)}`}`,
        `Works on ${focusText(focus)}.`,
        `${counted(schools.length, "school")}; ${stage}${mathematicsCentre ? "; a mathematics centre" : ""}.`,
        contacts.length === 0 ? "No contact is shown." : `Contact: ${contacts.join(", ")}.`,
        ""
      ].join("\n")
    )
  ].join("")

/** Networks with a similar focus, the most similar first. */
export const similarText = (found: ReadonlyArray<SimilarNetwork>): string =>
  found.length === 0
    ? "No registered network has a focus that is in any way similar.\n"
    : table(
        [
          { title: "Of 100", align: "right" },
          { title: "Network" },
          { title: "Name", width: 30 },
          { title: "Why", width: 60 },
          { title: "Contact" }
        ],
        found.map(({ entry, score, why }) => [
          score,
          entry.network,
          entry.name,
          why,
          entry.contacts.join(", ") || "not shown"
        ])
      )
