// Who takes part in the journey, and where: pseudonyms, as everywhere.
export const scheme = "lcqm"
export const school = "900001"
export const champion = "p-champion01"
export const formerChampion = "p-champion00"
export const coach = "p-coach00001"
export const assessor = "p-assessor01"
export const office = "p-office0001"
