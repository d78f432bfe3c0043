// Bad input: every command is decoded by a schema before it means anything. What is wrong is told by path, what was
// expected and what came.
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { given, smallWorld } from "@lcqm/testing/given-when-then"
import { type Malformed, shown } from "../../src/index.ts"
import { absent, type Path, pathText, placesIn, put } from "./places.ts"
import { commandNames, wellFormed } from "./samples.ts"

const problemsOf = (input: unknown): Malformed["problems"] | undefined => {
  const { outcome } = given(smallWorld.at("ready")).whenSent(input)
  const failure = Result.isFailure(outcome) ? outcome.failure : undefined
  return failure?._tag === "Malformed" && "what" in failure ? failure.problems : undefined
}

// Where one of several forms may stand, what is wrong is told of each of them, beneath the place.
const inChoice = (path: Path): boolean =>
  path.some((key) =>
    ["judgement", "cpdShortfall", "conflictOfInterest", "schoolClosed"].includes(String(key))
  )

// What a command may leave out, by the rest of its path; all else is needed.
const mayBeLeftOut = new Set(
  [
    ["DraftCriteriaSet", "criteriaSet.notice tips source weight essential"],
    ["DraftTheme", "weight essential"],
    ["ReceiveComment", "data.theme data.criterion data.from"],
    ["PublishDraft", "inForceFrom leastNotice"],
    ["PublishCriteriaSet", "inForceFrom leastNotice criteriaSet.notice tips source weight essential"],
    ["LinkGuidance", "data.criterion audience phase yearGroups"],
    ["WithdrawGuidance", "reason"],
    ["PublishRuleSet", "inForceFrom leastNotice publishedAs"],
    ["LaunchCohort", "title area windows.launch windows.training windows.assessment from to"],
    ["ChangeCohortWindows", "reason windows.launch windows.training windows.assessment from to"],
    ["CancelCpdSession", "reason"],
    ["CloseCohort", "reason"],
    ["StandDownAssessor", "reason"],
    ["FormNetwork", "area kind"],
    ["CloseNetwork", "reason"],
    ["JoinNetwork", "kind"],
    ["LeaveNetwork", "reason"],
    ["ArrangeTraining", "part sessions"],
    ["StandDownRepresentative", "reason"],
    ["RecordActivity", "host term note"],
    ["RecordEvaluation", "note"],
    ["EnrolSchool", "phase"],
    ["DeferEnrolment", "until"],
    ["TransferEnrolment", "reason"],
    ["AppointChampion", "coach"],
    ["ReplaceChampion", "coach reason"],
    ["SubmitEvidence", "sha256"],
    ["DeclareSelfAssessment", "reason"],
    ["MoveVisit", "reason"],
    ["ReviewEvidence", "reason"],
    ["AgreeJudgement", "reason"],
    ["ProposeAward", "reason"],
    ["AskFurtherWork", "reason"],
    ["SubmitFurtherWork", "note"]
  ].flatMap(([type = "", keys = ""]) => keys.split(" ").map((key) => `${type} ${key}`))
)

const isOptional = (type: string, path: Path): boolean => {
  if (path[0] === "correlationId" || path[0] === "causationId") return true
  const [last = ""] = path.slice(-1)
  return mayBeLeftOut.has(`${type} ${last}`) || mayBeLeftOut.has(`${type} ${path.slice(-2).join(".")}`)
}

// Whether just this is told of the place; in a choice, whether it is told, whatever else is.
const isTold = (
  problems: Malformed["problems"] | undefined,
  path: Path,
  expected: string | undefined,
  got: string
): boolean => {
  const [place, all] = [pathText(path), problems ?? []]
  if (inChoice(path)) return all.some((each) => each.path.startsWith(place))
  const [only, ...others] = all
  return (
    others.length === 0 &&
    only?.path === place &&
    only.got === got &&
    (expected === undefined ? /\w/u.test(only.expected) : only.expected === expected)
  )
}

describe.each(commandNames)("a %s", (type) => {
  const command = wellFormed(type)
  const places = placesIn(command).filter(([path]) => path.length > 0 && path[0] !== "type")

  it("is decoded where it is well formed", () => {
    expect(problemsOf(command)).toBeUndefined()
  })

  it("holds no key that is not asked for, wherever it is put", () => {
    const objects = placesIn(command).filter(
      ([, value]) => typeof value === "object" && value !== null && !Array.isArray(value)
    )
    const surprises = objects.map(([path]) => [...path, "surprise"])
    const untold = surprises.filter(
      (path) => !isTold(problemsOf(put(command, path, "boo")), path, "no such key", '"boo"')
    )
    expect(untold.map(pathText)).toEqual([])
  })

  it("lacks nothing that is needed, and may lack the rest", () => {
    const keys = places.map(([path]) => path).filter((path) => typeof path.at(-1) === "string")
    const without = (path: Path) => problemsOf(put(command, path, absent))
    const needed = keys.filter((path) => !isOptional(type, path))
    expect(needed.filter((path) => !isTold(without(path), path, "a value", "nothing")).map(pathText)).toEqual(
      []
    )
    const optional = keys.filter((path) => isOptional(type, path))
    expect(optional.filter((path) => without(path) !== undefined).map(pathText)).toEqual([])
  })

  it("holds no value of another kind: the path, what was expected and what came are told", () => {
    const wrongs = places.flatMap(([path, value]) => {
      const other = Array.isArray(value) || typeof value !== "object" ? { surprise: 1 } : ["boo"]
      return [null, other].map((wrong) => [path, wrong] as const)
    })
    const untold = wrongs.filter(
      ([path, wrong]) => !isTold(problemsOf(put(command, path, wrong)), path, undefined, shown(wrong))
    )
    expect(untold.map(([path]) => pathText(path))).toEqual([])
  })
})
