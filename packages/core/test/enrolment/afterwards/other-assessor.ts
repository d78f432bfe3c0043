// The second assessor of the stories, and the texts everybody writes.
import { asPerson, by, byOffice, people } from "@lcqm/testing/given-when-then"
import type { Level } from "../../../src/index.ts"

export const reason = { about: [], text: "In the school's own setting." }

/** The other assessor's command about the school. */
export const byOther = by(asPerson(people.otherAssessor))

/** The office asks somebody for a second judgement. */
export const ask = (about: "shift" | "moderation" | "appeal", assessor: string = people.otherAssessor) =>
  byOffice("AskSecondJudgement", { about, assessor })

/** The other assessor gives theirs. */
export const give = (level: Level) => byOther("GiveSecondJudgement", { level, reason })
