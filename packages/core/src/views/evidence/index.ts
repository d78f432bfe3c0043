// Which evidence is for which criterion, how old it is, and how often it is used.
export * from "./matrix.ts"
export { evidenceMatrix, type EvidenceModel, type EvidenceVerdict, type ItemSeen } from "./projection.ts"
