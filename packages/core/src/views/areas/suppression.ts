// Small numbers are left out of a table that is handed on, since a count of one or two tells of a school, and so of
// people. What is left out must not come back by subtraction from the totals, so more may have to be left out: that
// is secondary suppression, and this is where it is decided.

/** A table of counts: a row for each group, a column for each kind. */
export type Counts = ReadonlyArray<ReadonlyArray<number>>

/** A count, or that it is suppressed. */
export type Shown = number | "suppressed"

/** A table with its totals, as it may be handed on. */
export interface SuppressedCounts {
  readonly cells: ReadonlyArray<ReadonlyArray<Shown>>
  /** The total of each row. */
  readonly rows: ReadonlyArray<Shown>
  /** The total of each column. */
  readonly columns: ReadonlyArray<Shown>
  readonly total: Shown
}

const sum = (counts: ReadonlyArray<number>): number => counts.reduce((all, count) => all + count, 0)

type Place = readonly [row: number, column: number]

/** The counts with their totals as a last column and a last row. */
class Bordered {
  readonly counts: Counts
  readonly hidden: ReadonlyArray<Array<boolean>>
  readonly height: number
  readonly width: number

  constructor(cells: Counts, width: number, threshold: number) {
    const rows = cells.map((row) => [...row, sum(row)])
    const columns = Array.from({ length: width + 1 }, (_, j) => sum(rows.map((row) => row[j] ?? 0)))
    this.counts = [...rows, columns]
    this.height = cells.length + 1
    this.width = width + 1
    this.hidden = this.counts.map((row) => row.map((count) => count > 0 && count < threshold))
  }

  at(i: number, j: number): number {
    return this.counts[i]?.[j] ?? 0
  }

  isHidden(i: number, j: number): boolean {
    return this.hidden[i]?.[j] === true
  }

  isTotal(i: number, j: number): boolean {
    return i === this.height - 1 || j === this.width - 1
  }

  /** Every place, row by row. */
  get places(): ReadonlyArray<Place> {
    return this.counts.flatMap((row, i) => row.map((_, j) => [i, j] as const))
  }

  // In each row and each column the cells add up to the total. So a hidden count can be another only if others change
  // with it, every row and column staying balanced: cells up by one where totals are too, or one cell up and another
  // down. `balance` is what a change adds to its row and column: a total counts against its cells.
  #mayChange(i: number, j: number, balance: 1 | -1): boolean {
    const isOneTotal = (i === this.height - 1) !== (j === this.width - 1)
    // A hidden count is at least 1, since a 0 is always shown.
    return (balance === 1) !== isOneTotal || this.at(i, j) > 1
  }

  // What a row (or column, counted on behind the rows) that is out of balance can hand its surplus on to, without (i, j).
  *#next(node: number, i: number, j: number): Generator<number> {
    const { height, width } = this
    const isFree = (r: number, c: number) => this.isHidden(r, c) && !(r === i && c === j)
    if (node < height) {
      for (let c = 0; c < width; c++) if (isFree(node, c) && this.#mayChange(node, c, 1)) yield height + c
      return
    }
    const c = node - height
    for (let r = 0; r < height; r++) if (isFree(r, c) && this.#mayChange(r, c, -1)) yield r
  }

  #reaches(from: number, to: number, i: number, j: number): boolean {
    const met = new Set([from])
    for (const node of met) {
      if (node === to) return true
      // A set is iterated over what is added to it meanwhile, too.
      for (const next of this.#next(node, i, j)) met.add(next)
    }
    return false
  }

  /** Whether a hidden count can be worked out from what is shown. */
  isExact(i: number, j: number): boolean {
    const [row, column] = [i, this.height + j]
    const more = this.#mayChange(i, j, 1) && this.#reaches(column, row, i, j)
    return !more && !(this.#mayChange(i, j, -1) && this.#reaches(row, column, i, j))
  }

  /**
   * The next count to hide for the sake of that one: the first by which it could be another, cells before totals, those
   * beside it before others, the smallest first; where no one count is enough, the first of them.
   */
  nextFor(i: number, j: number): Place | undefined {
    const rank = ([r, c]: Place): readonly [number, number, number] => [
      this.isTotal(r, c) ? 1 : 0,
      r === i || c === j ? 0 : 1,
      this.at(r, c)
    ]
    const open = this.places
      .filter(([r, c]) => this.at(r, c) > 0 && !this.isHidden(r, c))
      .map((place) => [place, rank(place)] as const)
      .toSorted(([, x], [, y]) => x[0] - y[0] || x[1] - y[1] || x[2] - y[2])
      .map(([place]) => place)
    const enough = open.find((place) => {
      this.hide(place)
      const isExact = this.isExact(i, j)
      this.#show(place)
      return !isExact
    })
    return enough ?? open[0]
  }

  #show([i, j]: Place): void {
    const row = this.hidden[i]
    if (row !== undefined) row[j] = false
  }

  hide([i, j]: Place): void {
    const row = this.hidden[i]
    if (row !== undefined) row[j] = true
  }

  shown(i: number, j: number): Shown {
    return this.isHidden(i, j) ? "suppressed" : this.at(i, j)
  }
}

/**
 * A table with its totals in which no count from 1 to below the threshold is shown, and none that is left out can be
 * worked out by adding and subtracting what is shown. A 0 is shown. Where a count would come back, the smallest that keeps
 * it back is left out too, a cell before a total, until none does. That hides the exact number, not its size:
 * whoever knows all schools of a row but one can still subtract, and so can whoever has the table of another day.
 * @example
 * ```ts
 * import { suppressed } from "@lcqm/core"
 * const { cells, columns, rows, total } = suppressed([[2, 30], [20, 40]], 5)
 * cells // => [["suppressed", "suppressed"], ["suppressed", "suppressed"]]
 * rows // => [32, 60]
 * columns // => [22, 70]
 * suppressed([[2, 30], [20, 40]], 1).total // => 92
 * ```
 */
export const suppressed = (counts: Counts, threshold: number): SuppressedCounts => {
  const width = counts[0]?.length ?? 0
  const table = new Bordered(counts, width, threshold)
  // What is not exact stays so when more is hidden. What is hidden for another's sake is seen to first: often that is
  // enough for both.
  const protect = ([i, j]: Place): void => {
    while (table.isExact(i, j)) {
      const next = table.nextFor(i, j)
      if (next === undefined) return
      table.hide(next)
      protect(next)
    }
  }
  for (const place of table.places.filter(([i, j]) => table.isHidden(i, j))) protect(place)
  const lines = table.counts.map((row, i) => row.map((_, j) => table.shown(i, j)))
  return {
    cells: lines.slice(0, -1).map((line) => line.slice(0, -1)),
    rows: lines.slice(0, -1).map((line) => line[width] ?? 0),
    columns: (lines.at(-1) ?? []).slice(0, -1),
    total: table.shown(counts.length, width)
  }
}
