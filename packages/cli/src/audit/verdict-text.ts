// A verdict for a person: the word first, then what is wrong and where, then what could not be checked.
import {
  type AwardFileVerdict,
  type Finding,
  outcomeSaid,
  type StoreVerdict,
  type Unchecked,
  whereText
} from "@lcqm/audit"
import { type LogPolicy, toHex, verifierKeyText } from "@lcqm/ledger"
import { printable } from "../telling/printable.ts"

const findingLines = ({ expected, got, kind, says, where }: Finding): ReadonlyArray<string> => [
  `  ${kind}, at ${whereText(where)}: ${says}`,
  `    expected ${expected}`,
  `    got      ${got}`
]

const uncheckedLine = ({ what, why }: Unchecked): string => `  not checked: ${what}; ${why}`

const asText = (lines: ReadonlyArray<string>): string => lines.map((line) => `${printable(line)}\n`).join("")

const rootOf = <Head extends { readonly root: Uint8Array }>({ root, ...rest }: Head) => ({
  ...rest,
  root: toHex(root)
})

/** A verdict as JSON can hold it: roots in hexadecimal. */
export const verdictJson = (verdict: AwardFileVerdict | StoreVerdict): unknown =>
  "continues" in verdict
    ? { ...verdict, continues: verdict.continues.map(rootOf) }
    : {
        ...verdict,
        checkpoint: verdict.checkpoint === undefined ? undefined : rootOf(verdict.checkpoint),
        head: verdict.head === undefined ? undefined : rootOf(verdict.head)
      }

/** The verdict on an award file, by the keys that were brought along. */
export const awardFileText = (
  file: string,
  verdict: AwardFileVerdict,
  policy: LogPolicy | undefined
): string => {
  const { events, findings, head, outcome, parties, unchecked } = verdict
  const verified = events.filter(({ stands }) => stands === "verified").length
  return asText([
    `${file}: ${outcome}`,
    `  ${outcomeSaid[outcome]}`,
    ...findings.flatMap(findingLines),
    ...unchecked.map(uncheckedLine),
    ...(events.length === 0 ? [] : [`  ${verified} of ${events.length} events are in the signed log`]),
    ...(head === undefined
      ? []
      : [
          `  complete up to event ${head.revision} of ${head.stream}, when the log had ${head.logSize} events`
        ]),
    ...parties.map(({ party, person, signature }) => `  the ${party} (${person}): ${signature}`),
    policy === undefined
      ? "  no key was given: bring the operator's along with --key, from a source you trust"
      : `  by ${policy.logKeys.map(verifierKeyText).join(", ")}`
  ])
}

/** The verdict on a store. */
export const storeText = (verdict: StoreVerdict): string => {
  const { continues, decisions, findings, outcome, root, size, streams, unchecked } = verdict
  return asText([
    `${size} events in ${streams} streams, ${decisions} decisions: ${outcome}`,
    ...findings.flatMap(findingLines),
    ...unchecked.map(uncheckedLine),
    ...continues.map((each) => `  continues the checkpoint of ${each.size} events by ${each.origin}`),
    `  root ${root}`
  ])
}
