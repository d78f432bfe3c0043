// G4 beside the peer: the command as by-hand/emmett.js has it carried out.
import { emmettExecutor } from "../../by-hand/emmett.js"
import { commandVariant, fixedSurroundings } from "./workload.js"

export const prepare = async () => commandVariant(emmettExecutor(fixedSurroundings()))
