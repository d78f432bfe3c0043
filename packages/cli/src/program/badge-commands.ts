// `lcqm badge …`, as commander is told of it: the keys of badges, and reading badges back.
import type { Command } from "commander"
import type { Start } from "./start.ts"
import { json } from "./giving.ts"

type Flags = Record<string, unknown>

/** Adds the commands. */
export const addBadgeCommands = (program: Command, start: Start): void => {
  const badge = program
    .command("badge")
    .description("Open Badges: keygen, verify. They are issued by lcqm export.")
  badge
    .command("keygen")
    .description("Make a key to sign badges with (PEM).")
    .requiredOption("-o, --out <FILE>", "where the secret goes; the public key goes to FILE.pub")
    .option("--alg <NAME>", "RS256, which every reader of badges knows, or ES256, which is shorter", "RS256")
    .option(...json)
    .addHelpText("after", "\nExample:\n  lcqm badge keygen -o badge.key")
    .action((flags: Flags) => start(() => import("../badge/keygen.ts"), { flags }))
  badge
    .command("verify")
    .description("Is a badge its issuer's, in force and not revoked?")
    .argument("<FILE...>", "badges: VC-JWTs, or credentials as JSON; - is standard input")
    .option("--key <FILE>", "the issuer's public key (PEM), from a source you trust")
    .option("--issuer <URI>", "believe the key of this issuer only")
    .option("--status-list <FILE>", "the issuer's status list, signed with the same key")
    .option("--at <T>", "valid then: an instant, or a day and the end of it (default: now)")
    .option(...json)
    .addHelpText(
      "after",
      `
Exit code 0: every badge is valid. 1: one is refused, or not everything could be looked at; it is named.
2: bad input. The key in a badge's own header is never believed. Nothing is fetched: bring the list along.

Example:
  lcqm badge verify badge.jwt --key badge.key.pub --status-list status.jwt`
    )
    .action((files: ReadonlyArray<string>, flags: Flags) =>
      start(() => import("../badge/verify.ts"), { flags: { ...flags, files } })
    )
}
