// `lcqm criteria …`, as commander is told of it: files of criteria sets, and the life of a version in a store.
import type { Command } from "commander"
import type { Start } from "./start.ts"
import { addGuidanceCommands } from "./guidance-commands.ts"
import { json, scheme, store, whoActs, withAsAt, withGiving } from "./giving.ts"
import { withTexts } from "./opening-texts.ts"

type Flags = Record<string, unknown>

const withFile = (file: string | undefined, flags: Flags): Flags =>
  file === undefined ? flags : { ...flags, file }

const ofVersion = ["<VERSION>", "the version, as the scheme calls it"] as const

/** How two versions are named where either may be a file. */
export const filesOrVersions = `
BEFORE and AFTER are each a file (its name ends with .json or has a slash in it; - is standard input) or a
version in the store.`

const addFiles = (criteria: Command, start: Start): void => {
  withAsAt(
    criteria
      .command("show")
      .description(
        "Show a criteria set: a file, with what it leaves out filled in, or a version in the store."
      )
      .argument("[FILE]", "the criteria set, - for standard input (default: the library's sample)")
      .option("--stored <VERSION>", "show this version of the store instead, from its draft on")
  )
    .addHelpText(
      "after",
      `
Examples:
  lcqm criteria show --json > criteria.json
  lcqm criteria show --stored 2 --as-at 2026-03-31`
    )
    .action((file: string | undefined, flags: Flags) =>
      start(() => import("../criteria/show.ts"), { flags: withFile(file, flags) })
    )
  criteria
    .command("check")
    .description("Check the file of a criteria set; everything that is wrong with it is named.")
    .argument("<FILE>", "the criteria set, - for standard input")
    .option("--rule <FILE|NAME>", "check that this rule can judge by it too")
    .option(...json)
    .addHelpText("after", "\nExample:\n  lcqm criteria check criteria.json --rule best-fit/1")
    .action((file: string, flags: Flags) =>
      start(() => import("../criteria/check.ts"), { flags: withFile(file, flags) })
    )
}

const addDrafting = (criteria: Command, start: Start): void => {
  withGiving(
    criteria
      .command("draft")
      .description("Draft a version, or revise its draft: only what changed is drafted anew.")
      .argument("<FILE>", "the criteria set, - for standard input")
  )
    .addHelpText("after", `${whoActs}\n\nExample:\n  lcqm criteria draft criteria.json`)
    .action((file: string, flags: Flags) =>
      start(() => import("../criteria/draft.ts"), { flags: { ...flags, file } })
    )
  withGiving(
    criteria
      .command("consult")
      .description("Put a draft out for comment, or change until when it is.")
      .argument(...ofVersion)
      .requiredOption("--from <DATE>", "the first day of the consultation")
      .requiredOption("--until <DATE>", "its last day")
  )
    .addHelpText("after", "\nExample:\n  lcqm criteria consult 2 --from 2026-04-01 --until 2026-06-30")
    .action((version: string, flags: Flags) =>
      start(() => import("../criteria/consult.ts"), { flags: { ...flags, version } })
    )
}

