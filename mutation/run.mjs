// `npm run mutation`: changes the code in small ways and sees whether a test fails (its words stand in `usage`).
// Stryker changes files where they lie (imports between workspaces would otherwise find the unchanged ones), so it is
// let loose on a copy, in a temporary folder or, to be used again, in one that is named; only found/ and docs/mutation.md
// are written here.
import { spawnSync } from "node:child_process"
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, resolve } from "node:path"
import { parseArgs } from "node:util"
import { filesHere, top } from "./files-here.mjs"
import { changedSince, foundAgain, foundOf, foundTogether, keep, placesLeft, unreachedIn } from "./found.mjs"
import { filesIn, inNoSlice, slices, suites } from "./suites.mjs"
import { explainedInVain, writeReport } from "./write-report.mjs"

const run = (command, args, cwd, env = {}) =>
  spawnSync(command, args, { cwd, env: { ...process.env, ...env }, stdio: "inherit" }).status ?? 1

const usage = `npm run mutation -- [NAME...] [--changed | --left] [--file PART] [--in DIR]

  NAME       a suite or a slice (default: all)
  --changed  only files that changed since they were put to the tests
  --left     only the changes that no test noticed
  --file     only files in whose names the part occurs
  --in       where the copy is that is changed, made where it is not (default: a temporary folder)

Suites: ${Object.keys(suites).join(", ")}
Slices: ${[...slices.keys()].join(", ")}`

const end = (text, code) => {
  ;(code === 0 ? console.log : console.error)(text)
  process.exit(code)
}

const wordsGiven = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        left: { type: "boolean", default: false },
        changed: { type: "boolean", default: false },
        file: { type: "string", default: "" },
        in: { type: "string" },
        help: { type: "boolean", short: "h", default: false }
      }
    })
  } catch (error) {
    return end(`${error.message}\n\n${usage}`, 2)
  }
}
const { positionals, values } = wordsGiven()
if (values.help) end(usage, 0)
const asked = positionals.length === 0 ? Object.keys(suites) : positionals
const named = asked.flatMap((name) =>
  slices.has(name) ? [name] : Object.keys(suites[name]?.slices ?? { [name]: undefined })
)
const unknown = named.find((name) => !slices.has(name))
if (unknown !== undefined) end(`There is no slice ${unknown}.\n\n${usage}`, 2)

const copy = values.in === undefined ? mkdtempSync(join(tmpdir(), "lcqm-mutation-")) : resolve(values.in)
for (const file of filesHere()) {
  mkdirSync(dirname(join(copy, file)), { recursive: true })
  cpSync(join(top, file), join(copy, file))
}
console.log(`Copied to ${copy}.`)

const install = (folder) =>
  existsSync(join(folder, "node_modules"))
    ? 0
    : run("npm", ["ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"], folder)

const importOf = (file) =>
  `await inFile(${JSON.stringify(file)}, () => import(${JSON.stringify(`../${file}`)}))\n`

const put = (slice, mutate, env) => {
  const tests = slice.tests.flatMap((glob) => filesHere(glob))
  writeFileSync(
    join(copy, "mutation/all-tests.mjs"),
    `import { inFile } from "./in-one-process/collected.mjs"\n${tests.map(importOf).join("")}`
  )
  const report = `reports/${slice.name.replaceAll("/", "-")}.json`
  rmSync(join(copy, report), { force: true })
  writeFileSync(
    join(copy, "stryker.config.json"),
    JSON.stringify({
      testRunner: "in-one-process",
      plugins: ["./mutation/in-one-process/runner.mjs"],
      mutate,
      inPlace: true,
      concurrency: Number(process.env.LCQM_MUTATION_CONCURRENCY ?? 1),
      coverageAnalysis: "perTest",
      timeoutMS: 30_000,
      timeoutFactor: 4,
      reporters: ["json", "progress-append-only"],
      jsonReporter: { fileName: report },
      warnings: { slow: false },
      allowEmpty: false
    })
  )
  const stryker = "mutation/node_modules/@stryker-mutator/core/bin/stryker.js"
  const status = run("node", [stryker, "run"], copy, env)
  return status === 0 ? JSON.parse(readFileSync(join(copy, report), "utf8")) : undefined
}

const unmet = []
let failed = install(copy) + install(join(copy, "mutation"))
for (const name of named) {
  if (failed > 0) break
  const slice = slices.get(name)
  const before = foundOf(name)
  const files = filesIn(name)
  if (values.left && (before === undefined || changedSince(before, files).length > 0)) {
    console.error(`${name} is not what was run last time: run it without --left.`)
    failed = 2
    break
  }
  const all = values.left ? placesLeft(before) : values.changed ? changedSince(before, files) : files
  const mutate = all.filter((place) => place.includes(values.file))
  if (mutate.length === 0) {
    // What was found of a file that is of this slice no more is let go.
    if (before !== undefined) keep(name, foundTogether(before, files, [], { files: {} }))
    continue
  }
  const report = put(slice, mutate, values.left ? { LCQM_MUTATION_ANEW: "1" } : {})
  if (report === undefined) {
    failed = 1
    continue
  }
  keep(name, values.left ? foundAgain(before, report) : foundTogether(before, files, mutate, report))
  for (const { file, mutants, unreached } of unreachedIn(report)) {
    unmet.push(`${file}: ${unreached} of its ${mutants} mutants are met by no test of ${name}.`)
  }
}
if (unmet.length > 0) {
  console.error(`${unmet.join("\n")}\nTests that stand elsewhere have to be named in mutation/suites.mjs.`)
}
const forgotten = inNoSlice()
for (const file of forgotten) console.error(`${file} is in no slice of mutation/suites.mjs.`)
const reached = await writeReport()
for (const { file, original } of explainedInVain()) {
  console.error(`mutation/explained.json explains a mutant of ${file} that is not left: ${original}`)
}
if (failed > 0) console.error(`Left for you to look at: ${copy}`)
else if (values.in === undefined) rmSync(copy, { recursive: true })
const isBelow = [...new Set(named.map((name) => slices.get(name).suite))].some((suite) => !reached[suite])
process.exit(failed === 0 && !isBelow && forgotten.length === 0 ? 0 : 1)
