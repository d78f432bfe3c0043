// Who acts for the school. Only its current Champion does; a coach is named so that they are never its assessor.
import { Result, Schema } from "effect"
import { commandType } from "../../deciding/declaring/command.ts"
import { rejection } from "../../deciding/declaring/rejection.ts"
import { PersonRef, Text } from "../../vocabulary/index.ts"
import { handle } from "../slice.ts"
import { given, school, underWay } from "../standing.ts"

const named = { ...school, champion: PersonRef, coach: Schema.optionalKey(PersonRef) }

/** Appoint the school's Champion. */
export const AppointChampion = commandType("AppointChampion", "Appoint the school's Champion.", named)

/** Have another person become the school's Champion. */
export const ReplaceChampion = commandType(
  "ReplaceChampion",
  "Have another person become the school's Champion.",
  {
    ...named,
    reason: Schema.optionalKey(Text)
  }
)

/** Describe the school's own setting, in which the criteria are to be read. */
export const DescribeSetting = commandType(
  "DescribeSetting",
  "Describe the school's own setting, in which the criteria are to be read.",
  { ...school, setting: Text }
)

/** Refused: the school has a Champion. */
export const ChampionAlreadyAppointed = rejection("ChampionAlreadyAppointed", (d: { champion: string }) => [
  `The school has a Champion: ${d.champion}.`,
  "Replace them with ReplaceChampion."
])

/** Refused: the school has no Champion to be replaced. */
export const NoChampion = rejection("NoChampion", (d: { school: string }) => [
  `School ${d.school} has no Champion yet.`,
  "Appoint one first (AppointChampion)."
])

/** Refused: the person is the school's Champion already. */
export const AlreadyChampion = rejection("AlreadyChampion", (d: { champion: string }) => [
  `${d.champion} is the school's Champion already.`,
  "Name the person who is to become Champion."
])

/** Refused: one person cannot be the school's Champion and its coach. */
export const CoachIsChampion = rejection("CoachIsChampion", (d: { champion: string }) => [
  `${d.champion} cannot be the school's Champion and its coach.`,
  "Name another coach, or none."
])

/** Refused: the assessor of the visit can be neither Champion nor coach of the school. */
export const ChampionIsAssessor = rejection("ChampionIsAssessor", (d: { person: string }) => [
  `${d.person} is the assessor of the school's visit, and so can be neither its Champion nor its coach.`,
  "Name another person, or arrange the visit with another assessor first."
])

/** How the Champion's appointment is decided. */
export const championHandlers = [
  handle(AppointChampion, {
    decide: ({ data: { champion, coach, school: urn } }, state) =>
      Result.gen(function* () {
        yield* underWay(state, urn)
        if (state.champion !== undefined) {
          return yield* Result.fail(ChampionAlreadyAppointed({ champion: state.champion }))
        }
        if (coach === champion) return yield* Result.fail(CoachIsChampion({ champion }))
        return [{ type: "ChampionAppointed.v1", data: { champion, ...given("coach", coach) } }] as const
      })
  }),
  handle(ReplaceChampion, {
    decide: ({ data: { champion, coach, reason, school: urn } }, state) =>
      Result.gen(function* () {
        yield* underWay(state, urn)
        const formerly = state.champion
        if (formerly === undefined) return yield* Result.fail(NoChampion({ school: urn }))
        if (formerly === champion) return yield* Result.fail(AlreadyChampion({ champion }))
        if (coach === champion) return yield* Result.fail(CoachIsChampion({ champion }))
        const assessor = state.visit?.assessor
        if (assessor !== undefined && (assessor === champion || assessor === coach)) {
          return yield* Result.fail(ChampionIsAssessor({ person: assessor }))
        }
        return [
          {
            type: "ChampionReplaced.v1",
            data: { champion, ...given("coach", coach), formerly, ...given("reason", reason) }
          }
        ] as const
      })
  }),
  handle(DescribeSetting, {
    decide: ({ data: { school: urn, setting } }, state) =>
      Result.map(underWay(state, urn), () => [{ type: "SettingDescribed.v1", data: { setting } } as const])
  })
]
