// G5 beside Emmett: at once, without back-off, or by its own policy of three more tries after a wait.
import { isExpectedVersionConflictError } from "@event-driven-io/emmett"
import { emmettExecutor } from "../../by-hand/emmett.js"
import { contentionVariant, fixedSurroundings } from "./workload.js"

const atOnce = {
  retries: 20,
  minTimeout: 0,
  maxTimeout: 0,
  factor: 1,
  randomize: false,
  shouldRetryError: isExpectedVersionConflictError
}

export const prepare = async ({ ownPolicy = false, schools }) =>
  contentionVariant(
    emmettExecutor(fixedSurroundings(), ownPolicy ? { onVersionConflict: true } : atOnce),
    schools
  )
