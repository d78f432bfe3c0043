// `npm start -w @lcqm/one-network`: plays the story in memory and prints the network's entry in the directory.
import { valueOf } from "@lcqm/core"
import { memoryStore } from "@lcqm/memory"
import { network, playNetworkStory, toldNetwork } from "./index.ts"

const { lcqm } = await playNetworkStory(memoryStore())
const entry = valueOf(await lcqm.networkDirectory()).find((each) => each.network === network)
const view = valueOf(await lcqm.networks()).find((each) => each.network === network)
const similar = valueOf(await lcqm.similarNetworks({ network }))
if (entry === undefined || view === undefined)
  throw new Error("The network of the story is not in the directory.")
console.log(toldNetwork(entry, view, similar).join("\n"))
await lcqm.close()
