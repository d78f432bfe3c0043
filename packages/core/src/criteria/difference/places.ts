// Two lists of things with ids: which are new, which are gone, and the fewest that have to be moved to make the one
// order of the other.

/** How the order of two lists differs, by id; places count from 0. */
export interface Reordered {
  readonly removed: ReadonlyArray<string>
  readonly added: ReadonlyArray<{ readonly id: string; readonly at: number }>
  readonly moved: ReadonlyArray<{ readonly id: string; readonly from: number; readonly to: number }>
}

// The longest run of rising numbers, not necessarily side by side: what it holds may stay, and all else moves.
const longestRising = (numbers: ReadonlyArray<number>): ReadonlySet<number> => {
  const ends: Array<number> = []
  const before = new Map<number, number | undefined>()
  for (const number of numbers) {
    let place = ends.findIndex((end) => end >= number)
    if (place === -1) place = ends.length
    before.set(number, ends[place - 1])
    ends[place] = number
  }
  const rising = new Set<number>()
  for (let last = ends.at(-1); last !== undefined; last = before.get(last)) rising.add(last)
  return rising
}

/** What becomes of the places in a list; an id stands once in each. */
export const reordered = (from: ReadonlyArray<string>, to: ReadonlyArray<string>): Reordered => {
  const placeBefore = new Map(from.map((id, place) => [id, place]))
  const placeAfter = new Map(to.map((id, place) => [id, place]))
  const inBoth = to.filter((id) => placeBefore.has(id))
  const stay = longestRising(inBoth.map((id) => placeBefore.get(id) ?? 0))
  return {
    removed: from.filter((id) => !placeAfter.has(id)),
    added: to.flatMap((id, at) => (placeBefore.has(id) ? [] : [{ id, at }])),
    moved: inBoth.flatMap((id) => {
      const place = placeBefore.get(id) ?? 0
      return stay.has(place) ? [] : [{ id, from: place, to: placeAfter.get(id) ?? 0 }]
    })
  }
}

/** Something, and the place it is to have. */
export interface Placed<A> {
  readonly at: number
  readonly value: A
}

/** The list with these put in, each at its place in what comes of it; undefined where it would leave a gap. */
export const putInto = <A>(
  list: ReadonlyArray<A>,
  placed: ReadonlyArray<Placed<A>>
): ReadonlyArray<A> | undefined => {
  const whole = [...list]
  for (const { at, value } of placed.toSorted((one, other) => one.at - other.at)) {
    if (at > whole.length) return undefined
    whole.splice(at, 0, value)
  }
  return whole
}
