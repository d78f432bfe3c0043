import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  decodeEvidence,
  decodeJudgements,
  decodeMigration,
  decodeRuleSet,
  derive,
  explain,
  type InterchangeForm,
  interchangeSchemas,
  longestHolder,
  presets,
  toInterchange
} from "../../../src/award/index.ts"
import { decodeCriteriaSet, sampleCriteriaSet } from "../../../src/criteria/index.ts"
import { awardCase } from "../cases.ts"
import { agrees } from "./json-schema.ts"

const schemas = interchangeSchemas()
const bestFit = presets["best-fit/1"]
const criterion = { id: "a.one", title: "One" }
const set = { id: "a", version: "1", title: "A", themes: [{ id: "a", title: "A", criteria: [criterion] }] }
const withTheme = (theme: object) => ({ ...set, themes: [theme] })
const withCriterion = (changed: object) =>
  withTheme({ id: "a", title: "A", criteria: [{ ...criterion, ...changed }] })

type Decode = (input: unknown) => Result.Result<unknown, unknown>

interface Samples {
  readonly form: InterchangeForm
  readonly decode: Decode
  readonly valid: Readonly<Record<string, unknown>>
  readonly invalid: Readonly<Record<string, unknown>>
  /** What the library refuses and no JSON Schema can. */
  readonly beyond: Readonly<Record<string, unknown>>
}

const samples: ReadonlyArray<Samples> = [
  {
    form: "criteria-set",
    decode: decodeCriteriaSet,
    valid: {
      "the sample": sampleCriteriaSet,
      "the least there is": set,
      "every key": {
        ...set,
        notice: "read me",
        themes: [
          {
            id: "a",
            title: "A",
            criteria: [{ ...criterion, weight: 2, essential: true, descriptors: { bronze: "b" } }]
          }
        ]
      }
    },
    invalid: {
      "no object": 7,
      "no title": { id: "a", version: "1", themes: set.themes },
      "a key too many": { ...set, extra: 1 },
      "no theme": { ...set, themes: [] },
      "a theme without criteria": withTheme({ id: "a", title: "A", criteria: [] }),
      "weight 0": withCriterion({ weight: 0 }),
      "weight a half": withCriterion({ weight: 0.5 }),
      "an empty id": withCriterion({ id: "" }),
      "an unknown level": withCriterion({ descriptors: { platinum: "p" } }),
      "a version with a space": { ...set, version: "1 beta" },
      "a title too long": { ...set, title: "x".repeat(201) }
    },
    beyond: {
      "a criterion id twice": withTheme({ id: "a", title: "A", criteria: [criterion, criterion] }),
      "a theme id twice": {
        ...set,
        themes: [...set.themes, { ...set.themes[0], criteria: [{ ...criterion, id: "b" }] }]
      }
    }
  },
  {
    form: "rule-set",
    decode: decodeRuleSet,
    valid: {
      ...presets,
      "nothing at all": {},
      "one parameter": { criterionGap: 0 },
      "half a majority": { themeMajority: { num: 2, den: 3 } }
    },
    invalid: {
      "a gap too wide": { criterionGap: 4 },
      "an unknown parameter": { gap: 1 },
      "an unknown limiter's action": { limiters: { schoolClosed: "ignore" } },
      "a cap at no level": { limiters: { schoolClosed: { cap: "platinum" } } },
      "another algorithm": { algorithm: "best-fit/2" },
      "a share without its denominator": { setAsideCap: { num: 1 } },
      "a denominator of 0": { themeMajority: { den: 0 } },
      "months that are a text": { validityMonths: "36" },
      "a list": []
    },
    beyond: {
      "a majority over the whole": { themeMajority: { num: 3, den: 2 } },
      "more than the whole": { themeMajority: { num: 1, den: 1, strict: true } },
      "a cap over the whole": { setAsideCap: { num: 4, den: 3 } }
    }
  },
  {
    form: "judgements",
    decode: (input) => decodeJudgements(input, sampleCriteriaSet, bestFit),
    valid: {
      none: {},
      levels: { "leadership.champion": "none", "leadership.plan": "gold" },
      "one set aside": { "leadership.plan": { setAside: "no sixth form" } }
    },
    invalid: {
      "a list": [],
      "an unknown level": { "leadership.champion": "platinum" },
      "a rank": { "leadership.champion": 2 },
      "no reason": { "leadership.plan": { setAside: " " } },
      "a reason too long": { "leadership.plan": { setAside: "x".repeat(2_001) } },
      "a key too many": { "leadership.plan": { setAside: "x", by: "me" } }
    },
    beyond: {
      "a stranger": { "leadership.coach": "gold" },
      "two of three set aside": {
        "leadership.champion": { setAside: "x" },
        "leadership.plan": { setAside: "x" }
      }
    }
  },
  {
    form: "evidence",
    decode: (input) => decodeEvidence(input, sampleCriteriaSet),
    valid: { none: {}, counts: { "leadership.champion": 0, "leadership.plan": 2 } },
    invalid: {
      "a list": [],
      "less than none": { "leadership.champion": -1 },
      "half an item": { "leadership.champion": 0.5 },
      "a text": { "leadership.champion": "2" }
    },
    beyond: { "a stranger": { "leadership.coach": 1 } }
  },
  {
    form: "migration",
    decode: decodeMigration,
    valid: {
      none: {},
      "what becomes another, and what nothing": {
        "old.one": { becomes: ["new.one", "new.two"] },
        "old.two": { noEquivalent: "no longer asked" }
      }
    },
    invalid: {
      "nothing to become": { "old.one": { becomes: [] } },
      "no reason": { "old.one": { noEquivalent: "" } },
      neither: { "old.one": {} },
      "an empty id": { "": { becomes: ["new.one"] } }
    },
    beyond: {}
  }
]

