// What each slice of the domain has to tell: its event types and its rejections. Every slice's tests end by asking
// whether all of it has been told in a story, and told.test.ts whether the slices leave anything out.
import { expect, it } from "vitest"
import { told } from "@lcqm/testing/given-when-then"
import * as cohort from "../../src/cohort/index.ts"
import * as criteria from "../../src/criteria/index.ts"
import * as deciding from "../../src/deciding/index.ts"
import * as enrolment from "../../src/enrolment/index.ts"
import * as network from "../../src/network/index.ts"
import * as person from "../../src/person/index.ts"
import * as ruleset from "../../src/ruleset/index.ts"

/** The tags of the rejections among a module's exports. */
export const rejectionsOf = (module: object): ReadonlyArray<string> =>
  Object.values(module).flatMap((value: unknown) =>
    typeof value === "function" && "tag" in value && typeof value.tag === "string" ? [value.tag] : []
  )

/** What a slice has to tell, and the test file that tells it. */
export interface Slice {
  readonly file: string
  readonly events: ReadonlyArray<string>
  readonly rejections: ReadonlyArray<string>
}

const sliceOf = (
  file: string,
  module: object,
  events: ReadonlyArray<{ readonly type: string }> = []
): Slice => ({ file, events: events.map(({ type }) => type), rejections: rejectionsOf(module) })

/** The slices of the domain, and the loop they all go through. */
export const slices = {
  criteria: sliceOf("criteria-publication/criteria-publication.test.ts", criteria, criteria.criteriaEvents),
  ruleset: sliceOf("ruleset/ruleset.test.ts", ruleset, ruleset.ruleSetEvents),
  cohort: sliceOf("cohort/cohort.test.ts", cohort, cohort.cohortEvents),
  person: sliceOf("person/person.test.ts", person, person.personEvents),
  network: sliceOf("network/network.test.ts", network, network.networkEvents),
  enrolment: sliceOf("enrolment/enrolment.test.ts", enrolment, enrolment.enrolmentEvents),
  deciding: sliceOf("roles/deciding.test.ts", deciding)
} satisfies Readonly<Record<string, Slice>>

/** The last test of a slice's file: nothing of the slice is without a story. */
export const expectAllTold = (name: keyof typeof slices): void => {
  const { events, rejections } = slices[name]
  it(`leave no event of ${name} without a story`, () => {
    expect(events.filter((type) => !told.events.has(type))).toEqual([])
  })
  it(`leave no rejection of ${name} without a story`, () => {
    expect(rejections.filter((tag) => !told.rejections.has(tag))).toEqual([])
  })
}
