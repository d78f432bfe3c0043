// Making the one version of the other by what differs: a difference that leaves something out would show here.
import { Result } from "effect"
import { type Malformed, malformed, type Problem } from "../../vocabulary/malformed.ts"
import type { CriteriaSet, Criterion, Theme } from "../set/criteria-set.ts"
import type { Tip } from "../set/tip.ts"
import type { CriteriaChange, CriteriaDifference } from "./change.ts"
import { type Placed, putInto } from "./places.ts"

type Heading = Pick<CriteriaSet, "id" | "version" | "title" | "notice">

class Revision {
  readonly #themes: Map<string, Theme>
  readonly #criteria: Map<string, Criterion>
  readonly #tips: Map<string, Tip>
  readonly #newThemes: Array<Placed<Theme>> = []
  readonly #newCriteria = new Map<string, Array<Placed<Criterion["id"]>>>()
  readonly #newTips: Array<Placed<string>> = []
  readonly #gone = { themes: new Set<string>(), criteria: new Set<string>(), tips: new Set<string>() }
  readonly #problems: Array<Problem> = []
  readonly #set: CriteriaSet
  #heading: Heading

  constructor(set: CriteriaSet) {
    const { id, notice, title, version } = set
    this.#set = set
    this.#heading = { id, version, title, ...(notice === undefined ? {} : { notice }) }
    this.#themes = new Map(set.themes.map((theme) => [theme.id, theme]))
    this.#criteria = new Map(set.themes.flatMap(({ criteria }) => criteria.map((each) => [each.id, each])))
    this.#tips = new Map((set.tips ?? []).map((tip) => [tip.id, tip]))
  }

