// The tests as their files declare them, for `as-vitest.mjs` to fill and the runner to run: a list, in order. It is
// one list for the whole process, though this file is loaded by the runner and, with the tests, again and again.
const collected = (globalThis.lcqmTestsInOneProcess ??= { tests: [], groups: [] })

/** Forgets the tests declared so far, since their files are about to be loaded anew. */
export const begin = () => {
  collected.tests = []
  collected.groups = []
}

/** Declares the tests of a group within it. */
export const inGroup = (name, declareAll) => {
  collected.groups.push({ name, before: [] })
  try {
    declareAll()
  } finally {
    collected.groups.pop()
  }
}

/** Declares the tests of a file. One that does not load is a test that fails: it too has caught its mutant. */
export const inFile = async (name, load) => {
  collected.groups = [{ name, before: [] }]
  try {
    await load()
  } catch (error) {
    declare("loads", () => {
      throw error
    })
  }
}

/** Declares what is done before each test of the group. */
export const beforeEachOf = (prepare) => collected.groups.at(-1).before.push(prepare)

/** Declares a test. Its id says how often its name occurred before, since names may be the same. */
export const declare = (name, run) => {
  const { groups, tests } = collected
  const full = [...groups.map((group) => group.name), name].join(" > ")
  const again = tests.filter((test) => test.name === full).length
  const before = groups.map((group) => group.before)
  tests.push({
    id: again === 0 ? full : `${full} (${again + 1})`,
    name: full,
    run: async () => {
      for (const prepare of before.flat()) await prepare()
      await run()
    }
  })
}

/** The tests declared. */
export const declared = () => collected.tests
