// What the two parties to an award sign: which award, under which criteria and rule, on which history.
import type { SignatureClaim } from "../../deciding/declaring/signing.ts"
import type { PersonSignature } from "../../deciding/declaring/signing.ts"
import type { RulesApplied } from "../../deciding/declaring/basis.ts"
import type { Decided, DecidedOn, Fact } from "../../deciding/declaring/slice.ts"
import type { PersonState } from "../../person/fold.ts"
import type { Level } from "../../vocabulary/index.ts"
import type { EnrolmentEvent } from "../events.ts"

/** What a party signs: Ed25519 over its RFC 8785 canonical JSON. `basisRoot` is the root of the stream before it. */
export interface AgreementStatement {
  readonly purpose: "lcqm/award-proposed/1" | "lcqm/award-agreed/1"
  readonly stream: string
  readonly level: Level
  readonly criteriaSetHash: string
  readonly ruleSetHash: string
  readonly basisRoot: string
}

/** What a party signs about a level under these rules, on a stream with this root. */
export const agreementStatement = (
  purpose: AgreementStatement["purpose"],
  { basisRoot, stream }: DecidedOn,
  level: Level,
  { criteriaSetHash, ruleSetHash }: Pick<RulesApplied, "criteriaSetHash" | "ruleSetHash">
): AgreementStatement => ({ purpose, stream, level, criteriaSetHash, ruleSetHash, basisRoot })

type Signed = { readonly level: Level; readonly basis: RulesApplied; readonly signature?: PersonSignature }

const claimOf = (
  purpose: AgreementStatement["purpose"],
  { basis, level, signature }: Signed,
  party: Fact<PersonState>,
  on: DecidedOn
): SignatureClaim | undefined =>
  signature === undefined
    ? undefined
    : {
        person: party.stream.replace(/^person-/, ""),
        registered: party.state.signingKey,
        signed: signature,
        statement: agreementStatement(purpose, on, level, basis)
      }

/** The signature that a proposed or agreed award carries: the assessor's or the Champion's. */
export const partySignature = (
  bodies: ReadonlyArray<Decided<EnrolmentEvent>>,
  { assessor, champion }: { readonly assessor: Fact<PersonState>; readonly champion: Fact<PersonState> },
  on: DecidedOn
): SignatureClaim | undefined => {
  for (const { data, type } of bodies) {
    if (type === "AwardProposed.v1") return claimOf("lcqm/award-proposed/1", data, assessor, on)
    if (type === "AwardAgreed.v1") return claimOf("lcqm/award-agreed/1", data, champion, on)
  }
  return undefined
}
