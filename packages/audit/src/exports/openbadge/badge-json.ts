// The JSON in a badge: a credential as text, or a part of a JWT. Which key stands twice in it is known only here, before
// it is parsed: of a repeated key the parser keeps the last.
import { type Problem, repeatedKey } from "@lcqm/core"

/** A text of JSON, and the key that stands twice in it, if any. Throws for what is no JSON. */
export const jsonOf = (text: string): { readonly value: unknown; readonly repeated: Problem | undefined } => {
  const value: unknown = JSON.parse(text)
  return { value, repeated: repeatedKey(text, value) }
}

/** The text of a part of a JWT, which is in base64url. Throws for what is not. */
export const textOfPart = (part: string): string => {
  const binary = atob(part.replaceAll("-", "+").replaceAll("_", "/"))
  return new TextDecoder().decode(Uint8Array.from(binary, (unit) => unit.charCodeAt(0)))
}
