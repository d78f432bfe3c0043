// `npm run mutation [-- slice…] [--changed | --left] [--file PART] [--in DIR]`: changes the code in small ways and sees whether a test fails.
// Stryker changes files where they lie (imports between workspaces would otherwise find the unchanged ones), so it is
// let loose on a copy, in a temporary folder or, to be used again, in DIR; only found/ and docs/mutation.md are written
// here. `--changed` takes only the files that changed since, `--left` puts only what was left to the tests
// again, and `--file` takes only the files in whose names that part occurs.
import { spawnSync } from "node:child_process"
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { changedSince, foundAgain, foundOf, foundTogether, isOfToday, keep, placesLeft } from "./found.mjs"
import { slices, suites } from "./suites.mjs"
import { writeReport } from "./write-report.mjs"

const top = fileURLToPath(new URL("..", import.meta.url))

const run = (command, args, cwd, env = {}) =>
  spawnSync(command, args, { cwd, env: { ...process.env, ...env }, stdio: "inherit" }).status ?? 1

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    left: { type: "boolean", default: false },
    changed: { type: "boolean", default: false },
    file: { type: "string", default: "" },
    in: { type: "string" }
  }
})
const asked = positionals.length === 0 ? Object.keys(suites) : positionals
const named = asked.flatMap((name) =>
  slices.has(name) ? [name] : Object.keys(suites[name]?.slices ?? { [name]: undefined })
)
const unknown = named.find((name) => !slices.has(name))
if (unknown !== undefined) {
  console.error(
    `There is no slice ${unknown}; there are ${[...Object.keys(suites), ...slices.keys()].join(", ")}.`
  )
  process.exit(2)
}

// What git knows and what is new: the copy is what lies here now, not what was committed last.
const filesHere = (...globs) => {
  const listed = spawnSync(
    "git",
    [
      "ls-files",
      "-z",
      "--cached",
      "--others",
      "--exclude-standard",
      ...globs.map((glob) => `:(glob)${glob}`)
    ],
    { cwd: top, encoding: "utf8", maxBuffer: 100_000_000 }
  )
  return listed.stdout.split("\0").filter((name) => name !== "" && existsSync(join(top, name)))
}

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

let failed = install(copy) + install(join(copy, "mutation"))
for (const name of named) {
  if (failed > 0) break
  const slice = slices.get(name)
  const before = foundOf(name)
  if (values.left && (before === undefined || !isOfToday(before))) {
    console.error(`${name} is not what was run last time: run it without --left.`)
    failed = 2
    break
  }
  const files = slice.mutate.flatMap((glob) => filesHere(glob))
  const all = values.left ? placesLeft(before) : values.changed ? changedSince(before, files) : files
  const mutate = all.filter((place) => place.includes(values.file))
  if (mutate.length === 0) continue
  const report = put(slice, mutate, values.left ? { LCQM_MUTATION_ANEW: "1" } : {})
  if (report === undefined) failed = 1
  else keep(name, values.left ? foundAgain(before, report) : foundTogether(before, files, report))
}
const reached = await writeReport()
if (failed > 0) console.error(`Left for you to look at: ${copy}`)
else if (values.in === undefined) rmSync(copy, { recursive: true })
const isBelow = [...new Set(named.map((name) => slices.get(name).suite))].some((suite) => !reached[suite])
process.exit(failed === 0 && !isBelow ? 0 : 1)
