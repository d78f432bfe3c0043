// The commands, their flags and their help: what commander is told. What a command does is loaded only when it is
// run, so that `lcqm --help` answers at once.
import { Command } from "commander"
import { addAuditCommands } from "./program/audit-commands.ts"
import { addAwardCommands } from "./program/award-commands.ts"
import { addBadgeCommands } from "./program/badge-commands.ts"
import { addCriteriaCommands } from "./program/criteria-commands.ts"
import { addDailyCommands } from "./program/daily-commands.ts"
import { addDemoCommand } from "./program/demo-command.ts"
import { addExportCommand } from "./program/export-command.ts"
import { addKeysCommands } from "./program/keys-commands.ts"
import { addImportCommands } from "./program/import-commands.ts"
import { addLedgerCommands } from "./program/ledger-commands.ts"
import { addNetworkCommands } from "./program/network-commands.ts"
import { addPersonCommands } from "./program/person-commands.ts"
import { addReportCommand } from "./program/report-command.ts"
import type { Start } from "./program/start.ts"
import { addRuleCommands } from "./program/rule-commands.ts"
import { addStoreCommands } from "./program/store-commands.ts"
import { addViewCommands } from "./program/view-commands.ts"
import { version } from "./version.ts"

const exitCodesHelp = `
Exit codes:
  0   done
  1   a rule refused, or something did not hold
  2   bad input: the command, a flag, a file or what is in it; nothing was written
  70  a defect of lcqm itself

Results go to stdout, errors to stderr. With --json both are JSON (one canonical line, RFC 8785).
Work over a store takes --store URL, or the variable LCQM_STORE: sqlite:PATH, esdb://HOST:PORT or memory:,
and without either sqlite:lcqm.db. Who gives a command is said by --actor and --roles, or LCQM_ACTOR and LCQM_ROLES.
Who people are is in the file --people, or LCQM_PEOPLE; what is written about them is sealed with --keys, or LCQM_KEYS.
NO_COLOR, or an output that is no terminal, turns colours off. LCQM_DEBUG=1 shows the stack of a defect.`

/** The whole command line. */
export const programOf = (start: Start): Command => {
  const program = new Command("lcqm")
    .description("The engine of a school quality mark, on the command line.")
    .version(version(), "-V, --version", "print the version")
    .helpCommand("help [command]", "help on a command")
    .addHelpText("after", exitCodesHelp)
  addDemoCommand(program, start)
  addAwardCommands(program, start)
  addCriteriaCommands(program, start)
  addRuleCommands(program, start)
  addDailyCommands(program, start)
  addNetworkCommands(program, start)
  addViewCommands(program, start)
  addImportCommands(program, start)
  addStoreCommands(program, start)
  addAuditCommands(program, start)
  addLedgerCommands(program, start)
  addExportCommand(program, start)
  addBadgeCommands(program, start)
  addReportCommand(program, start)
  addPersonCommands(program, start)
  addKeysCommands(program, start)
  return program
}
