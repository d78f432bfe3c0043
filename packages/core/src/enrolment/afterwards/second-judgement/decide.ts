// A second assessor looks at what the first has judged. They are another person, appointed, and as external to the
// school as the first; and it is asked again when they judge.
import { Result } from "effect"
import { type Rejection, rejection } from "../../../deciding/declaring/rejection.ts"
import type { Fact } from "../../../deciding/declaring/slice.ts"
import { networkFacts, type NetworkFacts, networksJoinedBy } from "../../../network/index.ts"
import { AssessorNotAppointed, personFact } from "../../../person/decide.ts"
import type { PersonState } from "../../../person/fold.ts"
import { rankOf } from "../../../vocabulary/index.ts"
import { agreeable, factsOfAward, indicatedAward } from "../../agreement/indicated.ts"
import { handle, type SchoolScope } from "../../slice.ts"
import { openToChange } from "../../standing.ts"
import { type Award, awardStanding, type EnrolmentState } from "../../state.ts"
import { notExternal } from "../../visit/external.ts"
import { visitHeld } from "../../visit/held.ts"
import { appealOf, noAppealOpen } from "../appeal/lodged.ts"
import { opening } from "../review/opening.ts"
import { NoAwardStands } from "../review/standing.ts"
import type { SecondOpinion } from "../state.ts"
import { AskSecondJudgement, GiveSecondJudgement, SupportShift } from "./commands.ts"
import type { SecondJudgementSubject } from "./events.ts"
import { moderationCauses } from "./moderation.ts"

/** Refused: nobody judges a second time what they have judged themselves. */
export const NotASecondAssessor = rejection(
  "NotASecondAssessor",
  (d: { assessor: string; school: string }) => [
    `${d.assessor} has judged school ${d.school} already, and so is no second assessor of that judgement.`,
    "Ask another assessor."
  ]
)

/** Refused: no such judgement is asked of a second assessor. */
export const NoSecondJudgementAsked = rejection(
  "NoSecondJudgementAsked",
  (d: { school: string; about: string }) => [
    `No second judgement on ${d.about} is asked for at school ${d.school}.`,
    "Have it asked first (AskSecondJudgement)."
  ]
)

/** Refused: what is asked for is the support of a level above the one indicated. */
export const NoShiftUpwards = rejection("NoShiftUpwards", (d: { level: string; indicated: string }) => [
  `${d.level} is not above the indicated ${d.indicated}, and needs no second assessor.`,
  "Support a level above the one indicated, or leave the proposal to the assessor."
])

// Whoever has judged what is to be judged a second time: where nothing is decided yet, the visit's assessor.
const judges = (state: EnrolmentState, about: SecondJudgementSubject): ReadonlyArray<string | undefined> => {
  const { decision, second } = state.afterwards
  const moderator = about === "appeal" && second?.about === "moderation" ? second.assessor : undefined
  return [decision?.assessor ?? state.visit?.assessor, moderator]
}

interface SecondFacts extends NetworkFacts {
  readonly second: Fact<PersonState>
}

const maySecond = (
  state: EnrolmentState,
  facts: SecondFacts,
  of: SchoolScope,
  assessor: string,
  about: SecondJudgementSubject
): Result.Result<void, Rejection> => {
  const { scheme, school } = of
  const { state: person } = facts.second
  if (!person.assesses.has(scheme)) return Result.fail(AssessorNotAppointed({ person: assessor, scheme }))
  if (judges(state, about).includes(assessor)) return Result.fail(NotASecondAssessor({ assessor, school }))
  const why = notExternal({ ref: assessor, person, networks: facts.networks }, of, state)
  return why === undefined ? Result.void : Result.fail(why)
}

// The award that is to be moderated.
const award = (state: EnrolmentState, school: string): Result.Result<Award, Rejection> => {
  const standing = awardStanding(state)
  return standing === undefined ? Result.fail(NoAwardStands({ school })) : Result.succeed(standing)
}

const asked = (
  { afterwards: { second } }: EnrolmentState,
  school: string,
  isAbout: (about: SecondJudgementSubject) => boolean,
  about: string
): Result.Result<SecondOpinion, Rejection> =>
  second === undefined || second.level !== undefined || !isAbout(second.about)
    ? Result.fail(NoSecondJudgementAsked({ school, about }))
    : Result.succeed(second)

const secondOf = ({ afterwards: { second } }: EnrolmentState) => ({
  second: personFact(second?.assessor ?? "")
})

/** How every command about second judgements is decided. */
export const secondJudgementHandlers = [
  handle(AskSecondJudgement, {
    lookUp: ({ data }) => networksJoinedBy(data.school),
    facts: ({ data }, _, networks) => ({ second: personFact(data.assessor), ...networkFacts(networks) }),
    decide: ({ data }, state, facts) =>
      Result.gen(function* () {
        const { about, assessor, school } = data
        if (about === "shift") {
          yield* openToChange(state, school)
          yield* visitHeld(state, school)
        } else if (about === "appeal") yield* appealOf(state, school)
        else yield* noAppealOpen(state, school)
        const causes = about === "moderation" ? moderationCauses(yield* award(state, school)) : []
        yield* maySecond(state, facts, data, assessor, about)
        const { second } = state.afterwards
        return second?.about === about && second.assessor === assessor && second.level === undefined
          ? []
          : ([{ type: "SecondJudgementAsked.v1", data: { about, assessor, causes } }] as const)
      })
  }),
  handle(GiveSecondJudgement, {
    lookUp: ({ data }) => networksJoinedBy(data.school),
    facts: (_, state, networks) => ({ ...secondOf(state), ...networkFacts(networks) }),
    decide: ({ data }, state, facts) =>
      Result.gen(function* () {
        const { level, reason, school } = data
        const { about, assessor } = yield* asked(
          state,
          school,
          (subject) => subject !== "shift",
          "an award or an appeal"
        )
        yield* maySecond(state, facts, data, assessor, about)
        const given = { type: "SecondJudgementGiven.v1", data: { about, level, reason } } as const
        const differs = about === "moderation" && awardStanding(state)?.level !== level
        return [given, ...(differs ? opening(state, "second judgement", reason) : [])]
      })
  }),
  handle(SupportShift, {
    lookUp: ({ data }) => networksJoinedBy(data.school),
    facts: ({ data }, state, networks) => ({
      ...factsOfAward(data.scheme, state, networks),
      ...secondOf(state)
    }),
    decide: ({ data }, state, facts) =>
      Result.gen(function* () {
        const { level, reason, school } = data
        yield* openToChange(state, school)
        yield* visitHeld(state, school)
        const { assessor } = yield* asked(state, school, (subject) => subject === "shift", "a shift")
        yield* maySecond(state, facts, data, assessor, "shift")
        const judged = yield* indicatedAward(data, state, facts)
        const { indicated } = yield* agreeable(judged, level, reason, { school, supported: true })
        return rankOf(level) > rankOf(indicated)
          ? ([{ type: "ShiftSupported.v1", data: { level, indicated, reason } }] as const)
          : yield* Result.fail(NoShiftUpwards({ level, indicated }))
      })
  })
]
