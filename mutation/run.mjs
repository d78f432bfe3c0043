// `npm run mutation [award|deciders …]`: changes the code in small ways and sees whether a test fails. Stryker changes
// files where they lie (imports between workspaces would otherwise find the unchanged ones), so it is let loose on a
// throw-away copy; only docs/mutation.md is written here.
import { spawnSync } from "node:child_process"
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { suites } from "./suites.mjs"
import { writeReport } from "./write-report.mjs"

const top = fileURLToPath(new URL("..", import.meta.url))

const run = (command, args, cwd, env = {}) => {
  const { status } = spawnSync(command, args, { cwd, env: { ...process.env, ...env }, stdio: "inherit" })
  return status ?? 1
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !Object.hasOwn(suites, name))
if (unknown !== undefined) {
  console.error(`There is no suite ${unknown}; there are ${Object.keys(suites).join(" and ")}.`)
  process.exit(2)
}

// What git knows and what is new: the copy is what lies here now, not what was committed last.
const filesHere = (...globs) =>
  spawnSync(
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
    .stdout.split("\0")
    .filter((name) => name !== "" && existsSync(join(top, name)))

const copy = mkdtempSync(join(tmpdir(), "lcqm-mutation-"))
for (const file of filesHere()) {
  mkdirSync(dirname(join(copy, file)), { recursive: true })
  cpSync(join(top, file), join(copy, file))
}
console.log(`Copied to ${copy}.`)

const install = ["ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"]
let failed = run("npm", install, copy) + run("npm", install, join(copy, "mutation"))
const reports = {}
for (const name of asked.length === 0 ? Object.keys(suites) : asked) {
  if (failed > 0) break
  writeFileSync(
    join(copy, "mutation/all.test.mjs"),
    filesHere(...suites[name].tests)
      .map((file) => `import "../${file}"\n`)
      .join("")
  )
  writeFileSync(
    join(copy, "stryker.config.json"),
    JSON.stringify({
      testRunner: "vitest",
      plugins: ["@stryker-mutator/vitest-runner"],
      vitest: { configFile: "mutation/vitest.config.mjs", related: false },
      mutate: suites[name].mutate,
      inPlace: true,
      concurrency: Number(process.env.LCQM_MUTATION_CONCURRENCY ?? 1),
      coverageAnalysis: "perTest",
      timeoutMS: 30_000,
      timeoutFactor: 4,
      reporters: ["json", "progress-append-only"],
      jsonReporter: { fileName: `reports/${name}.json` },
      allowEmpty: false
    })
  )
  const stryker = "mutation/node_modules/@stryker-mutator/core/bin/stryker.js"
  failed = run("nice", ["-n", "15", "node", stryker, "run"], copy, { LCQM_MUTATION_SUITE: name })
  const report = join(copy, "reports", `${name}.json`)
  if (existsSync(report)) reports[name] = JSON.parse(readFileSync(report, "utf8"))
}
const reached = await writeReport(reports)
if (failed === 0) rmSync(copy, { recursive: true })
else console.error(`Left for you to look at: ${copy}`)
process.exit(failed === 0 && reached ? 0 : 1)
