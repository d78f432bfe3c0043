// Every text in the story is a sample, says so, and is about nobody.
import { type Text, textAbout } from "@lcqm/core"

/** What every text of the story begins with. */
export const sampleMark = "Sample text:"

/** A text that says of itself that it is a sample. */
export const sample = (text: string): Text => textAbout(`${sampleMark} ${text}`, [])
