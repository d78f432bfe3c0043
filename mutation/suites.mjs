// What is mutated, slice by slice, by which tests it must be caught, and how much of it: the goals stand here and
// nowhere else. A slice is put to the tests that are about it, the quick ones first, and to no others: what these do
// not catch counts as left, though another test might have caught it.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { filesHere, top } from "./files-here.mjs"

const core = "packages/core"
const test = (name) => `${core}/test/${name}.test.ts`
const award = (...names) => names.map((name) => test(`award/${name}`))
const sources = (...globs) => globs.map((glob) => `${core}/src/${glob}`)
// The stories of a slice of the domain, and that its commands say what they are and are decoded whole.
const stories = (name) => [name, "roles/command-types", "roles/bad-input"].map(test)
// The same, and what is known of it as its events make it.
const known = (folder, name) => [test(`${folder}/known`), ...stories(`${folder}/${name}`)]
const ofEnrolments = ["enrolment/award-case", "enrolment/conditions", "deciding/signed-agreements"]
  .map(test)
  .concat(stories("enrolment/enrolment"))
// What declares a refusal decides, under whatever name.
const canRefuse = (file) => readFileSync(join(top, file), "utf8").includes("= rejection(")
// What changes a draft folds, under whatever name; and so does what makes a fold.
const canFold = (file) =>
  /\(\s*draft: Draft|\bfoldOf[<(]|\bfoldOf = /.test(readFileSync(join(top, file), "utf8"))

export const suites = {
  award: {
    title: "The award rule",
    of: () => filesHere(...sources("award/**/*.ts")),
    goal: 95,
    slices: {
      "award/case": {
        mutate: sources("award/*.ts", "award/case/*.ts"),
        tests: award(
          "judgement",
          "derive",
          "refusals",
          "malformed-files",
          "agreement-refusals",
          "theme-level",
          "interchange/schemas",
          "laws",
          "what-if/what-if"
        )
      },
      "award/rule": {
        mutate: sources("award/rule/*.ts"),
        tests: award("rule-set", "malformed-files", "derive", "interchange/schemas")
      },
      "award/deriving": {
        mutate: sources("award/deriving/*.ts"),
        tests: award("derive", "theme-level", "indicated-level", "refusals", "laws", "what-if/what-if")
      },
      "award/explanation": {
        mutate: sources("award/explanation/*.ts"),
        tests: award("refusals", "sentences", "explain", "dry-run", "dry-run-criteria")
      },
      "award/what-if": {
        mutate: sources("award/what-if/*.ts"),
        tests: award("refusals", "what-if/if-rejected", "what-if/what-if")
      },
      "award/dry-run": {
        mutate: sources("award/dry-run/*.ts"),
        tests: award(
          "malformed-files",
          "migration",
          "propose-migration",
          "dry-run",
          "dry-run-criteria",
          "dry-run-bounds",
          "interchange/schemas"
        )
      },
      "award/parties": {
        mutate: sources("award/parties/*.ts"),
        tests: award("agreement", "agreement-refusals")
      },
      "award/interchange": {
        mutate: sources("award/interchange/*.ts"),
        tests: award("interchange/result", "interchange/schemas")
      }
    }
  },
  // What decides a command: its decider, and what this asks that stands in a file of its own.
  deciders: {
    title: "The deciders",
    of: () => filesHere(...sources("**/*.ts")).filter(canRefuse),
    goal: 90,
    slices: {
      "deciding/conditions": {
        mutate: sources(
          "deciding/loop/answers.ts",
          "deciding/declaring/authorising.ts",
          "deciding/declaring/signing.ts"
        ),
        tests: [
          "docs/event-catalogue",
          "deciding/signed-agreements",
          "roles/roles",
          "roles/deciding",
          "deciding/command-id-reused",
          "deciding/judgements-on-what-was-seen",
          "deciding/time",
          "deciding/contention"
        ].map(test)
      },
      "criteria/decide": {
        mutate: sources(
          "criteria/deciding/decide.ts",
          "criteria/deciding/drafting.ts",
          "criteria/deciding/consulting.ts",
          "criteria/deciding/publishing.ts",
          "criteria/deciding/guiding.ts",
          "criteria/deciding/revising.ts",
          "criteria/version/standing.ts",
          "criteria/deciding/notice.ts"
        ),
        tests: [...stories("criteria-publication/criteria-publication"), test("criteria-publication/notice")]
      },
      "ruleset/decide": { mutate: sources("ruleset/decide.ts"), tests: stories("ruleset/ruleset") },
      "cohort/decide": {
        mutate: sources("cohort/decide.ts", "cohort/windows.ts"),
        tests: [test("docs/event-catalogue"), ...stories("cohort/cohort")]
      },
      "person/decide": {
        mutate: sources("person/decide.ts", "person/attendance.ts", "person/through-network.ts"),
        tests: stories("person/person")
      },
      "network/decide": {
        mutate: sources(
          "network/**/decide.ts",
          "network/slice.ts",
          "network/focus/focus.ts",
          "network/membership/members.ts",
          "network/training/models.ts"
        ),
        tests: stories("network/network")
      },
      "enrolment/decide": { mutate: sources("enrolment/**/decide.ts"), tests: ofEnrolments },
      "enrolment/conditions": {
        mutate: sources(
          "person/of-network.ts",
          "network/membership/joined.ts",
          "enrolment/slice.ts",
          "enrolment/standing.ts",
          "enrolment/criteria-facts.ts",
          "enrolment/chronology/milestone.ts",
          "enrolment/chronology/order.ts",
          "enrolment/joining/pinning.ts",
          "enrolment/evidence/reopened.ts",
          "enrolment/judgement/award-case.ts",
          "enrolment/visit/assessor.ts",
          "enrolment/visit/external.ts",
          "enrolment/visit/held.ts",
          "person/external.ts",
          "enrolment/agreement/borderline.ts",
          "enrolment/agreement/indicated.ts",
          "enrolment/agreement/statement.ts",
          "enrolment/afterwards/appeal/lodged.ts",
          "enrolment/afterwards/renewal/age.ts",
          "enrolment/afterwards/review/opening.ts",
          "enrolment/afterwards/review/standing.ts",
          "enrolment/afterwards/school/closed.ts",
          "enrolment/afterwards/second-judgement/moderation.ts",
          "enrolment/afterwards/second-judgement/supported.ts"
        ),
        tests: [test("network/joined"), ...ofEnrolments]
      }
    }
  },
  // What becomes of what is known, event by event: what every decider is given, and every as-at.
  folds: {
    title: "The folds",
    of: () => filesHere(...sources("**/*.ts")).filter(canFold),
    goal: 95,
    slices: {
      "deciding/fold": {
        mutate: sources("deciding/declaring/fold.ts"),
        tests: ["deciding/left-out", "ruleset/known", "cohort/known", "enrolment/enrolment"].map(test)
      },
      "criteria/fold": {
        mutate: sources("criteria/version/fold.ts"),
        tests: [
          ...known("criteria-publication", "criteria-publication"),
          ...["criteria-publication/life-cycle", "criteria-publication/notice"].map(test)
        ]
      },
      "ruleset/fold": { mutate: sources("ruleset/fold.ts"), tests: known("ruleset", "ruleset") },
      "cohort/fold": { mutate: sources("cohort/fold.ts"), tests: known("cohort", "cohort") },
      "person/fold": { mutate: sources("person/fold.ts"), tests: known("person", "person") },
      "network/fold": {
        mutate: sources("network/fold.ts"),
        tests: [...known("network", "network"), test("network/views")]
      },
      "enrolment/fold": {
        mutate: sources(
          "enrolment/**/fold.ts",
          "enrolment/beginning.ts",
          "enrolment/draft.ts",
          "enrolment/afterwards/last-award.ts",
          "enrolment/afterwards/second-judgement/forgetting.ts"
        ),
        tests: ofEnrolments
      }
    }
  }
}

/** Every slice by its name, with the suite it belongs to. */
export const slices = new Map(
  Object.entries(suites).flatMap(([suite, { slices: of }]) =>
    Object.entries(of).map(([name, slice]) => [name, { suite, name, ...slice }])
  )
)

/** The files of a slice. */
export const filesIn = (name) => filesHere(...slices.get(name).mutate)

/** The files that belong to a suite and are in none of its slices. */
export const inNoSlice = () =>
  Object.values(suites).flatMap(({ of, slices: all }) => {
    const there = new Set(Object.keys(all).flatMap(filesIn))
    return of().filter((file) => !there.has(file))
  })
