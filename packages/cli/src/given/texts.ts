// Free text as it is typed, and the people it is about: by pseudonyms, since no name belongs in a store.
import { longestText, PersonRef, type Text, textAbout } from "@lcqm/core"
import { Schema } from "effect"

/** Words as they are typed. */
export const Words = Schema.String.check(
  Schema.isMinLength(1, { expected: "a text of at least one character" }),
  Schema.isMaxLength(longestText, { expected: `a text of at most ${longestText} characters` })
)

const isPerson = Schema.is(PersonRef)
const namesIn = (text: string): ReadonlyArray<string> => text.split(",").map((name) => name.trim())

/** The flag that says whom a text is about. */
export const aboutFlag = {
  about: Schema.optionalKey(
    Schema.String.check(
      Schema.makeFilter((text: string) => namesIn(text).every((name) => isPerson(name)), {
        expected: "people's pseudonyms with commas between them, as p-champion1,p-coach0001"
      })
    )
  )
}

/** The text that is meant. */
export const textGiven = (words: string, about: string | undefined): Text =>
  textAbout(words, about === undefined ? [] : namesIn(about))
