// What runs when a person types `lcqm`: the process's words, streams and exit code, and the last resort for defects.
import { defectText } from "./defect.ts"
import { exitCodes } from "./exit-codes.ts"
import { lcqm } from "./lcqm.ts"
import { processStreams } from "./streams.ts"
import { version } from "./version.ts"

const defect = (error: unknown): void => {
  process.stderr.write(defectText(error, process.env, version()))
  process.exit(exitCodes.defect)
}
process.on("uncaughtException", defect)
process.on("unhandledRejection", defect)

process.exitCode = await lcqm(process.argv.slice(2), processStreams(), process.env)
