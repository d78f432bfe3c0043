// A script that must not be bundled for a browser: proof that the test of the others would notice.
export { nodeHasher } from "@lcqm/ledger/node"
