// G5 beside fmodel-ts, which does not try again: one of the eight is recorded.
import { fmodelExecutor } from "../../by-hand/fmodel.js"
import { contentionVariant, fixedSurroundings } from "./workload.js"

export const prepare = async ({ schools }) => contentionVariant(fmodelExecutor(fixedSurroundings()), schools)
