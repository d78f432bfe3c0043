// What is mutated, by which tests it must be caught, and how much of it: the goals stand here and nowhere else.
export const suites = {
  award: {
    title: "The award rule",
    goal: 95,
    mutate: ["packages/core/src/award/**/*.ts"],
    tests: ["packages/core/test/award/**/*.test.ts"]
  },
  deciders: {
    title: "The deciders",
    goal: 90,
    mutate: ["packages/core/src/*/decide.ts", "packages/core/src/*/*/decide.ts"],
    tests: ["cohort", "criteria-publication", "enrolment", "network", "person", "roles", "ruleset"].map(
      (folder) => `packages/core/test/${folder}/**/*.test.ts`
    )
  }
}