const addComments = (criteria: Command, start: Start): void => {
  const about = ["--about <LIST>", "whom the words are about: pseudonyms with commas between them"] as const
  withGiving(
    criteria
      .command("comment")
      .description("Record a comment on a draft that is out for comment.")
      .argument(...ofVersion)
      .requiredOption("--comment <ID>", "the comment's id, chosen here: the same comment is recorded once")
      .requiredOption("--said <TEXT>", "what was said; no names")
      .option(...about)
      .option("--theme <ID>", "the theme it is on")
      .option("--criterion <ID>", "the criterion it is on")
      .option("--from <KIND>", "school, network, mathematics centre, authority, assessor or other")
  )
    .addHelpText(
      "after",
      `
Example:
  lcqm criteria comment 2 --comment c-17 --criterion home.play --from network --said "Say how often."`
    )
    .action((version: string, flags: Flags) =>
      start(() => import("../criteria/comment.ts"), { flags: { ...flags, version } })
    )
  withGiving(
    criteria
      .command("answer")
      .description("Answer a comment, also after publication.")
      .argument(...ofVersion)
      .requiredOption("--comment <ID>", "the comment's id")
      .requiredOption("--outcome <OUTCOME>", "draft changed, draft stays, or noted")
      .requiredOption("--answer <TEXT>", "what is answered; no names")
      .option(...about)
  )
    .addHelpText(
      "after",
      `
Example:
  lcqm criteria answer 2 --comment c-17 --outcome "draft changed" --answer "It says: every term."`
    )
    .action((version: string, flags: Flags) =>
      start(() => import("../criteria/answer.ts"), { flags: { ...flags, version } })
    )
  withTexts(
    criteria
      .command("comments")
      .description("The comments on a version, with their words, answered or not.")
      .argument(...ofVersion)
      .option("--unanswered", "only those that are not answered")
  )
    .option(...scheme)
    .option(...store)
    .option(...json)
    .addHelpText("after", "\nExample:\n  lcqm criteria comments 2 --unanswered")
    .action((version: string, flags: Flags) =>
      start(() => import("../criteria/comments.ts"), { flags: { ...flags, version } })
    )
}

const addPublishing = (criteria: Command, start: Start): void => {
  withGiving(
    criteria
      .command("publish")
      .description("Publish a version of the scheme's criteria set: once, and for ever.")
      .argument("[FILE]", "the criteria set, - for standard input: drafted and published at once")
      .option("--draft <VERSION>", "publish the draft of this version instead, as it was last revised")
      .option("--in-force-from <DATE>", "from when schools may enrol by it (default: two months later)")
      .option("--least-notice <DAYS>", "refuse where it would be in force with less notice than this")
  )
    .addHelpText(
      "after",
      `${whoActs}

Examples:
  lcqm criteria publish criteria.json --in-force-from 2026-09-01 --actor p-office01 --roles SchemeOffice
  lcqm criteria publish --draft 2 --least-notice 28`
    )
    .action((file: string | undefined, flags: Flags) =>
      start(() => import("../criteria/publish.ts"), { flags: withFile(file, flags) })
    )
  withGiving(
    criteria
      .command("withdraw")
      .description("Withdraw a version: no school enrols by it any more, and those that did go on.")
      .argument(...ofVersion)
      .requiredOption("--reason <TEXT>", "why; no names")
      .option("--about <LIST>", "whom the reason is about: pseudonyms with commas between them")
  )
    .addHelpText("after", '\nExample:\n  lcqm criteria withdraw 1 --reason "Two criteria asked the same."')
    .action((version: string, flags: Flags) =>
      start(() => import("../criteria/withdraw.ts"), { flags: { ...flags, version } })
    )
}

const addLooking = (criteria: Command, start: Start): void => {
  withAsAt(
    criteria.command("list").description("Every version of the scheme's criteria set, and how it stands.")
  )
    .addHelpText("after", "\nExample:\n  lcqm criteria list --as-at 2026-06-30")
    .action((flags: Flags) => start(() => import("../criteria/list.ts"), { flags }))
  criteria
    .command("diff")
    .description("How two versions differ, and what the old criteria are proposed to become.")
    .argument("<BEFORE>", "the one version")
    .argument("<AFTER>", "the other")
    .option("--migration", "print only the proposed migration map, for award dry-run --migration")
    .option(...scheme)
    .option(...store)
    .option(...json)
    .addHelpText(
      "after",
      `${filesOrVersions}

Examples:
  lcqm criteria diff 1 criteria.json
  lcqm criteria diff 1 2 --migration > migration.json`
    )
    .action((before: string, after: string, flags: Flags) =>
      start(() => import("../criteria/diff.ts"), { flags: { ...flags, before, after } })
    )
}

/** Adds the commands. */
export const addCriteriaCommands = (program: Command, start: Start): void => {
  const criteria = program
    .command("criteria")
    .description("Look at criteria sets; draft, consult on, publish, compare, guide and withdraw versions.")
  addFiles(criteria, start)
  addDrafting(criteria, start)
  addComments(criteria, start)
  addPublishing(criteria, start)
  addLooking(criteria, start)
  addGuidanceCommands(criteria, start)
}
