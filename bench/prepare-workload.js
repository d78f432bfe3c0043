// Plays the journey and keeps its events for the processes that measure: run once before a run of the bench.
import { canonicalJson } from "@lcqm/ledger"
import { playJourney } from "./workload/journey.js"
import { storeJourney } from "./workload/stored.js"

console.log(JSON.stringify(storeJourney(await playJourney(), canonicalJson)))
