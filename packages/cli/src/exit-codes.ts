// What a run tells the shell. This is the one place that decides it; the codes are documented in `lcqm --help`.
import type { Failure } from "./failure.ts"

/** The exit codes. */
export const exitCodes = {
  /** Done as asked. */
  ok: 0,
  /** A rule refused, or something did not hold: a case, a line of a batch, a store. */
  refused: 1,
  /** What was given is wrong: the command, a flag, a file or what is in it. Nothing was written. */
  badInput: 2,
  /** A defect of lcqm itself; 70 is EX_SOFTWARE of sysexits.h. */
  defect: 70
} as const

/** 0, 1, 2 or 70. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** The code for a run that failed. */
export const exitCodeOf = ({ kind }: Failure): ExitCode =>
  kind === "bad input" ? exitCodes.badInput : exitCodes.refused
