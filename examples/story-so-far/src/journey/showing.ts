// The Champion submits evidence and assigns it to criteria. There is no document behind it: reference and digest
// are made up, under a name that no site can have (RFC 2606).
import { type Day, type EvidenceKind, isoDateOf } from "@lcqm/core"
import { champion, type Journey } from "./journey.ts"

const kinds: ReadonlyArray<EvidenceKind> = [
  "document",
  "document",
  "photograph",
  "recording",
  "web page",
  "display",
  "observation",
  "survey"
]
const files: ReadonlyArray<EvidenceKind> = ["document", "photograph", "recording"]

/** Submits an item produced between two days, and answers with its id. */
export const submits = async (
  journey: Journey,
  { from, until }: { readonly from: Day; readonly until: Day }
): Promise<string> => {
  const { chance, desk, school } = journey
  journey.submitted += 1
  const evidence = `e${String(journey.submitted).padStart(2, "0")}`
  const kind = chance.oneOf(kinds)
  const produced = isoDateOf(chance.int(from, until))
  await desk.send(
    "SubmitEvidence",
    {
      evidence,
      kind,
      reference: `https://evidence.example/${school.urn}/${evidence}`,
      ...(files.includes(kind) ? { sha256: chance.hex(32) } : {}),
      // Of some things only the month is known.
      producedOn: chance.happens(20) ? produced.slice(0, 7) : produced
    },
    champion(journey)
  )
  return evidence
}

/** Assigns an item to a criterion. */
export const assigns = async (journey: Journey, evidence: string, criterion: string): Promise<void> => {
  await journey.desk.send("AssignEvidence", { evidence, criterion }, champion(journey))
  journey.shown.push({ evidence, criterion })
}
