// Three clocks. For CPU-bound work the CPU time of the main thread decides: wall time holds whatever else the
// machine did, and process CPU time the helper threads of the garbage collector and the compiler.
import { existsSync, readFileSync } from "node:fs"

// Linux: nanoseconds this thread has been on a CPU. It is brought up to date by getrusage, which cpuUsage calls.
const schedstat = "/proc/thread-self/schedstat"

const fromSchedstat = () => {
  process.cpuUsage()
  return Number(readFileSync(schedstat, "utf8").split(" ")[0]) / 1e6
}

const inMilliseconds = (/** @type {{ user: number, system: number }} */ { user, system }) =>
  (user + system) / 1e3

/** @type {readonly [string, () => number]} */
const [source, mainThread] =
  typeof process.threadCpuUsage === "function"
    ? ["process.threadCpuUsage", () => inMilliseconds(process.threadCpuUsage())]
    : existsSync(schedstat)
      ? [schedstat, fromSchedstat]
      : ["process.cpuUsage (all threads: nothing else was there)", () => inMilliseconds(process.cpuUsage())]

/** What the main thread's CPU time is read from on this platform; goes into the results. */
export const cpuClock = source

/** Milliseconds on each clock now. */
export const readClocks = () => ({
  cpu: mainThread(),
  processCpu: inMilliseconds(process.cpuUsage()),
  wall: performance.now()
})

/** Milliseconds between two readings. */
export const between = (from, to) => ({
  cpu: to.cpu - from.cpu,
  processCpu: to.processCpu - from.processCpu,
  wall: to.wall - from.wall
})
