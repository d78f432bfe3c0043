// Writes what a round of mutation found into docs/mutation.md: scores, and every mutant that no test caught with the
// reason why it is left (mutation/explained.json), so that nothing is passed over in silence.
import { readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { format } from "prettier"
import { suites } from "./suites.mjs"

const document = fileURLToPath(new URL("../docs/mutation.md", import.meta.url))
const explained = JSON.parse(readFileSync(new URL("./explained.json", import.meta.url), "utf8"))

const caught = new Set(["Killed", "Timeout"])
// An exclusion counts as a survivor. What does not even start (CompileError, RuntimeError) is no mutant.
const left = new Set(["Survived", "NoCoverage", "Ignored"])

const oneLine = (text) => text.replaceAll(/\s+/g, " ").trim()

const textAt = (source, { start, end }) => {
  const lines = source.split("\n").slice(start.line - 1, end.line)
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1)
  lines[0] = lines[0].slice(start.column - 1)
  return oneLine(lines.join("\n"))
}

/** The mutants of a report, each with what it changes. */
export const mutantsOf = (report) =>
  Object.entries(report.files).flatMap(([file, { mutants, source }]) =>
    mutants.map(({ location, mutatorName, replacement = "", status, static: isStatic = false }) => ({
      file: file.replace("packages/core/src/", ""),
      line: location.start.line,
      mutator: mutatorName,
      original: textAt(source, location),
      replacement: oneLine(replacement),
      status,
      isStatic
    }))
  )

const isOf = (mutant) => (entry) =>
  entry.file === mutant.file && entry.original === mutant.original && entry.replacement === mutant.replacement

const code = (text) => {
  const short = text.length > 90 ? `${text.slice(0, 90)}…` : text
  return `\`\` ${short.replaceAll("|", "\\|")} \`\``
}

const sectionOf = (name, report) => {
  const { goal, title } = suites[name]
  const mutants = mutantsOf(report)
  const count = (statuses) => mutants.filter(({ status }) => statuses.has(status)).length
  const [killed, survived] = [count(caught), count(left)]
  const score = (100 * killed) / (killed + survived)
  const rows = mutants
    .filter(({ status }) => left.has(status))
    .map((mutant) => {
      const why = explained.find(isOf(mutant))?.why ?? "**not explained**"
      return `| ${mutant.file}:${mutant.line} | ${code(mutant.original)} | ${code(mutant.replacement)} | ${mutant.status === "Survived" ? "" : `${mutant.status}. `}${why} |`
    })
  const text = [
    `## ${title}`,
    "",
    `Score ${score.toFixed(2)} % (goal ${goal} %): ${killed} of ${killed + survived} mutants caught, ` +
      `${count(new Set(["Timeout"]))} of them because the tests did not end; ${survived} left; ` +
      `${count(new Set(["CompileError", "RuntimeError"]))} did not start and are not counted.`,
    "",
    ...(rows.length === 0
      ? []
      : ["| where | was | became | why it is left |", "| --- | --- | --- | --- |", ...rows]),
    ""
  ].join("\n")
  return { reached: score >= goal, text }
}

const between = (name) => [`<!-- ${name}: written by npm run mutation -->`, `<!-- /${name} -->`]

/** Writes the sections of the suites that were run; says whether each reached its goal. */
export const writeReport = async (reports) => {
  let text = readFileSync(document, "utf8")
  let all = true
  for (const [name, report] of Object.entries(reports)) {
    const [begin, end] = between(name)
    const section = sectionOf(name, report)
    all &&= section.reached
    text = `${text.slice(0, text.indexOf(begin) + begin.length)}\n\n${section.text}\n${text.slice(text.indexOf(end))}`
  }
  writeFileSync(document, await format(text, { parser: "markdown", printWidth: 110 }))
  return all
}
