// `lcqm ledger …`, as commander is told of it.
import type { Command } from "commander"
import type { Start } from "./start.ts"
import { json, scheme, store } from "./giving.ts"

type Flags = Record<string, unknown>

const key = ["--key <FILE>", "the signer key's file, which only its owner may read"] as const
const toFile = ["-o, --out <FILE>", "where to write it (default: standard output)"] as const

const example = (line: string): string => `\nExample:\n  ${line}`

/** Adds the commands. */
export const addLedgerCommands = (program: Command, start: Start): void => {
  const ledger = program
    .command("ledger")
    .description(
      "Keys, checkpoints, stream heads and proofs: keygen, checkpoint, cosign, head, prove, tiles."
    )
  ledger
    .command("keygen")
    .description("Make a signer key for the operator of a log, or for a witness.")
    .argument("<NAME>", "the log's name (origin), as example.org/quality-mark")
    .requiredOption("-o, --out <FILE>", "where the secret goes; the public key goes to FILE.pub")
    .option("--witness", "a key to cosign with")
    .option(...json)
    .addHelpText("after", example("lcqm ledger keygen example.org/quality-mark -o operator.key"))
    .action((name: string, flags: Flags) =>
      start(() => import("../ledger/keygen.ts"), { flags: { ...flags, name } })
    )
  ledger
    .command("checkpoint")
    .description("Sign the store's whole log, where it only grew since the last checkpoint.")
    .requiredOption(...key)
    .option("-o, --out <FILE>", "where to write it; a file that is there holds the last one signed")
    .option("--keep <FILE>", "where to keep what the next run needs, which then reads only what is new")
    .option(...store)
    .option(...json)
    .addHelpText("after", example("lcqm ledger checkpoint --key operator.key -o checkpoint"))
    .action((flags: Flags) => start(() => import("../ledger/checkpoint.ts"), { flags }))
  ledger
    .command("cosign")
    .description("As a witness: put under a checkpoint that the log only grew.")
    .requiredOption(...key)
    .requiredOption("--log-key <KEY>", "the operator's verifier key or a file with it")
    .requiredOption("--checkpoint <FILE>", "the checkpoint to cosign")
    .option("--last <FILE>", "the checkpoint that was cosigned last")
    .option(...toFile)
    .option(...store)
    .option(...json)
    .addHelpText(
      "after",
      example("lcqm ledger cosign --key witness.key --log-key operator.key.pub --checkpoint checkpoint")
    )
    .action((flags: Flags) => start(() => import("../ledger/cosign.ts"), { flags }))
  ledger
    .command("head")
    .description("Sign where a school's stream ends.")
    .argument("<URN>", "the school's URN: six digits")
    .requiredOption(...key)
    .option(...toFile)
    .option(...scheme)
    .option(...store)
    .option(...json)
    .addHelpText("after", example("lcqm ledger head 900001 --key operator.key"))
    .action((urn: string, flags: Flags) =>
      start(() => import("../ledger/head.ts"), { flags: { ...flags, urn } })
    )
  ledger
    .command("prove")
    .description("Write the proof that an event is in the log of a checkpoint (C2SP tlog-proof).")
    .argument("<URN>", "the school's URN: six digits")
    .argument("<REVISION>", "the event's revision in the school's stream")
    .requiredOption("--checkpoint <FILE>", "a signed checkpoint of this store")
    .option(...toFile)
    .option(...scheme)
    .option(...store)
    .option(...json)
    .addHelpText("after", example("lcqm ledger prove 900001 3 --checkpoint checkpoint -o event.tlog-proof"))
    .action((urn: string, revision: string, flags: Flags) =>
      start(() => import("../ledger/prove.ts"), { flags: { ...flags, urn, revision } })
    )
  ledger
    .command("tiles")
    .description("Publish the log as static files (C2SP tlog-tiles), as far as it has grown.")
    .argument("<DIR>", "a folder; its file `checkpoint` says how far it was published")
    .requiredOption(...key)
    .option("--entries", "the events too: for auditors only, never public")
    .option(...store)
    .option(...json)
    .addHelpText("after", example("lcqm ledger tiles public --key operator.key"))
    .action((folder: string, flags: Flags) =>
      start(() => import("../ledger/tiles.ts"), { flags: { ...flags, folder } })
    )
}
