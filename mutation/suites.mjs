// What is mutated, slice by slice, by which tests it must be caught, and how much of it: the goals stand here and
// nowhere else. A slice is put to the tests that are about it, the quick ones first, and to no others: what these do
// not catch counts as left, though another test might have caught it.
const core = "packages/core"
const award = (...names) => names.map((name) => `${core}/test/award/${name}.test.ts`)
const sources = (...globs) => globs.map((glob) => `${core}/src/${glob}`)
// The stories of a slice of the domain, and that its commands say what they are and are decoded whole.
const stories = (name) =>
  [`${name}.test.ts`, "roles/command-types.test.ts", "roles/bad-input.test.ts"].map(
    (test) => `${core}/test/${test}`
  )

export const suites = {
  award: {
    title: "The award rule",
    goal: 95,
    slices: {
      "award/case": {
        mutate: sources("award/case/*.ts", "award/rank.ts", "award/refusal.ts"),
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
  deciders: {
    title: "The deciders",
    goal: 90,
    slices: {
      "criteria/decide": {
        mutate: sources(
          "criteria/drafting.ts",
          "criteria/consulting.ts",
          "criteria/publishing.ts",
          "criteria/guiding.ts"
        ),
        tests: stories("criteria-publication/criteria-publication")
      },
      "ruleset/decide": { mutate: sources("ruleset/decide.ts"), tests: stories("ruleset/ruleset") },
      "cohort/decide": { mutate: sources("cohort/decide.ts"), tests: stories("cohort/cohort") },
      "person/decide": {
        mutate: sources("person/decide.ts", "person/attendance.ts", "person/through-network.ts"),
        tests: stories("person/person")
      },
      "network/decide": { mutate: sources("network/**/decide.ts"), tests: stories("network/network") },
      "enrolment/decide": {
        mutate: sources("enrolment/**/decide.ts"),
        tests: [...stories("enrolment/enrolment"), `${core}/test/deciding/signed-agreements.test.ts`]
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
