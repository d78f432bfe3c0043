// A network for stories: three schools, formed in September 2017. Synthetic, as everything in the small world.
import { given, onNetwork } from "@lcqm/testing/given-when-then"

/** Its schools, all of the range that no real school has. */
export const schools = ["900001", "900002", "900003"] as const

/** The day on which it is formed. */
export const formedOn = "2017-09-04"

/** Its forming. */
export const forming = onNetwork("FormNetwork", {
  name: "Harbour Learning Network",
  area: "Harbour",
  schools: [{ school: "900001", kind: "primary" }, { school: "900002", kind: "infant" }, { school: "900003" }]
})

/** What it works on. */
export const focus = {
  subject: "mathematics",
  topics: ["using and applying mathematics"],
  years: ["Year 3", "Year 4"]
} as const

/** The choice of that. */
export const choosing = onNetwork("ChooseLearningFocus", focus)

/** The network, formed. */
export const formed = given().on(formedOn).having(forming)

/** The network in planning, with a focus. */
export const planning = formed.on("2017-10-02").having(onNetwork("BeginNetworkPlanning", {}), choosing)

/** The network, endorsed. */
export const endorsed = planning.on("2017-11-06").having(onNetwork("EndorseNetwork", {}))

/** The network, closed. */
export const closed = endorsed.on("2018-07-20").having(onNetwork("CloseNetwork", {}))
