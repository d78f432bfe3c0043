// What the figures were measured on and under: goes into the raw results and above the table.
import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { availableParallelism, cpus, loadavg } from "node:os"
import { cpuClock } from "./clock.js"

const versionOf = (/** @type {string} */ name) => {
  const lock = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"))
  return lock.packages[`node_modules/${name}`]?.version ?? "not installed"
}

const commit = () => {
  try {
    const git = (...args) =>
      execFileSync("git", args, { encoding: "utf8", cwd: new URL("..", import.meta.url) }).trim()
    return `${git("rev-parse", "--short", "HEAD")}${git("status", "--porcelain", "../packages") === "" ? "" : " and changes"}`
  } catch {
    return "unknown"
  }
}

/** Machine, program versions and clock. */
export const surroundingsOf = () => ({
  date: new Date().toISOString(),
  commit: commit(),
  node: process.version,
  cpu: `${availableParallelism()} x ${cpus()[0]?.model ?? "unknown"}`,
  load: loadavg(),
  cpuClock,
  effect: createRequire(import.meta.url)("effect/package.json").version,
  peers: {
    emmett: versionOf("@event-driven-io/emmett"),
    "emmett-sqlite": versionOf("@event-driven-io/emmett-sqlite"),
    castore: versionOf("@castore/core"),
    "fmodel-ts": versionOf("@fraktalio/fmodel-ts")
  }
})
