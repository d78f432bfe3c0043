// G5 beside Castore: trying again at once, as often as it takes, or by its own policy of two more tries.
import { castoreExecutor } from "../../by-hand/castore.js"
import { contentionVariant, fixedSurroundings } from "./workload.js"

export const prepare = async ({ ownPolicy = false, schools }) =>
  contentionVariant(castoreExecutor(fixedSurroundings(), ownPolicy ? undefined : 20), schools)
