// What the laws fold: how many notes each stream has, and a figure that tells every order, gap and repetition apart.
import { inMemory, type Projection, type ReadModel, type Recorded } from "@lcqm/core"
import { NamedV2, Noted } from "../store/test-catalogue.ts"

/** A stream, how many events of it were folded, and the figure of which and in what order. */
export type TallyRow = readonly [stream: string, events: number, figure: number]

/** The tally of every stream, by name. */
export type Tally = ReadonlyArray<TallyRow>

/** Which tally is to be kept. */
export interface TallySpec {
  readonly name: string
  readonly version: number
  /** Called with every event before it is folded; what it throws is the projection's failure. */
  readonly handling: (event: Recorded) => void
}

/** The types a tally reads; the suite's other types must never reach it. */
export const tallied: ReadonlySet<string> = new Set([Noted.type, NamedV2.type])

const largest = 1_000_003

/** The figure after one more event; another version makes another figure of the same events. */
export const nextFigure = (figure: number, event: Recorded, version: number): number =>
  (figure * 31 + Number.parseInt(event.id.slice(-12), 16) + version) % largest

/** Rows by stream, as the laws compare them. */
export const tallyOf = (rows: Iterable<TallyRow>): Tally => [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1))

type Model = Map<string, readonly [events: number, figure: number]>

const projectionFor = ({ handling, name, version }: TallySpec): Projection<Model> => ({
  name,
  version,
  types: tallied,
  empty: () => new Map(),
  apply: (model, event) => {
    const [events, figure] = model.get(event.stream) ?? [0, 0]
    model.set(event.stream, [events + 1, figure])
    // In between: a handler that fails has done half of its work.
    handling(event)
    model.set(event.stream, [events + 1, nextFigure(figure, event, version)])
  }
})

/** A tally kept in memory, and a row in it that no event gives. */
export const tallyInMemory = (spec: TallySpec) => {
  const kept = inMemory(projectionFor(spec))
  const readModel: ReadModel<Tally> = {
    ...kept,
    read: (look) =>
      kept.read((model) => look(tallyOf([...model].map(([stream, row]) => [stream, ...row] as const))))
  }
  return { readModel, tamper: kept.read((model) => void model.set("by hand", [1, 1])) }
}
