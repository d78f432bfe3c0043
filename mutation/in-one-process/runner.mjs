// A test runner for Stryker that loads the tests once and has them run again and again, with one mutant after the
// other switched on: most mutants take milliseconds so, where loading everything anew takes seconds.
//
// - A mutant that is only met while files are loaded is put to tests loaded anew. One that is met then and by tests
//   too is put to these tests alone: what was made while loading stays as it is without it. That may let a mutant
//   live that would have been caught, never the other way round; `LCQM_MUTATION_ANEW` has every mutant loaded anew.
// - A test that fails is run once more without the mutant. If it still fails, something in this process was left in
//   disorder, and it is not the mutant that was caught: all is loaded anew and the mutant put to the tests again.
// - Properties are run with one seed, so that a round can be repeated.
import { fileURLToPath } from "node:url"
import { commonTokens, declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin"
import {
  determineHitLimitReached,
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  toMutantRunResult
} from "@stryker-mutator/api/test-runner"
import * as fc from "fast-check"
import { createServer, createServerModuleRunner } from "vite"
import { begin, declared } from "./collected.mjs"

const top = fileURLToPath(new URL("../..", import.meta.url))
const here = (name) => fileURLToPath(new URL(name, import.meta.url))

// A property that fails has caught its mutant: nobody reads the counter-example, so none is looked for.
fc.configureGlobal({ endOnFailure: true, seed: 1 })

// Stryker's, read by the code it has put mutants into.
const switchboard = (globalThis.__stryker__ ??= {})

const textOf = (error) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error))

class InOneProcess {
  static inject = [commonTokens.options]
  #files
  #loadedWith

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init() {
    const server = await createServer({
      configFile: false,
      root: top,
      appType: "custom",
      logLevel: "error",
      server: { middlewareMode: true, watch: null, ws: false },
      optimizeDeps: { noDiscovery: true },
      resolve: {
        conditions: ["@lcqm/source"],
        alias: [{ find: /^vitest$/, replacement: here("as-vitest.mjs") }]
      },
      ssr: { resolve: { conditions: ["@lcqm/source"] } }
    })
    const runner = createServerModuleRunner(server.environments.ssr, { hmr: false })
    this.#files = { server, runner }
  }

  async #load(mutant) {
    begin()
    this.#files.runner.clearCache()
    switchboard.activeMutant = mutant
    switchboard.currentTestId = undefined
    await this.#files.runner.import("/mutation/all-tests.mjs")
    this.#loadedWith = mutant
  }

  async #failureOf(test) {
    try {
      await test.run()
      return undefined
    } catch (error) {
      return textOf(error)
    }
  }

  // Runs tests until one fails.
  async #run(tests, isBail) {
    const results = []
    for (const test of tests) {
      const { id, name } = test
      switchboard.currentTestId = id
      const begun = performance.now()
      const failureMessage = await this.#failureOf(test)
      const told = { id, name, timeSpentMs: performance.now() - begun }
      results.push(
        failureMessage === undefined
          ? { ...told, status: TestStatus.Success }
          : { ...told, status: TestStatus.Failed, failureMessage }
      )
      if (failureMessage !== undefined && isBail) break
    }
    switchboard.currentTestId = undefined
    return results
  }

  async dryRun() {
    switchboard.mutantCoverage = { static: {}, perTest: {} }
    try {
      await this.#load(undefined)
    } catch (error) {
      return { status: DryRunStatus.Error, errorMessage: textOf(error) }
    }
    const tests = await this.#run(declared(), false)
    const { perTest, static: whileLoading } = switchboard.mutantCoverage
    const byTests = new Set(Object.values(perTest).flatMap((of) => Object.keys(of)))
    const isAnew = process.env.LCQM_MUTATION_ANEW !== undefined
    const met = isAnew
      ? [...Object.keys(whileLoading), ...byTests]
      : Object.keys(whileLoading).filter((id) => !byTests.has(id))
    switchboard.mutantCoverage = undefined
    return {
      status: DryRunStatus.Complete,
      tests,
      mutantCoverage: { perTest, static: Object.fromEntries(met.map((id) => [id, whileLoading[id] ?? 1])) }
    }
  }

  async mutantRun({ activeMutant: { id }, hitLimit, mutantActivation, testFilter }) {
    Object.assign(switchboard, { hitCount: 0, hitLimit })
    const isAnew = mutantActivation === "static"
    const answer = (tests) =>
      tests.length === 0
        ? { status: MutantRunStatus.Error, errorMessage: "No test was run." }
        : toMutantRunResult(
            determineHitLimitReached(switchboard.hitCount, hitLimit) ?? {
              status: DryRunStatus.Complete,
              tests
            }
          )
    if (isAnew) {
      try {
        await this.#load(id)
      } catch (error) {
        return answer([
          {
            id: "loading",
            name: "loading",
            timeSpentMs: 0,
            status: TestStatus.Failed,
            failureMessage: textOf(error)
          }
        ])
      }
      return answer(await this.#run(declared(), true))
    }
    for (const isLast of [false, true]) {
      if (isLast || this.#loadedWith !== undefined || declared().length === 0)
        await this.#without(() => this.#load(undefined))
      const tests = declared().filter((test) => testFilter === undefined || testFilter.includes(test.id))
      Object.assign(switchboard, { activeMutant: id, hitCount: 0, hitLimit })
      const results = await this.#run(tests, true)
      const caughtBy = tests.find((test) => test.id === results.at(-1)?.id)
      if (results.at(-1)?.status !== TestStatus.Failed || isLast) return answer(results)
      const hits = switchboard.hitCount
      const still = await this.#without(() => this.#failureOf(caughtBy))
      switchboard.hitCount = hits
      if (still === undefined) return answer(results)
    }
  }

  // Does something with no mutant on.
  async #without(act) {
    switchboard.activeMutant = undefined
    switchboard.hitLimit = undefined
    return await act()
  }

  async dispose() {
    await this.#files.server.close()
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-one-process", InOneProcess)]
