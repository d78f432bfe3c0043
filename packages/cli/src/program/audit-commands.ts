// What an auditor asks, as commander is told of it: history, explain, diff, blame, replay, verify, award-file.
import type { Command } from "commander"
import type { Start } from "./start.ts"
import { json, scheme, store } from "./giving.ts"
import { whatTextsDo, withTexts } from "./opening-texts.ts"

type Flags = Record<string, unknown>

const withUrn = (flags: Flags, urn: string | undefined) => ({
  flags: urn === undefined ? flags : { ...flags, urn }
})

const each = (value: string, before: ReadonlyArray<string> = []): ReadonlyArray<string> => [...before, value]

const ofSchool = (command: Command): Command =>
  command
    .argument("[URN]", "the school's URN: six digits; not needed with --award-file")
    .option("--award-file <FILE>", "ask an award file, not a store; - is standard input")
    .option("--recorded <T>", "only what was recorded by then: an instant, or a day and all of it")
    .option("--occurred <D>", "only what had happened by this date")
    .option(...scheme)
    .option(...store)
    .option(...json)

const twoClocks = `
Two clocks: --recorded 2018-07-31 --occurred 2018-06-20 is what was known on 31 July about 20 June.`

const addQuestions = (program: Command, start: Start): void => {
  withTexts(
    ofSchool(program.command("history").description("What happened to a school, when, and who recorded it."))
  )
    .addHelpText(
      "after",
      `${twoClocks}\n${whatTextsDo}\n\nExample:\n  lcqm history 900001 --recorded 2018-07-31`
    )
    .action((urn: string | undefined, flags: Flags) =>
      start(() => import("../audit/history.ts"), withUrn(flags, urn))
    )
  ofSchool(program.command("explain").description("Why that level? A stored award, on what it was made on."))
    .option("--revision <N>", "the event to explain (default: the last award)")
    .option("--set <NAME>", "self, assessor or agreed (default: agreed)")
    .addHelpText(
      "after",
      `\nIt says which revision and which facts it is of.${twoClocks}\n\nExample:\n  lcqm explain 900001`
    )
    .action((urn: string | undefined, flags: Flags) =>
      start(() => import("../audit/explain.ts"), withUrn(flags, urn))
    )
  withTexts(
    ofSchool(program.command("diff").description("What changed in a school's state since a point in time?"))
  )
    .option("--to-recorded <T>", "until what was recorded by then (default: now)")
    .option("--to-occurred <D>", "until what had happened by this date (default: all)")
    .addHelpText("after", `${twoClocks}\n\nExample:\n  lcqm diff 900001 --recorded 2018-06-30`)
    .action((urn: string | undefined, flags: Flags) =>
      start(() => import("../audit/diff.ts"), withUrn(flags, urn))
    )
  withTexts(
    ofSchool(program.command("blame").description("Which event last set each field of a school's state?"))
  )
    .option("--field <PATH>", "this field and what is below it, as self/leadership.champion")
    .addHelpText("after", `${twoClocks}\n\nExample:\n  lcqm blame 900001 --field stage`)
    .action((urn: string | undefined, flags: Flags) =>
      start(() => import("../audit/blame.ts"), withUrn(flags, urn))
    )
}

const addReplay = (program: Command, start: Start): void => {
  program
    .command("replay")
    .description("Would the same history give the same decisions again? Each is made anew.")
    .argument("[URN]", "one school")
    .option("--all", "every school of the scheme")
    .option("--award-file <FILE>", "the school of an award file, from the file alone; - is standard input")
    .option(...scheme)
    .option(...store)
    .option(...json)
    .addHelpText(
      "after",
      `
Every decision is made again on the state and the facts it was made on, under the criteria set, the rule set
and the algorithm pinned then. The exit code is 0 where all come out the same.

Examples:
  lcqm replay --all
  lcqm replay --award-file award.json`
    )
    .action((urn: string | undefined, flags: Flags) =>
      start(() => import("../audit/replay.ts"), withUrn(flags, urn))
    )
}

const addVerify = (program: Command, start: Start): void => {
  program
    .command("verify")
    .description("Verify award files, or the store itself, by the operator's key.")
    .argument("[FILE...]", "award files, - is standard input; where none is named, the store is verified")
    .option("--key <KEY>", "the operator's verifier key or a file with it; may be repeated", each)
    .option("--checkpoint <FILE>", "a checkpoint from elsewhere; may be repeated", each)
    .option("--witness <KEY>", "a witness's verifier key or a file with it; may be repeated", each)
    .option("--quorum <N>", "how many of these witnesses must have cosigned (default: 0)")
    .option("--school <URN>", "the school the file is to be of")
    .option(...store)
    .option(...json)
    .addHelpText(
      "after",
      `
Exit code 0: verified. 1: something does not verify, or could not be checked; it is named. 2: bad input.
A file that vouches for itself proves nothing: take the key from elsewhere.

Examples:
  lcqm verify award.json --key operator.pub
  lcqm verify --checkpoint kept-last-year --checkpoint checkpoint --key operator.pub`
    )
    .action((files: ReadonlyArray<string>, flags: Flags) =>
      start(() => import("../audit/verify.ts"), { flags: { ...flags, files } })
    )
  program
    .command("award-file")
    .description("Write everything about a school's award that can be checked without this store.")
    .argument("<URN>", "the school's URN: six digits")
    .requiredOption("-o, --out <FILE>", "a file that is not there yet")
    .option("--key <FILE>", "the operator's signer key: seals the file with a checkpoint and a stream head")
    .option(...scheme)
    .option(...store)
    .option(...json)
    .addHelpText("after", "\nExample:\n  lcqm award-file 900001 --key operator.key -o award.json")
    .action((urn: string, flags: Flags) =>
      start(() => import("../audit/award-file.ts"), { flags: { ...flags, urn } })
    )
}

/** Adds the commands. */
export const addAuditCommands = (program: Command, start: Start): void => {
  addQuestions(program, start)
  addReplay(program, start)
  addVerify(program, start)
}