describe.each(samples)("the JSON Schema of $form", ({ beyond, decode, form, invalid, valid }) => {
  const schema = schemas[form]

  it.each(Object.entries(valid))("takes what the library reads: %s", (_, sample) => {
    expect([agrees(schema, sample), Result.isSuccess(decode(sample))]).toEqual([true, true])
  })

  it.each(Object.entries(invalid))("refuses what the library refuses: %s", (_, sample) => {
    expect([agrees(schema, sample), Result.isSuccess(decode(sample))]).toEqual([false, false])
  })

  it("refuses nothing that the library reads, and leaves to it only what no schema can say", () => {
    for (const [name, sample] of Object.entries(beyond)) {
      expect([name, agrees(schema, sample), Result.isSuccess(decode(sample))]).toEqual([name, true, false])
    }
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        expect(Result.isFailure(decode(input)) || agrees(schema, input)).toBe(true)
      })
    )
  })
})

describe("the JSON Schema of a line", () => {
  const judgements = { "leadership.champion": "gold" }

  it("of a batch takes a case with or without its criteria set, rule and evidence", () => {
    const line = schemas["batch-line"]
    const whole = { criteriaSet: set, rule: { criterionGap: 1 }, judgements, evidence: { "a.one": 1 } }
    for (const input of [{ judgements }, whole, { judgements, rule: "secure-fit/1" }]) {
      expect(agrees(line, input)).toBe(true)
    }
    for (const input of [
      {},
      { judgements, rule: "worst-fit/1" },
      { judgements, holder: "x" },
      { judgements: [] }
    ]) {
      expect(agrees(line, input)).toBe(false)
    }
  })

  it("of a dry run takes a holder and their judgements", () => {
    const line = schemas["holder-line"]
    expect(agrees(line, { holder: "900001", judgements, evidence: {} })).toBe(true)
    for (const input of [
      { judgements },
      { holder: "", judgements },
      { holder: "x".repeat(longestHolder + 1), judgements },
      { holder: "x", judgements, rule: {} }
    ]) {
      expect(agrees(line, input)).toBe(false)
    }
  })

  it("knows every preset by name", () => {
    for (const rule of Object.keys(presets)) {
      expect(agrees(schemas["batch-line"], { judgements, rule })).toBe(true)
    }
  })
})

describe("the JSON Schema of a result", () => {
  it("takes every result with its reasons, complete or not, and what is wrong with a line", () => {
    const limiters = fc.record({ cpdShortfall: fc.boolean(), schoolClosed: fc.boolean() })
    fc.assert(
      fc.property(awardCase(), limiters, fc.nat(), (given, limiters, left) => {
        const ids = Object.keys(given.judgements)
        const judgements = Object.fromEntries(
          Object.entries(given.judgements).filter(([id]) => left % 3 > 0 || id !== ids[left % ids.length])
        )
        const input = { ...given, judgements, limiters }
        const indicated = derive(input)
        const reasons = explain(input)
        fc.pre(Result.isSuccess(indicated) && Result.isSuccess(reasons))
        for (const tree of [undefined, reasons.success]) {
          const result: unknown = JSON.parse(JSON.stringify(toInterchange(indicated.success, tree)))
          expect(agrees(schemas.result, result)).toBe(true)
        }
      })
    )
    expect(agrees(schemas.result, { error: { path: "a", expected: "b", got: "c" } })).toBe(true)
  })

  it("refuses what is no result", () => {
    const result = { level: "gold", complete: true, themes: [{ id: "a", level: null }] }
    expect(agrees(schemas.result, result)).toBe(true)
    for (const wrong of [
      {},
      { ...result, level: "platinum" },
      { ...result, themes: [{ id: "a" }] },
      { ...result, extra: 1 },
      { ...result, reasons: {} },
      { error: "no" }
    ]) {
      expect(agrees(schemas.result, wrong)).toBe(false)
    }
  })
})

describe("the shipped files", () => {
  const folder = fileURLToPath(new URL("../../../schemas/", import.meta.url))

  it("are what `node packages/core/schemas.generate.mjs` makes of the schemas", () => {
    expect(readdirSync(folder).toSorted()).toEqual(
      Object.keys(schemas)
        .map((name) => `${name}.schema.json`)
        .toSorted()
    )
    for (const [name, schema] of Object.entries(schemas)) {
      expect(JSON.parse(readFileSync(`${folder}${name}.schema.json`, "utf8"))).toEqual(schema)
    }
  })

  it("are of draft 2020-12, each with a name of its own", () => {
    for (const [name, schema] of Object.entries(schemas)) {
      expect(schema).toMatchObject({
        $schema: "https://json-schema.org/draft/2020-12/schema",
        $id: `urn:lcqm:schema:${name}`
      })
    }
  })
})
