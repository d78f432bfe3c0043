// Comments for a person: each with what it is on, what was said, and what came of it.
import { type KeptText, shownUnopened } from "@lcqm/core"
import type { Colours } from "../streams.ts"
import { printable } from "../telling/printable.ts"
import { wrapped } from "../telling/wrapped.ts"
import type { CommentTold } from "./comments.ts"

const words = (text: KeptText): string => printable(shownUnopened(text))

const commentText = (
  { answered, comment, criterion, from, receivedOn, said, theme }: CommentTold,
  colours: Colours
): string => {
  const on = criterion ?? theme ?? "the whole"
  const head = `${colours.bold(printable(comment))} on ${printable(on)}, ${receivedOn}${from === undefined ? "" : `, from: ${from}`}`
  const answer =
    answered === undefined
      ? "  not answered"
      : wrapped(`  ${answered.outcome}, ${answered.on}: ${words(answered.answer)}`, 4)
  return `${head}\n${wrapped(`  ${words(said)}`, 2)}\n${answer}\n`
}

/** The comments, one after the other. */
export const commentsText = (comments: ReadonlyArray<CommentTold>, colours: Colours): string =>
  comments.length === 0 ? "No comments.\n" : comments.map((each) => commentText(each, colours)).join("")
