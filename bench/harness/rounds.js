// Runs the comparisons: every variant in a process of its own, its baseline right before it, the comparisons of a
// round one after the other, so that a slow minute of the machine falls on all alike. No round is dropped.
import { execFile } from "node:child_process"
import { loadavg } from "node:os"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"

const child = fileURLToPath(new URL("child.js", import.meta.url))
const start = promisify(execFile)

/** @type {(variant: import("../goals/comparing.js").Variant, times: object) => Promise<object>} */
const measure = async ({ params = {}, variant }, { measureMs, warmMs }) => {
  const told = JSON.stringify({ variant, params, warmMs, measureMs })
  const { stdout } = await start(process.execPath, ["--expose-gc", child, told], { maxBuffer: 1e7 })
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "")
}

const medianOf = (/** @type {ReadonlyArray<number>} */ numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * Compares every subject of every line with its baseline, round by round.
 * @param {ReadonlyArray<import("../goals/comparing.js").Line>} lines
 * @param {{ rounds: number, warmMs: number, measureMs: number, say: (text: string) => void }} options
 */
export const compare = async (lines, { measureMs, rounds, say, warmMs }) => {
  const comparisons = lines.flatMap((line) =>
    Object.entries(line.of).map(([who, comparison]) => ({ line, who, ...comparison, rounds: [] }))
  )
  for (let round = 1; round <= rounds; round += 1) {
    // Another one goes first each round.
    const from = Math.floor(((round - 1) * comparisons.length) / rounds)
    for (const each of [...comparisons.slice(from), ...comparisons.slice(0, from)]) {
      const baseline = await measure(each.baseline, { measureMs, warmMs })
      const subject = await measure(each.subject, { measureMs, warmMs })
      if (each.line.sameResult === true && baseline.found !== subject.found) {
        throw new Error(`${each.subject.variant} came to another result than ${each.baseline.variant}`)
      }
      const { clock } = each.line
      const ratio = subject.microseconds[clock] / baseline.microseconds[clock]
      each.rounds.push({ ratio, baseline, subject, load: loadavg()[0] })
      say(`round ${round} of ${rounds}  ${each.line.goal} ${each.line.key}  ${each.who}  ${ratio.toFixed(2)}`)
    }
  }
  return comparisons.map(({ baseline, line, rounds: measured, subject, who }) => ({
    goal: line.goal,
    key: line.key,
    who,
    clock: line.clock,
    ratio: medianOf(measured.map(({ ratio }) => ratio)),
    subject,
    baseline,
    told: measured.at(-1)?.subject.told,
    rounds: measured
  }))
}

/**
 * The share of the measured wall time that the main thread was on a CPU, over all CPU-bound rounds: below about
 * 0.95 others had the machine, and the figures are no results.
 */
export const quietness = (compared) => {
  const spent = compared
    .filter(({ clock }) => clock === "cpu")
    .flatMap(({ rounds }) => rounds.flatMap(({ baseline, subject }) => [baseline.spent, subject.spent]))
  const sum = (/** @type {"cpu" | "wall"} */ clock) => spent.reduce((total, each) => total + each[clock], 0)
  return spent.length === 0 ? 1 : sum("cpu") / sum("wall")
}
