// Decisions and the facts that had changed: a line for each fact of each decision.
import type { AsAt, FactOutOfDate } from "@lcqm/core"
import { asAtText } from "../given/as-at.ts"
import type { Colours } from "../streams.ts"
import { counted } from "../telling/counted.ts"
import { csv } from "../telling/csv.ts"
import { printable } from "../telling/printable.ts"
import { table } from "../telling/table.ts"

const changesText = ({ changes }: FactOutOfDate): string =>
  changes.map(({ revision, type }) => `${type} (${revision})`).join(", ")

const note =
  "A decision reads its facts and is then recorded; here a fact was written to in between, or a network of the school\n" +
  "was not known of (read: none). Whether that matters is for people to judge; the decision stands.\n"

/** The decisions as text. */
export const factsText = (
  scheme: string,
  found: ReadonlyArray<FactOutOfDate>,
  asAt: AsAt,
  colours: Colours
): string => {
  const heading = printable(
    `Decisions of ${scheme} on facts that had changed${asAtText(asAt)}: ${found.length === 0 ? "none" : counted(found.length, "fact")}`
  )
  if (found.length === 0) return `${heading}\n`
  return `${colours.bold(heading)}\n\n${table(
    [
      { title: "Decision", width: 24 },
      { title: "Of", width: 20 },
      { title: "Fact", width: 20 },
      { title: "Read", align: "right" },
      { title: "Recorded since", width: 26 }
    ],
    found.map((each) => [
      `${each.type} (${each.revision})`,
      each.stream,
      each.fact,
      each.read,
      changesText(each)
    ])
  )}\n${note}`
}

/** The decisions as CSV. */
export const factsCsv = (found: ReadonlyArray<FactOutOfDate>): string =>
  csv(
    ["stream", "revision", "type", "event", "occurredOn", "recordedAt", "fact", "read", "changes"],
    found.map((each) => {
      const { event, fact, occurredOn, read, recordedAt, revision, stream, type } = each
      return [stream, revision, type, event, occurredOn, recordedAt, fact, read, changesText(each)]
    })
  )
