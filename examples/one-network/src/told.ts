// The network's entry in the directory and what it did, as lines for a person.
import { type DirectoryEntry, type NetworkView, type SimilarNetwork, workOf } from "@lcqm/core"

/** The entry, its work and who works on something similar, told in lines. */
export const toldNetwork = (
  entry: DirectoryEntry,
  view: NetworkView,
  similar: ReadonlyArray<SimilarNetwork>
): ReadonlyArray<string> => {
  const { activities, evaluation, focusGroupTerms } = workOf(view)
  return [
    "Sample: the story of one network, with days, schools and people made up",
    "",
    `${entry.name} (${entry.area ?? "area not stated"}), ${entry.stage}, registered ${entry.registeredOn}`,
    `  schools: ${view.members.map(({ kind, school }) => `${school} ${kind ?? "kind not stated"}`).join(", ")}`,
    `  works on: ${entry.focus === undefined ? "not chosen" : [entry.focus.subject, ...entry.focus.topics].join(", ")}`,
    `  contact: ${entry.contacts.join(", ") || "not shown"}`,
    `  together: ${Object.entries(activities)
      .map(([activity, times]) => `${activity} ${times}`)
      .join(", ")}`,
    `  focus-group days: ${focusGroupTerms.join(", ")}`,
    ...evaluation.map(({ last, measure }) => `  evaluation by ${measure}: ${last?.finding ?? "none yet"}`),
    ...similar.map((each) => `  similar: ${each.entry.name}, ${each.score} of 100 (${each.why})`)
  ]
}
