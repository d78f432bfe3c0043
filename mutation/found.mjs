// What became of a slice's mutants, kept in `found/` so that the slices can be run one at a time and what was left of
// one be put to the tests again once there is a new test: how many were caught, file by file, and each that was not.
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { top } from "./files-here.mjs"

const folder = new URL("./found/", import.meta.url)
const fileOf = (slice) => new URL(`${slice.replaceAll("/", "-")}.json`, folder)

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

const digestOf = (text) => createHash("sha256").update(text).digest("hex")

const keyOf = ({ location: { start, end }, mutator, replacement }) =>
  [start.line, start.column, end.line, end.column, mutator, replacement].join(" ")

const mutantsIn = ({ mutants, source }) =>
  mutants.map(({ location, mutatorName: mutator, replacement = "", status }) => ({
    location,
    mutator,
    original: textAt(source, location),
    replacement: oneLine(replacement),
    status
  }))

const countOf = (mutants, statuses) => mutants.filter(({ status }) => statuses.has(status)).length

/** What was found of a slice; undefined where it was not run yet. */
export const foundOf = (slice) =>
  existsSync(fileOf(slice)) ? JSON.parse(readFileSync(fileOf(slice), "utf8")) : undefined

const isAsFound = (file, of) =>
  of !== undefined &&
  existsSync(`${top}${file}`) &&
  of.sha256 === digestOf(readFileSync(`${top}${file}`, "utf8"))

/** Those of some files of which nothing was found as they are. */
export const changedSince = (found, files) => files.filter((file) => !isAsFound(file, found?.files[file]))

const nothingIn = (file) => ({
  sha256: digestOf(readFileSync(`${top}${file}`, "utf8")),
  caught: 0,
  timedOut: 0,
  notStarted: 0,
  left: []
})

/** What was found of some files before, with what a report says of those that were put to the tests now. */
export const foundTogether = (before, files, mutated, report) => {
  const { files: now } = foundIn(report)
  // A file in which nothing can be changed is in no report.
  const ofFile = (file) => now[file] ?? (mutated.includes(file) ? nothingIn(file) : before?.files[file])
  return {
    files: Object.fromEntries(files.map((file) => [file, ofFile(file)]).filter(([, of]) => of !== undefined))
  }
}

/** The files of a report of which some mutants are met by no test, and of how many. */
export const unreachedIn = ({ files }) =>
  Object.entries(files)
    .map(([file, { mutants }]) => ({
      file,
      mutants: mutants.length,
      unreached: countOf(mutants, new Set(["NoCoverage"]))
    }))
    .filter(({ unreached }) => unreached > 0)

/** The places of a slice's mutants that were left, as Stryker is told them. */
export const placesLeft = ({ files }) =>
  Object.entries(files).flatMap(([file, of]) =>
    of.left.map(
      ({ location: { start, end } }) =>
        `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`
    )
  )

/** What a report says of a slice. */
export const foundIn = (report) => ({
  files: Object.fromEntries(
    Object.entries(report.files).map(([file, of]) => {
      const mutants = mutantsIn(of)
      return [
        file,
        {
          sha256: digestOf(of.source),
          caught: countOf(mutants, caught),
          timedOut: countOf(mutants, new Set(["Timeout"])),
          notStarted: countOf(mutants, new Set(["CompileError", "RuntimeError"])),
          left: mutants.filter(({ status }) => left.has(status))
        }
      ]
    })
  )
})

/** What was found before, with what a report says of the mutants that were left then. */
export const foundAgain = ({ files }, report) => ({
  files: Object.fromEntries(
    Object.entries(files).map(([file, of]) => {
      const again = report.files[file]
      const now = new Set(
        (again === undefined ? [] : mutantsIn(again)).filter(({ status }) => caught.has(status)).map(keyOf)
      )
      const still = of.left.filter((mutant) => !now.has(keyOf(mutant)))
      return [file, { ...of, caught: of.caught + of.left.length - still.length, left: still }]
    })
  )
})

/** Keeps what was found of a slice. */
export const keep = (slice, found) => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(fileOf(slice), `${JSON.stringify(found, null, 1)}\n`)
}
