// A view is printed in one form: for a spreadsheet or for a program.
import { Effect } from "effect"
import { type BadInput, badInput, commandLine } from "../failure.ts"

/** Refuses a command line that asks for two forms. */
export const oneForm = (
  command: string,
  { csv, json }: { readonly csv?: boolean; readonly json?: boolean }
): Effect.Effect<void, BadInput> =>
  csv === true && json === true
    ? Effect.fail(
        badInput(`command line of ${command}`, commandLine, {
          path: "--csv",
          expected: "one form: --csv or --json",
          got: "both"
        })
      )
    : Effect.void
