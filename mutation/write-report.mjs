// Writes what rounds of mutation found into docs/mutation.md: the scores, folder by folder, and every mutant that no
// test caught with the reason why it is left (explained.json), so that nothing is passed over in silence.
import { readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { format } from "prettier"
import { changedSince, foundOf } from "./found.mjs"
import { filesIn, suites } from "./suites.mjs"

const document = fileURLToPath(new URL("../docs/mutation.md", import.meta.url))
const explained = JSON.parse(readFileSync(new URL("./explained.json", import.meta.url), "utf8"))

const short = (file) => file.replace("packages/core/src/", "")

const isOf = (file, mutant) => (entry) =>
  entry.file === file && entry.original === mutant.original && entry.replacement === mutant.replacement

const whyOf = (file, mutant) => explained.find(isOf(file, mutant))?.why ?? "**not explained**"

const code = (text) => {
  const cut = text.length > 90 ? `${text.slice(0, 90)}…` : text
  return cut === "" ? "nothing" : `\`\` ${cut.replaceAll("|", "\\|")} \`\``
}

const percent = (caught, left) => `${((100 * caught) / (caught + left)).toFixed(2)} %`

const countsOf = (files) => ({
  caught: files.reduce((sum, [, of]) => sum + of.caught, 0),
  timedOut: files.reduce((sum, [, of]) => sum + of.timedOut, 0),
  notStarted: files.reduce((sum, [, of]) => sum + of.notStarted, 0),
  left: files.reduce((sum, [, of]) => sum + of.left.length, 0)
})

const isOfToday = (name) => changedSince(foundOf(name), filesIn(name)).length === 0

const sliceRow = (name) => {
  const found = foundOf(name)
  if (found === undefined) return `| ${name} | not yet run | | |`
  const { caught, left } = countsOf(Object.entries(found.files))
  const stale = isOfToday(name) ? "" : " (changed since)"
  return `| ${name}${stale} | ${caught} | ${left} | ${percent(caught, left)} |`
}

const sectionOf = (name) => {
  const { goal, slices, title } = suites[name]
  const names = Object.keys(slices)
  const found = names.flatMap((slice) => foundOf(slice) ?? [])
  const files = found.flatMap((each) => Object.entries(each.files))
  const { caught, left, notStarted, timedOut } = countsOf(files)
  const rows = files.flatMap(([file, of]) =>
    of.left.map((mutant) => {
      const status = mutant.status === "Survived" ? "" : `${mutant.status}. `
      const { original, replacement } = mutant
      return `| ${short(file)}:${mutant.location.start.line} | ${code(original)} | ${code(replacement)} | ${status}${whyOf(short(file), mutant)} |`
    })
  )
  const isWhole = names.every(isOfToday)
  const text = [
    `## ${title}`,
    "",
    `${percent(caught, left)} of the mutants are caught (goal ${goal} %): ${caught} of ${caught + left}, ` +
      `${timedOut} of them because the tests did not end. ${left} are left. ` +
      `${notStarted} did not start and are not counted.`,
    "",
    "| slice | caught | left | score |",
    "| --- | --- | --- | --- |",
    ...names.map(sliceRow),
    "",
    ...(rows.length === 0
      ? []
      : ["| where | was | became | why it is left |", "| --- | --- | --- | --- |", ...rows]),
    ""
  ].join("\n")
  return { reached: isWhole && (100 * caught) / (caught + left) >= goal, text }
}

/** The explanations of mutants that are not left any more. */
export const explainedInVain = () => {
  const left = Object.values(suites)
    .flatMap(({ slices }) => Object.keys(slices))
    .flatMap((name) => Object.entries(foundOf(name)?.files ?? {}))
    .flatMap(([file, of]) => of.left.map((mutant) => isOf(short(file), mutant)))
  return explained.filter((entry) => !left.some((isOfThis) => isOfThis(entry)))
}

/** Writes the sections of all suites; says of each whether it was run whole and reached its goal. */
export const writeReport = async () => {
  let text = readFileSync(document, "utf8")
  const reached = {}
  for (const name of Object.keys(suites)) {
    const [begin, end] = [`<!-- ${name}: written by npm run mutation -->`, `<!-- /${name} -->`]
    const section = sectionOf(name)
    reached[name] = section.reached
    text = `${text.slice(0, text.indexOf(begin) + begin.length)}\n\n${section.text}\n${text.slice(text.indexOf(end))}`
  }
  writeFileSync(document, await format(text, { parser: "markdown", printWidth: 110 }))
  return reached
}
