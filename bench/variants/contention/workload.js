// What every variant of G5 is given: schools in preparation, and for each eight commands sent at once. They touch
// different evidence, so all eight are acceptable in any order, and each changes what the others were decided on.
import { fixedSurroundings, factStreams } from "../command/workload.js"
import { nextCommands, preparingSchools } from "../../workload/preparing.js"

export { fixedSurroundings }

const firstSchool = 200_000
const atOnce = 8

/**
 * Makes a variant of a function that fills a store and one that carries out a command; what becomes of the
 * commands is counted, and so are the attempts.
 * @param {{ fill: (stream: string, events: ReadonlyArray<object>) => Promise<unknown>,
 *   execute: (command: object) => Promise<unknown>, attempted: { count: number } }} variant
 */
export const contentionVariant = async ({ attempted, execute, fill }, schools) => {
  for (const [stream, events] of factStreams()) await fill(stream, events)
  for (const events of preparingSchools(schools, firstSchool)) await fill(events[0].stream, events)
  const commands = Array.from({ length: schools }, (_, i) =>
    nextCommands(firstSchool + i, 3 * atOnce).filter(({ type }) => type === "SubmitEvidence")
  )
  attempted.count = 0
  let next = 0
  let accepted = 0
  return {
    batch: async () => {
      const outcomes = await Promise.allSettled(commands[next++].map(execute))
      accepted += outcomes.filter(({ status }) => status === "fulfilled").length
    },
    batches: schools,
    operations: atOnce,
    told: () => ({
      attemptsPerCommand: attempted.count / (schools * atOnce),
      accepted: accepted / (schools * atOnce)
    })
  }
}
