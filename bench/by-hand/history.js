// A stream as far as it has been read: the folded state, how many events, which commands it holds, when it was last
// written to. What Lcqm keeps of a stream, the peers are given as their state, so that all answer the same questions.
import { evolve } from "./evolve.js"
import { emptyEnrolment } from "./state.js"

export const emptyHistory = () => ({ size: 0, recordedAt: "", commands: new Set(), state: emptyEnrolment() })

/** The history after one more event: the same object, changed. */
export const historyAfter = (history, /** @type {import("./state.js").Event} */ event) => {
  history.size += 1
  history.recordedAt = event.metadata.recordedAt
  history.commands.add(event.metadata.commandId)
  history.state = evolve(history.state, event)
  return history
}
