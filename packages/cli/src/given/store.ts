// Which store a run is over: the flag, else the variable, else the file lcqm.db where one is.
import { Schema } from "effect"
import type { Given } from "../carry-out.ts"
import type { StoreUrl } from "../store-url.ts"

/** The flag of every command over a store. */
export const storeFlag = { store: Schema.optionalKey(Schema.String) }

const defaultStore = "sqlite:lcqm.db"

/** The store that is meant, and by what it was named. */
export const storeGiven = ({ flags }: Given, store: string | undefined): StoreUrl => ({
  url: store ?? defaultStore,
  givenBy: "store" in flags || store === undefined ? "--store" : "LCQM_STORE"
})