  #known<A>(kind: string, things: ReadonlyMap<string, A>, id: string, at: number): A | undefined {
    const thing = things.get(id)
    if (thing === undefined) {
      const expected = `a ${kind} of ${this.#set.id} ${this.#set.version}`
      this.#problems.push({ path: `changes[${at}]`, expected, got: id })
    }
    return thing
  }

  #unknown(kind: string, things: ReadonlyMap<string, unknown>, id: string, at: number): void {
    if (!things.has(id)) return
    const expected = `a ${kind} that ${this.#set.id} ${this.#set.version} has not`
    this.#problems.push({ path: `changes[${at}]`, expected, got: id })
  }

  #put(theme: string, at: number, criterion: string): void {
    const placed = this.#newCriteria.get(theme) ?? []
    placed.push({ at, value: criterion })
    this.#newCriteria.set(theme, placed)
  }

  #rewrite(id: string, at: number, rewrite: (criterion: Criterion) => Criterion): void {
    const criterion = this.#known("criterion", this.#criteria, id, at)
    if (criterion !== undefined) this.#criteria.set(id, rewrite(criterion))
  }

  /** Takes a change in; `at` is its place in the list, for what is told where it does not fit. */
  take(change: CriteriaChange, at: number): void {
    switch (change.change) {
      case "heading reworded": {
        const { notice: _, ...named } = this.#heading
        const to = change.to === undefined ? {} : { [change.field]: change.to }
        this.#heading = change.field === "notice" ? { ...named, ...to } : { ...this.#heading, ...to }
        return
      }
      case "theme added":
        this.#unknown("theme", this.#themes, change.theme, at)
        this.#newThemes.push({
          at: change.at,
          value: { id: change.theme, title: change.title, criteria: [] }
        })
        return
      case "theme removed":
        if (this.#known("theme", this.#themes, change.theme, at)) this.#gone.themes.add(change.theme)
        return
      case "theme reworded": {
        const theme = this.#known("theme", this.#themes, change.theme, at)
        if (theme !== undefined) this.#themes.set(theme.id, { ...theme, title: change.to })
        return
      }
      case "theme moved": {
        const theme = this.#known("theme", this.#themes, change.theme, at)
        if (theme === undefined) return
        this.#gone.themes.add(theme.id)
        this.#newThemes.push({ at: change.to, value: theme })
        return
      }
      case "criterion added":
        this.#unknown("criterion", this.#criteria, change.criterion.id, at)
        this.#criteria.set(change.criterion.id, change.criterion)
        this.#put(change.at.theme, change.at.at, change.criterion.id)
        return
      case "criterion removed":
        if (this.#known("criterion", this.#criteria, change.criterion, at)) {
          this.#gone.criteria.add(change.criterion)
        }
        return
      case "criterion moved":
        if (this.#known("criterion", this.#criteria, change.criterion, at)) {
          this.#gone.criteria.add(change.criterion)
          this.#put(change.to.theme, change.to.at, change.criterion)
        }
        return
      case "criterion reworded":
        this.#rewrite(change.criterion, at, (criterion) => ({ ...criterion, title: change.to }))
        return
      case "criterion re-levelled":
        this.#rewrite(change.criterion, at, ({ essential, id, title, weight }) => ({
          id,
          title,
          weight,
          essential,
          ...(change.to === undefined ? {} : { descriptors: change.to })
        }))
        return
      case "weight changed":
        this.#rewrite(change.criterion, at, (criterion) => ({ ...criterion, weight: change.to }))
        return
      case "essential changed":
        this.#rewrite(change.criterion, at, (criterion) => ({ ...criterion, essential: change.to }))
        return
      case "tip added":
        this.#unknown("tip", this.#tips, change.tip.id, at)
        this.#tips.set(change.tip.id, change.tip)
        this.#newTips.push({ at: change.at, value: change.tip.id })
        return
      case "tip removed":
        if (this.#known("tip", this.#tips, change.tip.id, at)) this.#gone.tips.add(change.tip.id)
        return
      case "tip moved":
        if (this.#known("tip", this.#tips, change.tip, at)) {
          this.#gone.tips.add(change.tip)
          this.#newTips.push({ at: change.to, value: change.tip })
        }
        return
      case "tip reworded":
        if (this.#known("tip", this.#tips, change.from.id, at)) this.#tips.set(change.to.id, change.to)
        return
    }
  }

  #inOrder<A>(what: string, list: ReadonlyArray<A>, placed: ReadonlyArray<Placed<A>>): ReadonlyArray<A> {
    const whole = putInto(list, placed)
    if (whole === undefined) {
      this.#problems.push({ path: what, expected: "places without a gap between them", got: "a gap" })
    }
    return whole ?? list
  }

  /** What came of it, or what did not fit. */
  result(): Result.Result<CriteriaSet, Malformed> {
    const kept = this.#set.themes.flatMap(({ id }) => {
      const theme = this.#gone.themes.has(id) ? undefined : this.#themes.get(id)
      return theme === undefined ? [] : [theme]
    })
    // A theme that moves and is reworded is put in as it is worded then.
    const placed = this.#newThemes.map(({ at, value }) => ({
      at,
      value: this.#themes.get(value.id) ?? value
    }))
    const themes = this.#inOrder("themes", kept, placed).map((theme) => {
      const stay = theme.criteria.map(({ id }) => id).filter((id) => !this.#gone.criteria.has(id))
      const ids = this.#inOrder(`theme ${theme.id}`, stay, this.#newCriteria.get(theme.id) ?? [])
      return { ...theme, criteria: ids.flatMap((id) => this.#criteria.get(id) ?? []) }
    })
    for (const theme of this.#newCriteria.keys()) {
      if (themes.some(({ id }) => id === theme)) continue
      this.#problems.push({
        path: `theme ${theme}`,
        expected: "a theme that criteria can be put in",
        got: theme
      })
    }
    const staying = (this.#set.tips ?? []).map(({ id }) => id).filter((id) => !this.#gone.tips.has(id))
    const tips = this.#inOrder("tips", staying, this.#newTips).flatMap((id) => this.#tips.get(id) ?? [])
    const [first, ...rest] = this.#problems
    return first === undefined
      ? Result.succeed({ ...this.#heading, themes, ...(tips.length === 0 ? {} : { tips }) })
      : Result.fail(malformed("difference of this criteria set", [first, ...rest]))
  }
}

/**
 * The criteria set that another becomes by a difference. Fails with `Malformed` where the difference is not one of this
 * set: it names what is not there, and nothing is guessed.
 * @example
 * ```ts
 * import { applyCriteriaDifference, diffCriteriaSets, sampleCriteriaSet } from "@lcqm/core"
 * import { Result } from "effect"
 * const next = { ...sampleCriteriaSet, version: "2", themes: sampleCriteriaSet.themes.toReversed() }
 * const difference = diffCriteriaSets(sampleCriteriaSet, next)
 * Result.getOrThrow(applyCriteriaDifference(sampleCriteriaSet, difference)) // => next
 * ```
 */
export const applyCriteriaDifference = (
  set: CriteriaSet,
  { changes }: Pick<CriteriaDifference, "changes">
): Result.Result<CriteriaSet, Malformed> => {
  const revision = new Revision(set)
  changes.forEach((change, at) => revision.take(change, at))
  return revision.result()
}
