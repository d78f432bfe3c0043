// One network for a person: its schools over time, its training, its work, and the CPD that has reached it.
import { type NetworkCpdCoverage, type NetworkView, type TrainingArrangement, workOf } from "@lcqm/core"
import type { Colours } from "../streams.ts"
import { counted } from "../telling/counted.ts"
import { printable } from "../telling/printable.ts"
import { table } from "../telling/table.ts"
import { focusText } from "./text.ts"

const centreText = ({ mathematicsCentre }: NetworkView): ReadonlyArray<string> => {
  if (mathematicsCentre === undefined) return []
  const { focus, on } = mathematicsCentre
  const focused =
    focus === "mathematics"
      ? "with a mathematics focus"
      : focus === "another"
        ? "with another focus"
        : "before it chose a focus"
  return [`Funded as a mathematics centre on ${on}, ${focused}.`]
}

const trainingText = ({ models, part, sessions }: TrainingArrangement): string =>
  `Training${part === undefined ? "" : ` (${part})`}: ${models.join("; ")}${sessions === undefined ? "" : `, for CPD sessions ${sessions.join(", ")}`}.`

const membersText = ({ members }: NetworkView): string =>
  members.length === 0
    ? ""
    : `\n${table(
        [
          { title: "School" },
          { title: "Kind" },
          { title: "Joined" },
          { title: "In stage" },
          { title: "Left" }
        ],
        members.map(({ from, joinedIn, kind, school, until }) => [
          school,
          kind ?? "not stated",
          from,
          joinedIn,
          until ?? ""
        ])
      )}`

const workText = (network: NetworkView): ReadonlyArray<string> => {
  const { activities, evaluation, focusGroupTerms } = workOf(network)
  const done = Object.entries(activities).map(([activity, times]) => counted(times, activity))
  return [
    `Together: ${done.length === 0 ? "nothing is recorded" : done.join(", ")}.`,
    ...(focusGroupTerms.length === 0 ? [] : [`Focus-group days in ${focusGroupTerms.join(", ")}.`]),
    ...evaluation.map(
      ({ last, measure }) =>
        `Evaluation by ${measure}: ${last === undefined ? "none yet" : `${last.finding} (${last.on})`}.`
    )
  ]
}

const coverageText = ({ notCounted, notice, scheme, sessions }: NetworkCpdCoverage): string =>
  [
    `\nCPD of ${scheme} in its schools. ${notice}\n`,
    table(
      [
        { title: "Session", align: "right" },
        { title: "Arranged", width: 40 },
        { title: "Reached", width: 30 },
        { title: "Missing", width: 30 }
      ],
      sessions.map(({ arranged, missing, reached, session }) => [
        session,
        arranged.join("; ") || "nothing",
        reached.map(({ school }) => school).join(", "),
        missing.join(", ")
      ])
    ),
    ...notCounted.map(({ school, why }) => `Does not count for ${school}: ${printable(why)}.\n`)
  ].join("")

/** One network. */
export const networkText = (network: NetworkView, cpd: NetworkCpdCoverage, colours: Colours): string => {
  const { area, contacts, earlierFocuses, focus, lead, registeredOn, representatives, stage, stageOn } =
    network
  const lines = [
    ...(area === undefined ? [] : [`In ${area}.`]),
    `Works on ${focusText(focus)}.`,
    ...earlierFocuses.map((each) => `Before: ${focusText(each)}, from ${each.on}.`),
    ...centreText(network),
    ...(lead === undefined ? [] : [`Led by ${lead}.`]),
    ...(registeredOn === undefined
      ? ["Not registered in the directory."]
      : [`Registered on ${registeredOn}.`]),
    ...(contacts.length === 0 ? [] : [`Contact: ${contacts.join(", ")}.`]),
    ...network.training.map(trainingText),
    ...[...representatives].map(
      ([person, { on, school }]) => `${person} represents it, of ${school}, since ${on}.`
    ),
    ...workText(network),
    ...network.warnings.map(
      ({ networks, school }) => `Take note: school ${school} is in several networks: ${networks.join(", ")}.`
    )
  ]
  return [
    `${colours.bold(printable(`${network.name} (${network.network})`))}: ${stage}, since ${stageOn}\n`,
    ...lines.map((line) => `${printable(line)}\n`),
    membersText(network),
    coverageText(cpd)
  ].join("")
}
