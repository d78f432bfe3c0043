// Journeys drawn as the steps they come to, so that they shrink well: any steps can be left out while what is left
// keeps its meaning, and what is told is the fewest of them that still fail.
import * as fc from "fast-check"

/** A model that what was recorded happens in. */
interface Happening<Step> {
  happen(step: Step): void
}

/** How draws become steps. */
interface Drawing<Draw, Model, Step> {
  readonly draw: fc.Arbitrary<Draw>
  readonly mostSteps: number
  readonly model: () => Model
  readonly chosen: (draw: Draw, model: Readonly<Model>) => Step | undefined
  readonly expectedOf: (step: Step, model: Model) => string
}

class FewestSteps<Step> extends fc.Arbitrary<ReadonlyArray<Step>> {
  readonly #drawn: fc.Arbitrary<ReadonlyArray<Step>>

  constructor(drawn: fc.Arbitrary<ReadonlyArray<Step>>) {
    super()
    this.#drawn = drawn
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<ReadonlyArray<Step>> {
    return new fc.Value(this.#drawn.generate(random, bias).value, undefined)
  }

  override canShrinkWithoutContext(value: unknown): value is ReadonlyArray<Step> {
    return Array.isArray(value)
  }

  // Halves left out, then quarters, down to one step: what is told last fails with none of its steps left out.
  override shrink(steps: ReadonlyArray<Step>): fc.Stream<fc.Value<ReadonlyArray<Step>>> {
    const without = function* (): IterableIterator<fc.Value<ReadonlyArray<Step>>> {
      for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
        for (let from = 0; from < steps.length; from += size) {
          yield new fc.Value(steps.toSpliced(from, size), undefined)
        }
      }
    }
    return fc.stream(without())
  }
}

/** Steps chosen one after the other, each by how far the model has come with those before it. */
export const stepsDrawn = <Draw, Model extends Happening<Step>, Step>({
  chosen,
  draw,
  expectedOf,
  model,
  mostSteps
}: Drawing<Draw, Model, Step>): fc.Arbitrary<ReadonlyArray<Step>> =>
  new FewestSteps(
    fc.array(draw, { maxLength: mostSteps, size: "max" }).map((draws) => {
      const at = model()
      return draws.flatMap((each) => {
        const step = chosen(each, at)
        if (step === undefined) return []
        if (expectedOf(step, at) === "recorded") at.happen(step)
        return [step]
      })
    })
  )
