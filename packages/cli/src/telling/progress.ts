// How far something is, on stderr and only where that is a terminal.
import { SingleBar } from "cli-progress"
import type { Streams } from "../streams.ts"

/** A display that is moved on, and taken away at the end. */
export interface Progress {
  readonly on: (done: number, total: number) => void
  readonly end: () => void
}

const none: Progress = { on: () => undefined, end: () => undefined }

const mostColumns = 40

// What stands around the bar, as in `Playing the story [] 100%`, and a column to spare.
const around = 9

const widthFor = (terminal: object, what: string): number => {
  const columns: unknown = Reflect.get(terminal, "columns")
  const left = (typeof columns === "number" ? columns : 80) - what.length - around
  return Math.max(1, Math.min(mostColumns, left))
}

/** The display for these streams. */
export const progressOn = ({ progress }: Pick<Streams, "progress">, what: string): Progress => {
  if (progress === undefined) return none
  const bar = new SingleBar({
    format: `${what} [{bar}] {percentage}%`,
    stream: progress,
    barCompleteChar: "=",
    barIncompleteChar: " ",
    barsize: widthFor(progress, what),
    clearOnComplete: true,
    // The terminal's settings are left alone, so that there is nothing to put right when the run is interrupted.
    hideCursor: null,
    linewrap: true,
    gracefulExit: false,
    // The story and SQLite leave timers no time to run.
    synchronousUpdate: true
  })
  let begun = false
  return {
    on: (done, total) => {
      if (begun) bar.update(done)
      else bar.start(total, done)
      begun = true
    },
    end: () => {
      if (begun) bar.stop()
    }
  }
}
