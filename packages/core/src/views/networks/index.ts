// What people ask of networks: each of them, the directory, who works on something similar, and their CPD.
export * from "./coverage.ts"
export * from "./directory.ts"
export * from "./networks.ts"
export * from "./similar.ts"
export * from "./work.ts"
export { networkOperations, type NetworkOperations, type SimilarAsked } from "./operations.ts"
