// The table of laws by adapter, as markdown.
import { brokenStores, type LawsSeen, storeLaws } from "../../src/store/index.ts"
import { brokenProjections, brokenReadModels, projectionLaws } from "../../src/projecting/index.ts"
import { provedElsewhere } from "./proved-elsewhere.ts"

const families: Readonly<Record<string, string>> = {
  A: "Append",
  V: "Expected revision",
  I: "Idempotence",
  B: "Reading a stream",
  G: "Reading everything",
  U: "Subscriptions",
  N: "Codec",
  L: "Lifecycle",
  M: "Model"
}

const row = (...cells: ReadonlyArray<string>): string => `| ${cells.join(" | ")} |`

const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>) => [
  row(...head),
  row(...head.map(() => "---")),
  ...rows.map((cells) => row(...cells)),
  ""
]

const shown = { holds: "holds", declared: "no, as declared" } as const

const familyOf = (letter: string, seen: ReadonlyArray<LawsSeen>): ReadonlyArray<string> => {
  const laws = storeLaws.filter(({ id }) => id.startsWith(letter))
  return [
    `## ${families[letter]}`,
    "",
    ...table(
      ["law", "promise", ...seen.map(({ adapter }) => adapter)],
      laws.map(({ id, title }) => [
        id,
        title,
        ...seen.map((each) => {
          const outcome = each.laws[id]
          return outcome === undefined ? "not tested" : shown[outcome]
        })
      ])
    )
  ]
}

const countsOf = (seen: ReadonlyArray<LawsSeen>): ReadonlyArray<ReadonlyArray<string>> =>
  seen.map(({ adapter, laws }) => {
    const declared = Object.keys(laws).filter((id) => laws[id] === "declared")
    const kept = Object.keys(laws).length - declared.length
    return [adapter, String(kept), declared.length === 0 ? "none" : declared.join(", ")]
  })

/** The page. */
export const lawsPageOf = (seen: ReadonlyArray<LawsSeen>): string =>
  [
    "<!-- Made by `npm run docs:laws` from what the conformance suite has seen; not to be edited. -->",
    "",
    "# Laws of the event store, by adapter",
    "",
    "What every store promises, law by law, and what the last run of the conformance suite saw of each adapter. A law is",
    "a test whose title begins with its number. A store may declare a few laws not to hold because of its engine; then it",
    "is tested to fail in just the way declared. How to put a store of your own to the laws: [stores](stores.md).",
    "",
    ...table(["adapter", "laws kept", "declared not to hold"], countsOf(seen)),
    ...Object.keys(families).flatMap((letter) => familyOf(letter, seen)),
    "## Projections",
    "",
    "Kept in memory, in the SQLite file of the store, and in a SQLite file of their own: all hold for each. How to put",
    "a projection or a place of your own to them: [projections](projections.md).",
    "",
    ...table(
      ["law", "promise"],
      projectionLaws.map(({ id, title }) => [id, title])
    ),
    "## Proved elsewhere",
    "",
    "Laws about the command loop, or about what an adapter offers beside the port.",
    "",
    ...table(
      ["law", "promise", "tested in"],
      provedElsewhere.map(({ file, id, promise }) => [id, promise, `[${file}](../${file})`])
    ),
    "## Stores that are broken on purpose",
    "",
    "Every law bites: each of these stores differs from a good one by a few lines, fails the laws beside it, the first of",
    "which is meant for it, and keeps every other. That too is a test.",
    "",
    ...table(
      ["store", "what is wrong with it", "fails"],
      brokenStores.map(({ fails, name, wrong }) => [name, wrong, fails.join(", ")])
    ),
    "## Read models and projections that are broken on purpose",
    "",
    ...table(
      ["read models, runner or projection", "what is wrong", "fails"],
      [...brokenReadModels, ...brokenProjections].map(({ fails, name, wrong }) => [
        name,
        wrong,
        fails.join(", ")
      ])
    )
  ].join("\n")
