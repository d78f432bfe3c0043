// Everything drawn is what it says it is, and every kind of it is drawn often enough to matter.
import {
  checkRuleAgainst,
  commandSchema,
  decodeCriteriaSet,
  decodeEvidence,
  decodeRuleSet,
  derive,
  lcqmEventTypes,
  lcqmHandlers,
  PartialDate,
  Text
} from "@lcqm/core"
import {
  anyAwardCase,
  anyCommand,
  anyCommandSequence,
  anyCriteriaSet,
  anyEventData,
  anyEvidenceCounts,
  anyFullDate,
  anyJudgementSet,
  anyPartialDate,
  anyRuleSetFor,
  anyText,
  awkwardWords,
  Coverage
} from "@lcqm/testing/arbitraries"
import { criteriaIn } from "../../src/arbitraries/criteria-set.ts"
import { Result, Schema } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

describe("what is drawn", () => {
  it("are criteria sets and rules that go together", () => {
    fc.assert(
      fc.property(
        anyCriteriaSet({ awkwardIds: true }).chain((set) => fc.tuple(fc.constant(set), anyRuleSetFor(set))),
        ([set, rule]) => {
          expect(Result.getOrThrow(decodeCriteriaSet(set))).toEqual(set)
          expect(Result.getOrThrow(decodeRuleSet(rule))).toEqual(rule)
          expect(Result.isSuccess(checkRuleAgainst(rule, set))).toBe(true)
        }
      ),
      { numRuns: 200 }
    )
  })

  it("are judgements and evidence that the rule can judge; incomplete where that is asked for", () => {
    const met = new Coverage("results", ["complete", "incomplete"])
    met.assert(
      21,
      fc.property(
        anyAwardCase({ awkwardIds: true }),
        anyAwardCase({ incomplete: true }),
        (complete, incomplete) => {
          for (const input of [complete, incomplete]) {
            const result = derive(input)
            if (Result.isFailure(result)) expect(result.failure._tag).toBe("NothingApplies")
            met.count(
              Result.isFailure(result)
                ? "nothing applies"
                : result.success.complete
                  ? "complete"
                  : "incomplete"
            )
          }
          const whole = derive(complete)
          if (Result.isSuccess(whole)) expect(whole.success.complete).toBe(true)
          if (complete.evidence !== undefined) {
            expect(Result.isSuccess(decodeEvidence(complete.evidence, complete.criteriaSet))).toBe(true)
          }
        }
      ),
      { numRuns: 300 }
    )
  })

  it("are dates within their bounds, and texts of every awkward kind", () => {
    const [first, last] = ["2016-02-10", "2017-11-30"]
    const texts: Array<string> = []
    fc.assert(
      fc.property(anyFullDate({ first, last }), anyPartialDate(), anyText(), (day, date, text) => {
        expect(day >= first && day <= last).toBe(true)
        expect(Schema.is(PartialDate)(date)).toBe(true)
        expect(Schema.is(Text)(text)).toBe(true)
        texts.push(text.text)
      }),
      { numRuns: 400 }
    )
    expect(awkwardWords.filter((word) => !texts.some((text) => text.includes(word)))).toEqual([])
  })

  it("are event data and commands of every type", () => {
    for (const type of lcqmEventTypes) {
      const drawn = fc.sample(anyEventData(type), 5)
      expect(
        drawn.filter((data) => !Schema.is(type.data)(data)),
        type.type
      ).toEqual([])
    }
    for (const { command } of lcqmHandlers) {
      const isCommand = Schema.is(Schema.toType(commandSchema(command)))
      expect(
        fc.sample(anyCommand(command), 5).filter((each) => !isCommand(each)),
        command.name
      ).toEqual([])
    }
  })

  it("are evidence counts and judgements of the criteria there are", () => {
    fc.assert(
      fc.property(
        anyCriteriaSet({ awkwardIds: true }).chain((set) =>
          fc.tuple(
            fc.constant(set),
            anyEvidenceCounts(set),
            anyJudgementSet(set, { setAsideCap: { num: 1, den: 1 } }, { incomplete: true })
          )
        ),
        ([set, counts, judgements]) => {
          const ids = criteriaIn(set).map(({ id }) => id)
          expect(Object.keys(counts).filter((id) => !ids.includes(id))).toEqual([])
          expect(Object.keys(judgements).filter((id) => !ids.includes(id))).toEqual([])
        }
      ),
      { numRuns: 100 }
    )
  })

  it("are sequences in which most commands are acceptable, every command is accepted, and every outcome met", () => {
    const counts = new Map<string, number>()
    const count = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1)
    for (const { steps } of fc.sample(anyCommandSequence({ fewestMoves: 8 }), { numRuns: 150, seed: 5 })) {
      for (const { command, comesTo } of steps) {
        count(comesTo)
        if (comesTo === "accepted") count(command.type)
      }
    }
    console.info(
      [...counts]
        .toSorted(([, a], [, b]) => b - a)
        .map(([name, times]) => `${name} ${times}`)
        .join(", ")
    )
    // Nobody is erased in a sequence: that takes a key ring, and a sequence is played over a store alone.
    const names = lcqmHandlers.map(({ command }) => command.name).filter((name) => name !== "ErasePerson")
    const outcomes = [
      "accepted",
      "nothing to do",
      "repeated",
      "CommandIdReused",
      "HistoryMovedOn",
      "NotYetHappened"
    ]
    expect([...names, ...outcomes].filter((name) => !counts.has(name))).toEqual([])
    const sent = [...counts]
      .filter(([name]) => !names.includes(name))
      .reduce((sum, [, times]) => sum + times, 0)
    expect((counts.get("accepted") ?? 0) / sent).toBeGreaterThan(0.7)
  })
})
