// A row as the command it comes to. Its id is made of what it asks for, so that the same file given again, or gone on
// with after it was cut off, asks for the same and records nothing twice.
import type { Actor } from "@lcqm/core"
import { canonicalJson } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import type { Asked } from "../command/give.ts"

/** A command of a file, and the line on which it stands. */
export interface Planned {
  readonly line: number
  /** What the row is about, for whoever reads of it: a school's URN, a cohort's label. */
  readonly subject: string
  readonly command: Asked & { readonly id: string; readonly actor: Actor; readonly occurredOn: string }
}

const utf8 = new TextEncoder()

/** The command of a row, given by somebody on a date. */
export const planned = (
  { line, subject }: Pick<Planned, "line" | "subject">,
  asked: Asked,
  actor: Actor,
  occurredOn: string
): Planned => {
  const content = canonicalJson({ ...asked, occurredOn, person: actor.person })
  const id = `import-${nodeHasher.sha256Hex(utf8.encode(content)).slice(0, 40)}`
  return { line, subject, command: { ...asked, id, actor, occurredOn } }
}
