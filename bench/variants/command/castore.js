// G4 beside the peer: the command as by-hand/castore.js has it carried out.
import { castoreExecutor } from "../../by-hand/castore.js"
import { commandVariant, fixedSurroundings } from "./workload.js"

export const prepare = async () => commandVariant(castoreExecutor(fixedSurroundings()))
