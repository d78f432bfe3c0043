// What is asked for about the renewal of an award.
import { commandType } from "../../../deciding/declaring/command.ts"
import { CohortLabel, EvidenceId, Version } from "../../../vocabulary/index.ts"
import { school } from "../../standing.ts"

/** Begin the renewal of the school's award, pinning criteria and rules. */
export const BeginRenewal = commandType(
  "BeginRenewal",
  "Begin the renewal of the school's award, pinning criteria and rules.",
  { ...school, cohort: CohortLabel, criteriaSet: Version, ruleSet: Version }
)

/** Carry evidence of the award that is renewed forward. */
export const CarryEvidenceForward = commandType(
  "CarryEvidenceForward",
  "Carry evidence of the award that is renewed forward.",
  { ...school, evidence: EvidenceId }
)
