// G4 beside the peer: the command as by-hand/fmodel.js has it carried out.
import { fmodelExecutor } from "../../by-hand/fmodel.js"
import { commandVariant, fixedSurroundings } from "./workload.js"

export const prepare = async () => commandVariant(fmodelExecutor(fixedSurroundings()))
