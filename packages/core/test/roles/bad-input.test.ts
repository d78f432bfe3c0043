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
    ["PublishCriteriaSet", "inForceFrom criteriaSet.notice weight essential"],
    ["PublishRuleSet", "inForceFrom"],
    ["LaunchCohort", "title area windows.launch windows.training windows.assessment from to"],
    ["ChangeCohortWindows", "reason windows.launch windows.training windows.assessment from to"],
    ["CancelCpdSession", "reason"],
    ["CloseCohort", "reason"],
    ["StandDownAssessor", "reason"],
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
    for (const [path] of objects) {
      const at = [...path, "surprise"]
      const problems = problemsOf(put(command, at, "boo"))
      expect(problems, pathText(at)).toBeDefined()
      const told = { path: pathText(at), expected: "no such key", got: '"boo"' }
      if (inChoice(path)) expect(problems).toContainEqual(told)
      else expect(problems).toEqual([told])
    }
  })

  it("lacks nothing that is needed", () => {
    for (const [path] of places) {
      if (typeof path.at(-1) === "number") continue
      const problems = problemsOf(put(command, path, absent))
      if (isOptional(type, path)) expect(problems, pathText(path)).toBeUndefined()
      else {
        const told = { path: pathText(path), expected: "a value", got: "nothing" }
        if (inChoice(path.slice(0, -1))) expect(problems).toContainEqual(told)
        else expect(problems).toEqual([told])
      }
    }
  })

  it("holds no value of another kind: the path, what was expected and what came are told", () => {
    for (const [path, value] of places) {
      const other = Array.isArray(value)
        ? { surprise: 1 }
        : typeof value === "object"
          ? ["boo"]
          : { surprise: 1 }
      for (const wrong of [null, other]) {
        const problems = problemsOf(put(command, path, wrong)) ?? []
        const told = problems.filter((each) => each.path.startsWith(pathText(path)))
        expect(told, pathText(path)).not.toEqual([])
        expect(told.every(({ expected }) => /\w+/u.test(expected))).toBe(true)
        if (!inChoice(path)) {
          expect(problems.map((each) => [each.path, each.got])).toContainEqual([pathText(path), shown(wrong)])
        }
      }
    }
  })
})
