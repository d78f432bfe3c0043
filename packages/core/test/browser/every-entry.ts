// Everything the packages export to a browser, so that the bundle of it reaches every module they can load.
export * from "@lcqm/core"
export * as ledger from "@lcqm/ledger"
export * as memory from "@lcqm/memory/portable"
