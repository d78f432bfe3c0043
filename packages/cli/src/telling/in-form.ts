// An answer in the form that was asked for: JSON for a program, CSV for a spreadsheet, else text for a person.
import { jsonLine } from "./json.ts"
import { plain } from "./plain.ts"

/** The forms of an answer; each is made only where it is asked for. */
export interface Forms {
  readonly text: () => string
  /** Left out where a table is not what people want. */
  readonly csv?: () => string
}

/** The answer in its form. */
export const inForm = (
  { csv, json }: { readonly csv?: boolean; readonly json?: boolean },
  answer: unknown,
  forms: Forms
): string => {
  if (json === true) return jsonLine(plain(answer))
  return csv === true && forms.csv !== undefined ? forms.csv() : forms.text()
}
